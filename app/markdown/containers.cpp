#include "app/markdown/containers.h"

#include <cmark-gfm/node.h>

#include <algorithm>
#include <vector>

#include "app/markdown/bytes.h"

namespace postwright::markdown {
namespace {

constexpr int kTabStop = 4;
constexpr int kCodeIndent = 4;

/// Walks the blanks at a line's start by columns, as pulldown-cmark does: what is left of a tab stays for
/// later, even behind a mark.
class Cursor {
 public:
  explicit Cursor(std::string_view line) : m_line(line) {}

  int indentation() const {
    Cursor ahead = *this;
    int columns = 0;
    while (ahead.takeColumn())
      ++columns;
    return columns;
  }

  void take(int columns) {
    while (columns-- > 0 && takeColumn()) {
    }
  }

  /// Three columns of blanks may come before the mark and one behind it.
  bool takeQuoteMark() {
    take(kCodeIndent - 1);
    if (at(m_line, m_pos) != '>') return false;
    ++m_pos;
    takeColumn();
    return true;
  }

  std::size_t prefix() const { return m_pos; }
  std::size_t firstNonBlank() const { return skipBlanks(m_line, m_pos); }
  bool isAtEnd() const { return firstNonBlank() >= m_line.size(); }

 private:
  bool takeColumn() {
    if (m_tabRest > 0) {
      --m_tabRest;
      return true;
    }
    const char byte = at(m_line, m_pos);
    if (byte != ' ' && byte != '\t') return false;
    if (byte == '\t') m_tabRest = kTabStop - 1 - static_cast<int>(m_pos - m_tabEnd) % kTabStop;
    ++m_pos;
    if (byte == '\t') m_tabEnd = m_pos;
    return true;
  }

  std::string_view m_line;
  std::size_t m_pos = 0;
  std::size_t m_tabEnd = 0; ///< a tab stop
  int m_tabRest = 0;        ///< columns of the last tab that nothing took yet
};

/// Columns that a list item or a footnote takes; 0: the node takes none.
int indentationOf(const cmark_node* node) {
  if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) return kCodeIndent;
  return node->type == CMARK_NODE_ITEM ? node->as.list.marker_offset + node->as.list.padding : 0;
}

bool takeMark(const cmark_node* node, Cursor& cursor) {
  if (node->type == CMARK_NODE_BLOCK_QUOTE) {
    Cursor ahead = cursor;
    if (!ahead.takeQuoteMark()) return false;
    cursor = ahead;
    return true;
  }
  const int columns = indentationOf(node);
  if (cursor.indentation() < columns && !cursor.isAtEnd()) return false;
  cursor.take(columns);
  return true;
}

} // namespace

LineStart lineWithin(cmark_node* node, std::string_view line) {
  std::vector<const cmark_node*> containers;
  for (const cmark_node* parent = node; parent != nullptr; parent = parent->parent) {
    containers.push_back(parent);
  }
  Cursor cursor(line);
  const bool continuesAll =
      std::all_of(containers.rbegin(), containers.rend(),
                  [&](const cmark_node* container) { return takeMark(container, cursor); });
  return LineStart{cursor.firstNonBlank(), cursor.indentation(), cursor.prefix(), continuesAll};
}

} // namespace postwright::markdown

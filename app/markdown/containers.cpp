#include "app/markdown/containers.h"

#include <cmark-gfm/node.h>

#include <vector>

#include "app/markdown/bytes.h"

namespace postwright::markdown {
namespace {

constexpr int kTabStop = 4;
constexpr int kCodeIndent = 4;

/// Walks the blanks at a line's start by columns.
class Cursor {
 public:
  explicit Cursor(std::string_view line) : m_line(line) {}

  int indentation() const {
    Cursor ahead = *this;
    while (ahead.takeColumn()) {
    }
    return ahead.m_column - m_column;
  }

  void take(int columns) {
    while (columns-- > 0 && takeColumn()) {
    }
  }

  bool takeQuoteMark() {
    if (indentation() >= kCodeIndent) return false;
    while (takeColumn()) {
    }
    if (at(m_line, m_pos) != '>') return false;
    ++m_pos;
    ++m_column;
    takeColumn();
    return true;
  }

  std::size_t firstNonBlank() const { return skipBlanks(m_line, m_pos); }

 private:
  bool takeColumn() {
    const char byte = at(m_line, m_pos);
    if (byte != ' ' && byte != '\t') return false;
    ++m_column;
    if (byte == ' ' || m_column % kTabStop == 0) ++m_pos;
    return true;
  }

  std::string_view m_line;
  std::size_t m_pos = 0;
  int m_column = 0;
};

/// Columns that a list item or a footnote takes; 0: the node takes none.
int indentationOf(const cmark_node* node) {
  if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) return kCodeIndent;
  return node->type == CMARK_NODE_ITEM ? node->as.list.marker_offset + node->as.list.padding : 0;
}

bool takeMark(const cmark_node* node, Cursor& cursor) {
  if (node->type == CMARK_NODE_BLOCK_QUOTE) return cursor.takeQuoteMark();
  const int columns = indentationOf(node);
  if (cursor.indentation() < columns) return false;
  cursor.take(columns);
  return true;
}

} // namespace

std::optional<LineStart> lineWithin(cmark_node* node, std::string_view line) {
  std::vector<const cmark_node*> containers;
  for (const cmark_node* parent = node->parent; parent != nullptr; parent = parent->parent) {
    containers.push_back(parent);
  }
  Cursor cursor(line);
  for (auto container = containers.rbegin(); container != containers.rend(); ++container) {
    if (!takeMark(*container, cursor)) return std::nullopt;
  }
  return LineStart{cursor.firstNonBlank(), cursor.indentation()};
}

} // namespace postwright::markdown

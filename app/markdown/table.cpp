#include "app/markdown/table.h"

#include <algorithm>

#include "app/markdown/bytes.h"
#include "app/markdown/html_blocks.h"
#include "app/markdown/link_parts.h"

namespace postwright::markdown {
namespace {

/// Reads a delimiter row byte by byte.
class DelimiterRow {
 public:
  /// False where the line is no delimiter row.
  bool take(char byte) {
    switch (byte) {
      case ' ':
        return true;
      case ':':
        colon();
        return true;
      case '-':
        hyphen();
        return true;
      case '|':
        return pipe();
      default:
        return false;
    }
  }

  std::vector<Alignment> finish() {
    if (!m_isColumnStart) m_columns.push_back(m_alignment);
    return m_hasPipe && m_hasHyphen ? std::move(m_columns) : std::vector<Alignment>();
  }

  void startWithPipe() { m_hasPipe = true; }

 private:
  void colon() {
    if (m_isColumnStart) {
      m_alignment = Alignment::Left;
    } else if (m_alignment == Alignment::Left) {
      m_alignment = Alignment::Center;
    } else if (m_alignment == Alignment::None) {
      m_alignment = Alignment::Right;
    }
    m_isColumnStart = false;
  }

  void hyphen() {
    m_isColumnStart = false;
    m_hasHyphen = true;
    m_columnHasHyphen = true;
  }

  bool pipe() {
    if (!m_columnHasHyphen) return false;
    m_columns.push_back(m_alignment);
    m_alignment = Alignment::None;
    m_isColumnStart = true;
    m_hasPipe = true;
    m_columnHasHyphen = false;
    return true;
  }

  std::vector<Alignment> m_columns;
  Alignment m_alignment = Alignment::None;
  bool m_isColumnStart = true;
  bool m_hasPipe = false;
  bool m_hasHyphen = false;
  bool m_columnHasHyphen = false;
};

bool isThematicBreak(std::string_view text, std::size_t pos) {
  const char mark = at(text, pos);
  if (mark != '*' && mark != '-' && mark != '_') return false;
  int marks = 0;
  for (; !atLineEnd(text, pos); ++pos) {
    if (text[pos] == mark) {
      ++marks;
    } else if (text[pos] != ' ' && text[pos] != '\t') {
      return false;
    }
  }
  return marks >= 3;
}

bool isHeading(std::string_view text, std::size_t pos) {
  const std::size_t end = skipRun(text, pos, '#');
  return end > pos && end - pos <= 6 && (end >= text.size() || isSpace(text[end]));
}

bool isFence(std::string_view text, std::size_t pos) {
  const char mark = at(text, pos);
  if (mark != '`' && mark != '~') return false;
  const std::size_t end = skipRun(text, pos, mark);
  if (end - pos < 3) return false;
  return mark == '~' ||
         atLineEnd(text, skipWhile(text, end, [](char byte) { return byte != '`' && byte != '\n'; }));
}

bool isListItem(std::string_view text, std::size_t pos) {
  constexpr std::size_t kMostDigits = 9;
  const char first = at(text, pos);
  if (isDigit(first)) {
    const std::size_t end = skipWhile(text, pos, isDigit);
    if (end - pos > kMostDigits || (at(text, end) != '.' && at(text, end) != ')')) return false;
    pos = end;
  } else if (first != '-' && first != '+' && first != '*') {
    return false;
  }
  return atLineEnd(text, pos + 1) || at(text, pos + 1) == ' ' || at(text, pos + 1) == '\t';
}

bool isHtml(std::string_view text, std::size_t pos) {
  if (at(text, pos) != '<') return false;
  const auto start = htmlBlockStart(text, pos);
  return start && start->interruptsParagraph;
}

/// A row of no cells: one pipe alone.
bool isEmptyRow(std::string_view text, std::size_t pos) {
  return restIsBlank(text, at(text, pos) == '|' ? pos + 1 : pos);
}

} // namespace

std::vector<Alignment> delimiterRow(std::string_view text, std::size_t pos) {
  const std::size_t begin = skipRun(text, pos, ' ');
  if (begin - pos > 3 || atLineEnd(text, begin)) return {};
  DelimiterRow row;
  std::size_t i = begin;
  if (text[i] == '|') {
    row.startWithPipe();
    ++i;
  }
  for (; !atLineEnd(text, i); ++i) {
    if (!row.take(text[i])) return {};
  }
  return row.finish();
}

std::size_t headerColumns(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t pipes = 0;
  std::size_t lastPipe = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '|' || (i > 0 && text[i - 1] == '\\')) continue;
    ++pipes;
    lastPipe = i;
  }
  if (pipes == 0) return 0;
  if (at(text, skipBlanks(text, begin)) == '|') --pipes;
  return restIsBlank(text, lastPipe + 1) ? pipes : pipes + 1;
}

bool endsTable(std::string_view text, std::size_t pos) {
  pos = skipBlanks(text, pos);
  return isEmptyRow(text, pos) || isThematicBreak(text, pos) || isHeading(text, pos) || isFence(text, pos) ||
         at(text, pos) == '>' || isListItem(text, pos) || isHtml(text, pos) ||
         footnoteDefinitionAt(text, pos).has_value();
}

} // namespace postwright::markdown

#include "app/front_matter/layout.h"

namespace postwright::front_matter {
namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\t';
}

bool isBreak(char c) {
  return c == '\n' || c == '\r';
}

} // namespace

std::size_t Layout::lineStart(std::size_t position) const {
  while (position > 0 && !isBreak(m_text[position - 1]))
    --position;
  return position;
}

std::size_t Layout::lineEnd(std::size_t position) const {
  while (position < m_text.size() && !isBreak(m_text[position]))
    ++position;
  return position;
}

std::string_view Layout::breakAt(std::size_t position) const {
  if (position >= m_text.size() || !isBreak(m_text[position])) return {};
  return m_text.substr(position, m_text.substr(position, 2) == "\r\n" ? 2 : 1);
}

std::size_t Layout::nextLine(std::size_t position) const {
  const std::size_t end = lineEnd(position);
  return end + breakAt(end).size();
}

std::size_t Layout::previousLineEnd(std::size_t position) const {
  std::size_t end = lineStart(position);
  if (end == 0) return 0;
  --end;
  return m_text[end] == '\n' && end > 0 && m_text[end - 1] == '\r' ? end - 1 : end;
}

std::string_view Layout::indentOf(std::size_t position) const {
  const std::size_t start = lineStart(position);
  return m_text.substr(start, skipBlanks(start) - start);
}

bool Layout::isFirstOnLine(std::size_t position) const {
  const std::size_t before = skipBlanksBack(position);
  return before == 0 || isBreak(m_text[before - 1]);
}

bool Layout::restIsBlank(std::size_t position) const {
  return skipBlanks(position) == lineEnd(position);
}

bool Layout::restIsFree(std::size_t position) const {
  const std::size_t next = skipBlanks(position);
  if (next == lineEnd(position)) return true;
  return at(next) == '#' && (next > position || next == lineStart(next));
}

std::size_t Layout::skipBlanks(std::size_t position) const {
  while (position < m_text.size() && isBlank(m_text[position]))
    ++position;
  return position;
}

std::size_t Layout::skipBlanksBack(std::size_t position) const {
  while (position > 0 && isBlank(m_text[position - 1]))
    --position;
  return position;
}

std::size_t Layout::skipSpace(std::size_t position) const {
  while (position < m_text.size()) {
    if (m_text[position] == '#') {
      position = lineEnd(position);
    } else if (isBlank(m_text[position]) || isBreak(m_text[position])) {
      ++position;
    } else {
      break;
    }
  }
  return position;
}

std::size_t Layout::commentColumnBelow(std::size_t position) const {
  for (std::size_t line = nextLine(position); line < m_text.size(); line = nextLine(line)) {
    const std::size_t content = skipBlanks(line);
    if (content == lineEnd(line)) continue;
    return m_text[content] == '#' ? content - line : 0;
  }
  return 0;
}

bool Layout::hasComment(Span range) const {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (m_text[i] == '#') return true;
    if (!isBlank(m_text[i]) && !isBreak(m_text[i]) && m_text[i] != ',') return false;
  }
  return false;
}

std::string Layout::lineBreak(std::size_t position) const {
  const std::string_view own = breakAt(lineEnd(position));
  if (!own.empty()) return std::string(own);
  const std::string_view first = breakAt(lineEnd(0));
  return first.empty() ? m_fallbackBreak : std::string(first);
}

} // namespace postwright::front_matter

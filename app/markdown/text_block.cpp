#include "app/markdown/text_block.h"

#include <algorithm>

#include "app/base/text.h"
#include "app/markdown/bytes.h"

namespace postwright::markdown {

std::vector<Line> splitLines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 32 + 1);
  LineEnds ends(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const Span end = ends.next(begin);
    const auto first = static_cast<std::uint32_t>(begin);
    lines.push_back({first, static_cast<std::uint32_t>(end.begin), first, first});
    begin = end.end;
  }
  return lines;
}

const Line* TextBlock::lineAt(std::size_t begin) const {
  const auto found = std::ranges::lower_bound(m_lines, begin, {}, &Line::begin);
  return found != m_lines.end() && found->begin == begin ? &*found : nullptr;
}

std::size_t TextBlock::skipPrefix(std::size_t lineBegin) const {
  const Line* line = lineAt(lineBegin);
  return line != nullptr ? line->prefix : lineBegin;
}

std::size_t TextBlock::skipPrefixOfCode(std::size_t lineBegin, std::size_t end) const {
  const Line* line = lineAt(lineBegin);
  if (line == nullptr) return lineBegin;
  return line->isShort && skipBlanks(m_text, line->prefix) >= end ? end : line->prefix;
}

} // namespace postwright::markdown

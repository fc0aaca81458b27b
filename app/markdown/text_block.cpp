#include "app/markdown/text_block.h"

#include <algorithm>

#include "app/base/text.h"

namespace postwright::markdown {

std::vector<Line> splitLines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 32 + 1);
  LineEnds ends(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const Span end = ends.next(begin);
    const auto first = static_cast<std::uint32_t>(begin);
    lines.push_back({first, static_cast<std::uint32_t>(end.begin), first, first, 0});
    begin = end.end;
  }
  return lines;
}

std::size_t TextBlock::skipPrefix(std::size_t lineBegin) const {
  const auto found = std::ranges::lower_bound(m_lines, lineBegin, {}, &Line::begin);
  return found != m_lines.end() && found->begin == lineBegin ? found->prefix : lineBegin;
}

} // namespace postwright::markdown

#include "app/markdown/text_block.h"

#include <algorithm>

#include "app/markdown/bytes.h"

namespace postwright::markdown {

std::vector<Line> splitLines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 32 + 1);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of("\n\r", begin);
    if (end == std::string_view::npos) end = text.size();
    const auto first = static_cast<std::uint32_t>(begin);
    lines.push_back({first, static_cast<std::uint32_t>(end), first, first, 0});
    begin = afterLineEnd(text, end);
  }
  return lines;
}

std::size_t TextBlock::skipPrefix(std::size_t lineBegin) const {
  const auto found = std::ranges::lower_bound(m_lines, lineBegin, {}, &Line::begin);
  return found != m_lines.end() && found->begin == lineBegin ? found->prefix : lineBegin;
}

} // namespace postwright::markdown

// Lines of HTML that start a block. The one rule: the seven kinds of CommonMark 0.31 with pulldown-cmark's
// reading of them: each of the first kinds ends with its own marker, compared exactly.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace postwright::markdown {

struct HtmlBlockStart {
  std::string_view endMarker; ///< the block ends with the line that holds it; empty: before a blank line
  bool interruptsParagraph = false; ///< kinds 1 to 6
};

/// For the `<` at `pos`, the first byte of a line that is not blank.
std::optional<HtmlBlockStart> htmlBlockStart(std::string_view text, std::size_t pos);

} // namespace postwright::markdown

// What the open containers of cmark-gfm's tree take from the start of a line. The one rule: it only looks; a
// line that does not continue all of them has no result.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace postwright::markdown {

/// The start of a line's text within containers.
struct LineStart {
  std::size_t firstNonBlank = 0; ///< byte of the line; its size when there is none
  int indentation = 0;           ///< columns of blanks behind the last container's mark
};

/// What is left of `line` behind the marks of all containers of `node`; nothing when a mark is missing.
std::optional<LineStart> lineWithin(cmark_node* node, std::string_view line);

} // namespace postwright::markdown

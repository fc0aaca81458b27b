// What the open containers of cmark-gfm's tree take from the start of a line. The one rule: it only
// looks.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <string_view>

namespace postwright::markdown {

/// The start of a line's text within containers.
struct LineStart {
  std::size_t firstNonBlank = 0; ///< byte of the line; its size when there is none
  int indentation = 0;           ///< columns of blanks behind the last container's mark
  std::size_t prefix = 0;        ///< the bytes that the marks take, a tab that is taken in part included
  bool continuesAll = true;      ///< no container's mark is missing
};

/// What is left of `line` behind the marks of `node` and its containers, as far as it has them.
LineStart lineWithin(cmark_node* node, std::string_view line);

} // namespace postwright::markdown

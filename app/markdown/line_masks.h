// The text as cmark-gfm gets to see it: of the same length, without what it would read otherwise than
// pulldown-cmark. The one rule: only bytes that decide about blocks are hidden; texts are taken from the
// original.
#pragma once

#include <string>
#include <string_view>

#include "app/markdown/text_block.h"

namespace postwright::markdown {

/// `text` with hidden HTML and brackets, every line ended by LF, the last one too: a line's bytes are
/// `[begin, end + 1)`.
std::string maskedText(std::string_view text, const std::vector<Line>& lines);

/// Hides the container marks of a line beyond those that any author would write, so that time stays linear.
void limitNesting(std::string& masked, const Line& line);

/// Hides the byte at `pos` behind one that means nothing.
void hide(std::string& masked, std::size_t pos);

} // namespace postwright::markdown

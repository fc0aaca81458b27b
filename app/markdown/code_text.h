// The text of a code block as Cobalt hands it on. The one rule: pieces that do not follow one another in the
// source are joined by a line end, so every line that something was taken from gets an empty line before it.
#pragma once

#include <string>
#include <string_view>

#include "app/markdown/blocks.h"

namespace postwright::markdown {

/// Of a block of code, fenced or indented.
std::string codeText(std::string_view text, const Blocks& blocks, const Block& code);

/// What the info string of a fenced block names as its language; empty for an indented one.
std::string codeLanguage(std::string_view text, const Blocks& blocks, const Block& code);

} // namespace postwright::markdown

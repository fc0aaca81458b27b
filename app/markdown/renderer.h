// Writes the blocks of a text as pulldown-cmark does. The one rule: the walk never recurses; what the tree is
// as deep as is kept on a stack of its own. Source: pulldown-cmark 0.13 as Cobalt 0.20.4 configures it.
#pragma once

#include <span>
#include <string_view>

#include "app/markdown/blocks.h"
#include "app/markdown/markdown.h"

namespace postwright::markdown {

/// The page of `blocks`, which are those of `text`; `cuts` as render() has them.
Rendered renderBlocks(std::string_view text, const Blocks& blocks, const highlight::Highlighter& highlighter,
                      std::span<const std::size_t> cuts);

} // namespace postwright::markdown

// What the open containers of cmark-gfm's tree take from the start of a line. The one rule: it only looks; a
// line that does not continue all of them has no result.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace postwright::markdown {

/// Where the first byte that is not blank stands in `line` behind the marks of all containers of `node`;
/// nothing when a mark is missing, or when that byte is indented by four columns or more.
std::optional<std::size_t> contentWithin(cmark_node* node, std::string_view line);

} // namespace postwright::markdown

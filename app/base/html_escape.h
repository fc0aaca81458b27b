// The five bytes that HTML gives a meaning to, written so that they stand for themselves.
#pragma once

#include <string>
#include <string_view>

namespace postwright {

/// `&amp;`, `&lt;`, `&gt;`, `&quot;` or `&#39;`; empty for any other byte.
std::string_view htmlEntity(char byte);

/// Appends `text`, with the entities of those of its bytes that are in `escaped`.
void appendHtmlEscaped(std::string& html, std::string_view text, std::string_view escaped = "&<>\"'");

} // namespace postwright

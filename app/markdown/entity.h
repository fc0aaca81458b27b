// Character references and backslash escapes. The one rule: a number of more than 7 digits (6 hexadecimal)
// and a name that HTML5 does not know stay text. Source: pulldown-cmark 0.13; cmark-gfm knows the names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postwright::markdown {

/// A character reference; `size` is 0 when there is none.
struct Entity {
  std::size_t size = 0; ///< bytes from `&` to `;`
  std::string value;
};

/// The character reference that starts with the `&` at `pos`.
Entity entityAt(std::string_view text, std::size_t pos);

/// `text` with backslash escapes and character references resolved. In a table cell `\\|` stands for `|`.
std::string unescaped(std::string_view text, bool isTableCell);

} // namespace postwright::markdown

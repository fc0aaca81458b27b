// The colour themes Cobalt knows: syntect's seven and `css`, which writes class names instead of colours.
// The one rule: only the colours that plain text needs are kept here. Source: syntect's default theme pack.
#pragma once

#include <string_view>

namespace postwright::highlight {

struct Theme {
  std::string_view name;
  std::string_view background; ///< `#rrggbb`; empty for `css`
  std::string_view foreground; ///< of text that no rule of the theme colours
};

inline constexpr std::string_view kCssTheme = "css";

/// The theme of exactly this name, or null. The result lives as long as the program.
const Theme* findTheme(std::string_view name);

} // namespace postwright::highlight

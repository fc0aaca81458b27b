#include "app/highlight/themes.h"

#include <algorithm>
#include <array>

namespace postwright::highlight {
namespace {

constexpr auto kThemes = std::to_array<Theme>({
    {"base16-ocean.dark", "#2b303b", "#c0c5ce"},
    {"base16-ocean.light", "#eff1f5", "#4f5b66"},
    {"base16-eighties.dark", "#2d2d2d", "#d3d0c8"},
    {"base16-mocha.dark", "#3b3228", "#d0c8c6"},
    {"InspiredGitHub", "#ffffff", "#323232"},
    {"Solarized (dark)", "#002b36", "#839496"},
    {"Solarized (light)", "#fdf6e3", "#657b83"},
    {kCssTheme, "", ""},
});

} // namespace

const Theme* findTheme(std::string_view name) {
  const auto* found = std::ranges::find(kThemes, name, &Theme::name);
  return found == kThemes.end() ? nullptr : found;
}

} // namespace postwright::highlight

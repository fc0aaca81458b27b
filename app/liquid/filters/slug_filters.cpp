// slugify, with Jekyll's modes.
#include <algorithm>
#include <array>

#include "app/base/text.h"
#include "app/base/transliterate.h"
#include "app/base/unicode.h"
#include "app/liquid/filter.h"

namespace postwright::liquid {
namespace {

using Type = FilterParameter::Type;

bool isDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool keepsAll(char32_t) {
  return true;
}

bool keepsUnlessBlank(char32_t c) {
  return !isWhiteSpace(c);
}

bool keepsWord(char32_t c) {
  return isDigit(c) || isAlphabetic(c);
}

bool keepsPretty(char32_t c) {
  return keepsWord(c) || std::u32string_view(U"._~!$&'()+,;=@").find(c) != std::u32string_view::npos;
}

bool keepsAscii(char32_t c) {
  return c < 0x80 && keepsWord(c);
}

struct Mode {
  std::string_view name;
  bool (*keeps)(char32_t);
  bool transliterates = false;
};

const Mode& modeNamed(std::string_view name) {
  static constexpr Mode kUsual{"", keepsWord};
  static constexpr auto kModes = std::to_array<Mode>({
      {"none", keepsAll},
      {"raw", keepsUnlessBlank},
      {"pretty", keepsPretty},
      {"ascii", keepsAscii},
      {"latin", keepsAscii, true},
  });
  const auto* found =
      std::find_if(kModes.begin(), kModes.end(), [&](const Mode& mode) { return mode.name == name; });
  return found == kModes.end() ? kUsual : *found;
}

Outcome<Value> slugifyText(FilterCall& call) {
  const Mode& mode = modeNamed(call.text(0));
  std::string text(trimmedWhiteSpace(call.inputText()));
  if (mode.transliterates) text = transliterate(text);
  std::string slug;
  bool isInGap = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const bool isKept = mode.keeps(nextCodePoint(text, i));
    if (isKept) slug.append(text, begin, i - begin);
    if (!isKept && !isInGap) slug += '-';
    isInGap = !isKept;
  }
  return Value(lowerCase(trimmed(slug, "-")));
}

} // namespace

std::span<const FilterEntry> slugFilters() {
  static constexpr auto kFilters = std::to_array<FilterEntry>({
      {"slugify", slugifyText, {{"mode", Type::Text, true}}},
  });
  return kFilters;
}

} // namespace postwright::liquid

// What Markdown asks of single characters beyond ASCII. The one rule: Unicode's own data (Qt carries it),
// never the locale. Source: CommonMark 0.31's "Unicode punctuation character"; full case folding.
#pragma once

#include <string>
#include <string_view>

namespace postwright {

/// The general categories P and S.
bool isPunctuation(char32_t codePoint);

/// `text` without case: two texts that differ in nothing else fold to the same bytes.
std::string caseFolded(std::string_view text);

} // namespace postwright

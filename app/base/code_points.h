// What Markdown asks of single characters beyond ASCII. The one rule: Unicode's own data (Qt carries it),
// never the locale. Source: CommonMark 0.31's "Unicode punctuation character".
#pragma once

namespace postwright {

/// The general categories P and S.
bool isPunctuation(char32_t codePoint);

} // namespace postwright

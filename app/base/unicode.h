// Letters, case, white space and grapheme clusters of Unicode text.
// The one rule: full mappings, without a language (ß is SS; a final Σ is ς). Broken UTF-8 stays as it is.
// Source: the Unicode Character Database, resources/unicode.txt, read when the first letter beyond ASCII
// comes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postwright {

std::string upperCase(std::string_view text);
std::string lowerCase(std::string_view text);
/// The first character in upper case, the rest as it is.
std::string withCapital(std::string_view text);

/// Unicode's White_Space.
bool isWhiteSpace(char32_t codePoint);
/// Unicode's Alphabetic: letters, and the marks and numbers that count as such.
bool isAlphabetic(char32_t codePoint);

std::string_view withoutLeadingWhiteSpace(std::string_view text);
std::string_view withoutTrailingWhiteSpace(std::string_view text);
/// Without white space at both ends.
std::string_view trimmedWhiteSpace(std::string_view text);

/// Bytes of the first `count` grapheme clusters of `text`; all of it when there are fewer.
std::size_t graphemesSize(std::string_view text, std::size_t count);

} // namespace postwright

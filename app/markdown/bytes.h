// The classes of bytes that Markdown's rules speak of. The one rule: bytes beyond ASCII belong to none of
// them.
#pragma once

#include <cstddef>
#include <string_view>

namespace postwright::markdown {

constexpr bool isLineEnd(char byte) {
  return byte == '\n' || byte == '\r';
}

/// All white space within a line that cmark-gfm knows.
constexpr bool isSpaceOrTab(char byte) {
  return byte == ' ' || byte == '\t';
}

/// White space within a line.
constexpr bool isBlank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\v' || byte == '\f';
}

constexpr bool isSpace(char byte) {
  return isBlank(byte) || isLineEnd(byte);
}

constexpr bool isDigit(char byte) {
  return byte >= '0' && byte <= '9';
}

constexpr bool isLetter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

constexpr bool isAlphanumeric(char byte) {
  return isLetter(byte) || isDigit(byte);
}

constexpr bool isAsciiPunctuation(char byte) {
  return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') || (byte >= '[' && byte <= '`') ||
         (byte >= '{' && byte <= '~');
}

/// The byte at `pos`, or NUL beyond the end.
constexpr char at(std::string_view text, std::size_t pos) {
  return pos < text.size() ? text[pos] : '\0';
}

/// The first position from `pos` on whose byte is not `accepted`.
template <typename Predicate>
constexpr std::size_t skipWhile(std::string_view text, std::size_t pos, Predicate accepted) {
  while (pos < text.size() && accepted(text[pos]))
    ++pos;
  return pos;
}

constexpr std::size_t skipBlanks(std::string_view text, std::size_t pos) {
  return skipWhile(text, pos, isBlank);
}

/// The first position from `pos` on whose byte is not `byte`.
constexpr std::size_t skipRun(std::string_view text, std::size_t pos, char byte) {
  while (pos < text.size() && text[pos] == byte)
    ++pos;
  return pos;
}

/// Where the blanks that end at `end` begin, not before `begin`.
constexpr std::size_t blanksBefore(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && isBlank(text[end - 1]))
    --end;
  return end;
}

constexpr bool atLineEnd(std::string_view text, std::size_t pos) {
  return pos >= text.size() || isLineEnd(text[pos]);
}

/// Nothing but blanks up to the line's end.
constexpr bool restIsBlank(std::string_view text, std::size_t pos) {
  return atLineEnd(text, skipBlanks(text, pos));
}

/// The start of the next line for `pos` at a line end.
constexpr std::size_t afterLineEnd(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return pos;
  return pos + (text[pos] == '\r' && at(text, pos + 1) == '\n' ? 2 : 1);
}

} // namespace postwright::markdown

#include <algorithm>

#include "app/markdown/bytes.h"
#include "app/markdown/inline_html.h"

namespace postwright::markdown {
namespace {

bool isSchemeByte(char byte) {
  return isAlphanumeric(byte) || byte == '.' || byte == '-' || byte == '+';
}

bool isUriByte(char byte) {
  return static_cast<unsigned char>(byte) > ' ' && byte != '<' && byte != '>';
}

bool isMailboxByte(char byte) {
  return isAlphanumeric(byte) ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(byte) != std::string_view::npos;
}

bool isLabelByte(char byte) {
  return isAlphanumeric(byte) || byte == '-';
}

std::optional<Autolink> linkUpTo(std::string_view text, std::size_t begin, std::size_t end, bool isEmail) {
  if (at(text, end) != '>') return std::nullopt;
  return Autolink{end + 1, text.substr(begin, end - begin), isEmail};
}

std::optional<Autolink> uriAt(std::string_view text, std::size_t begin) {
  constexpr std::size_t kShortestScheme = 2, kLongestScheme = 32;
  if (!isLetter(at(text, begin))) return std::nullopt;
  const std::size_t colon = skipWhile(text, begin, isSchemeByte);
  const std::size_t length = colon - begin;
  if (at(text, colon) != ':' || length < kShortestScheme || length > kLongestScheme) return std::nullopt;
  return linkUpTo(text, begin, skipWhile(text, colon, isUriByte), false);
}

/// End of the domain label at `pos`, or `pos` when it is none.
std::size_t domainLabelEnd(std::string_view text, std::size_t pos) {
  constexpr std::size_t kLongestLabel = 63;
  const std::size_t end = skipWhile(text, pos, isLabelByte);
  const bool isLabel = end > pos && end - pos <= kLongestLabel && text[pos] != '-' && text[end - 1] != '-';
  return isLabel ? end : pos;
}

std::optional<Autolink> emailAt(std::string_view text, std::size_t begin) {
  std::size_t pos = skipWhile(text, begin, isMailboxByte);
  if (pos == begin || at(text, pos) != '@') return std::nullopt;
  do {
    const std::size_t end = domainLabelEnd(text, pos + 1);
    if (end == pos + 1) return std::nullopt;
    pos = end;
  } while (at(text, pos) == '.');
  return linkUpTo(text, begin, pos, true);
}

} // namespace

std::optional<Autolink> autolinkAt(std::string_view text, std::size_t pos) {
  if (auto uri = uriAt(text, pos)) return uri;
  return emailAt(text, pos);
}

} // namespace postwright::markdown

#include "app/markdown/entity.h"

#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <charconv>

#include "app/base/text.h"
#include "app/markdown/bytes.h"

namespace postwright::markdown {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kMostHexDigits = 6;
constexpr std::size_t kMostDigits = 7;
constexpr std::size_t kLongestName = 32; ///< of HTML5's names, with a margin

bool isCharacter(std::uint32_t number) {
  return number != 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
}

/// `pos` is behind `&#`.
Entity numericEntity(std::string_view text, std::size_t pos, std::size_t start) {
  const bool isHex = (at(text, pos) | 0x20) == 'x';
  if (isHex) ++pos;
  const std::string_view digits = text.substr(pos, isHex ? kMostHexDigits : kMostDigits);
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, isHex ? 16 : 10);
  pos += static_cast<std::size_t>(end - digits.data());
  if (error != std::errc() || at(text, pos) != ';') return {};
  Entity entity{pos + 1 - start, {}};
  appendUtf8(entity.value, isCharacter(number) ? number : kReplacement);
  return entity;
}

/// `name` without `&` and `;`. Empty when HTML5 has no such name.
std::string namedCharacter(std::string_view name) {
  const std::string terminated = std::string(name) + ";";
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  houdini_unescape_ent(&buffer, reinterpret_cast<const std::uint8_t*>(terminated.data()),
                       static_cast<bufsize_t>(terminated.size()));
  std::string value(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
  cmark_strbuf_free(&buffer);
  return value;
}

} // namespace

Entity entityAt(std::string_view text, std::size_t pos) {
  const std::size_t begin = pos + 1;
  if (at(text, begin) == '#') return numericEntity(text, begin + 1, pos);
  const std::size_t end = skipWhile(text, begin, isAlphanumeric);
  if (at(text, end) != ';' || end == begin || end - begin > kLongestName) return {};
  std::string value = namedCharacter(text.substr(begin, end - begin));
  if (value.empty()) return {};
  return {end + 1 - pos, std::move(value)};
}

std::string unescaped(std::string_view text, bool isTableCell) {
  const auto isSpecial = [](char byte) { return byte == '\\' || byte == '&' || byte == '\r'; };
  if (std::ranges::none_of(text, isSpecial)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (isTableCell && text.substr(i).starts_with("\\\\|")) {
      result += '|';
      i += 3;
    } else if (text[i] == '\\' && isAsciiPunctuation(at(text, i + 1))) {
      result += text[i + 1];
      i += 2;
    } else if (const Entity entity = text[i] == '&' ? entityAt(text, i) : Entity(); entity.size > 0) {
      result += entity.value;
      i += entity.size;
    } else {
      if (text[i] != '\r') result += text[i];
      ++i;
    }
  }
  return result;
}

} // namespace postwright::markdown

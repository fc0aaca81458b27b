// Filters on text: case, white space, joining, replacing, cutting.
#include <algorithm>
#include <array>

#include "app/base/text.h"
#include "app/base/unicode.h"
#include "app/liquid/filter.h"

namespace postwright::liquid {
namespace {

using Type = FilterParameter::Type;

Outcome<Value> limited(std::string text, const FilterCall& call) {
  if (text.size() > call.textLimit()) return tooLarge(call.textLimit());
  return Value(std::move(text));
}

Outcome<Value> upcase(FilterCall& call) {
  return Value(upperCase(call.inputText()));
}

Outcome<Value> downcase(FilterCall& call) {
  return Value(lowerCase(call.inputText()));
}

Outcome<Value> capitalize(FilterCall& call) {
  return Value(withCapital(call.inputText()));
}

Outcome<Value> strip(FilterCall& call) {
  return Value(trimmedWhiteSpace(call.inputText()));
}

Outcome<Value> stripLeft(FilterCall& call) {
  return Value(withoutLeadingWhiteSpace(call.inputText()));
}

Outcome<Value> stripRight(FilterCall& call) {
  return Value(withoutTrailingWhiteSpace(call.inputText()));
}

Outcome<Value> stripNewlines(FilterCall& call) {
  std::string text(call.inputText());
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
  return Value(std::move(text));
}

Outcome<Value> append(FilterCall& call) {
  std::string text(call.inputText());
  text += call.text(0);
  return limited(std::move(text), call);
}

Outcome<Value> prepend(FilterCall& call) {
  std::string text(call.text(0));
  text += call.inputText();
  return limited(std::move(text), call);
}

/// Offset of the next place of `search` from `from` on; an empty one is at every start of a character and at
/// the end.
std::size_t nextPlace(std::string_view text, std::string_view search, std::size_t from) {
  return from > text.size() ? std::string_view::npos : text.find(search, from);
}

/// Where to go on searching after the place of `search` at `place`.
std::size_t afterPlace(std::string_view text, std::string_view search, std::size_t place) {
  if (!search.empty()) return place + search.size();
  if (place >= text.size()) return text.size() + 1;
  std::size_t next = place;
  nextCodePoint(text, next);
  return next;
}

Outcome<Value> replaceAll(const FilterCall& call, std::string_view text, std::string_view search,
                          std::string_view replacement) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t place = nextPlace(text, search, 0); place != std::string_view::npos;
       place = nextPlace(text, search, afterPlace(text, search, place))) {
    result += text.substr(copied, place - copied);
    result += replacement;
    copied = place + search.size();
    if (result.size() > call.textLimit()) return tooLarge(call.textLimit());
  }
  result += text.substr(copied);
  return limited(std::move(result), call);
}

Outcome<Value> replaceOnce(const FilterCall& call, std::string_view text, std::string_view search,
                           std::string_view replacement) {
  const std::size_t place = text.find(search);
  if (place == std::string_view::npos) return Value(text);
  std::string result(text.substr(0, place));
  result += replacement;
  result += text.substr(place + search.size());
  return limited(std::move(result), call);
}

Outcome<Value> replace(FilterCall& call) {
  return replaceAll(call, call.inputText(), call.text(0), call.text(1));
}

Outcome<Value> replaceFirst(FilterCall& call) {
  return replaceOnce(call, call.inputText(), call.text(0), call.text(1));
}

std::size_t countPlaces(std::string_view text, std::string_view search) {
  std::size_t count = 0;
  for (std::size_t place = nextPlace(text, search, 0); place != std::string_view::npos;
       place = nextPlace(text, search, afterPlace(text, search, place)))
    ++count;
  return count;
}

Outcome<Value> split(FilterCall& call) {
  const std::string_view text = call.inputText();
  const std::string_view separator = call.text(0);
  Array parts;
  if (text.empty()) return Value(std::move(parts));
  parts.reserve(std::min(countPlaces(text, separator), call.itemLimit()) + 1);
  std::size_t begin = 0;
  for (std::size_t place = nextPlace(text, separator, 0); place != std::string_view::npos;
       place = nextPlace(text, separator, afterPlace(text, separator, place))) {
    parts.emplace_back(text.substr(begin, place - begin));
    begin = place + separator.size();
    if (parts.size() > call.itemLimit()) return tooLarge(call.itemLimit());
  }
  parts.emplace_back(text.substr(begin));
  return Value(std::move(parts));
}

constexpr std::int64_t kUsualLength = 50;
constexpr std::string_view kUsualEllipsis = "...";

/// The length is compared with bytes, but clusters are kept.
Outcome<Value> truncate(FilterCall& call) {
  const auto length = static_cast<std::size_t>(call.integer(0, kUsualLength)); // negative: very long
  const std::string_view ellipsis = call.text(1, kUsualEllipsis);
  const std::string_view text = call.inputText();
  if (length >= text.size()) return call.input();
  const std::size_t kept = length >= ellipsis.size() ? length - ellipsis.size() : 0;
  std::string result(text.substr(0, graphemesSize(text, kept)));
  result += ellipsis;
  return limited(std::move(result), call);
}

Outcome<Value> truncateWords(FilterCall& call) {
  const auto words = static_cast<std::size_t>(call.integer(0, kUsualLength)); // negative: very many
  const std::string_view ellipsis = call.text(1, kUsualEllipsis);
  const std::string_view text = call.inputText();
  std::size_t end = 0;
  for (std::size_t count = 0; count < words; ++count) {
    if (count > 0) ++end;
    end = text.find(' ', end);
    if (end == std::string_view::npos) return call.input();
  }
  std::string result(text.substr(0, end));
  result += ellipsis;
  return limited(std::move(result), call);
}

} // namespace

std::span<const FilterEntry> stringFilters() {
  static constexpr auto kFilters = std::to_array<FilterEntry>({
      {"append", append, {{"string", Type::Text}}},
      {"capitalize", capitalize, {}},
      {"downcase", downcase, {}},
      {"lstrip", stripLeft, {}},
      {"prepend", prepend, {{"string", Type::Text}}},
      {"remove", replace, {{"search", Type::Text}}},
      {"remove_first", replaceFirst, {{"search", Type::Text}}},
      {"replace", replace, {{"search", Type::Text}, {"replace", Type::Text, true}}},
      {"replace_first", replaceFirst, {{"search", Type::Text}, {"replace", Type::Text, true}}},
      {"rstrip", stripRight, {}},
      {"split", split, {{"pattern", Type::Text}}},
      {"strip", strip, {}},
      {"strip_newlines", stripNewlines, {}},
      {"truncate", truncate, {{"length", Type::Integer, true}, {"ellipsis", Type::Text, true}}},
      {"truncatewords",
       truncateWords,
       {{"length", Type::Integer, true}, {"ellipsis", Type::Text, true}},
       "truncate"},
      {"upcase", upcase, {}},
  });
  return kFilters;
}

} // namespace postwright::liquid

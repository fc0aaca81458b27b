// Filters for HTML and URLs.
#include <array>

#include "app/base/html_escape.h"
#include "app/base/text.h"
#include "app/liquid/filter.h"

namespace postwright::liquid {
namespace {

/// Whether `text` starts with what follows the `&` of an entity that escape writes.
bool startsEntity(std::string_view text) {
  static constexpr auto kNames = std::to_array<std::string_view>({"lt;", "gt;", "#39;", "quot;", "amp;"});
  for (const std::string_view name : kNames) {
    if (text.starts_with(name)) return true;
  }
  return false;
}

Outcome<Value> escapeText(FilterCall& call, bool keepsEntities) {
  if (call.input().isNil()) return Value();
  const std::string_view text = call.inputText();
  std::string result;
  result.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view entity = htmlEntity(text[i]);
    if (entity.empty() || (keepsEntities && text[i] == '&' && startsEntity(text.substr(i + 1)))) continue;
    result.append(text.substr(copied, i - copied)).append(entity);
    copied = i + 1;
    if (result.size() > call.textLimit()) return tooLarge(call.textLimit());
  }
  result.append(text.substr(copied));
  if (result.size() > call.textLimit()) return tooLarge(call.textLimit());
  return Value(std::move(result));
}

Outcome<Value> escape(FilterCall& call) {
  return escapeText(call, false);
}

Outcome<Value> escapeOnce(FilterCall& call) {
  return escapeText(call, true);
}

/// Bytes of `text` at `offset` that are `pattern` (lower case) in any case, 0 when they are not. An `s` is
/// also `ſ`, as for the regular expressions that Cobalt uses.
std::size_t matchLength(std::string_view text, std::size_t offset, std::string_view pattern) {
  constexpr std::string_view kLongS = "ſ";
  std::size_t end = offset;
  for (const char wanted : pattern) {
    if (end >= text.size()) return 0;
    const char c = text[end];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower == wanted) {
      ++end;
    } else if (wanted == 's' && text.substr(end).starts_with(kLongS)) {
      end += kLongS.size();
    } else {
      return 0;
    }
  }
  return end - offset;
}

struct Found {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};

/// The next `pattern`, which starts with `<` or `-` or `>`.
Found findPattern(std::string_view text, std::string_view pattern, std::size_t from) {
  for (std::size_t i = text.find(pattern.front(), from); i < text.size();
       i = text.find(pattern.front(), i + 1)) {
    const std::size_t length = matchLength(text, i, pattern);
    if (length > 0) return {i, i + length};
  }
  return {};
}

/// `text` without everything from an `open` to the `close` that follows it.
std::string withoutRanges(std::string_view text, std::string_view open, std::string_view close) {
  std::string result;
  std::size_t position = 0;
  while (true) {
    const Found start = findPattern(text, open, position);
    const Found end = start.begin == std::string_view::npos ? Found() : findPattern(text, close, start.end);
    if (end.begin == std::string_view::npos) break;
    result += text.substr(position, start.begin - position);
    position = end.end;
  }
  result += text.substr(position);
  return result;
}

Outcome<Value> stripHtml(FilterCall& call) {
  std::string text = withoutRanges(call.inputText(), "<script", "</script>");
  text = withoutRanges(text, "<style", "</style>");
  text = withoutRanges(text, "<!--", "-->");
  return Value(withoutRanges(text, "<", ">"));
}

Outcome<Value> newlineToBr(FilterCall& call) {
  std::string result;
  for (const char c : call.inputText()) {
    if (c == '\n') result += "<br />";
    result += c;
    if (result.size() > call.textLimit()) return tooLarge(call.textLimit());
  }
  return Value(std::move(result));
}

bool isUrlByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_';
}

Outcome<Value> urlEncode(FilterCall& call) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  if (call.input().isNil()) return Value();
  std::string result;
  for (const char c : call.inputText()) {
    if (isUrlByte(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    if (result.size() > call.textLimit()) return tooLarge(call.textLimit());
  }
  return Value(std::move(result));
}

/// -1 when it is no hexadecimal digit.
int digitValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Outcome<Value> urlDecode(FilterCall& call) {
  if (call.input().isNil()) return Value();
  const std::string_view text = call.inputText();
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? digitValue(text[i + 1]) : -1;
    const int low = high >= 0 ? digitValue(text[i + 2]) : -1;
    if (low >= 0) {
      result += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  if (firstInvalidUtf8(result)) return invalidInput("Malformed UTF-8");
  return Value(std::move(result));
}

} // namespace

std::span<const FilterEntry> htmlFilters() {
  static constexpr auto kFilters = std::to_array<FilterEntry>({
      {"escape", escape, {}},
      {"escape_once", escapeOnce, {}},
      {"newline_to_br", newlineToBr, {}},
      {"strip_html", stripHtml, {}},
      {"url_decode", urlDecode, {}},
      {"url_encode", urlEncode, {}},
  });
  return kFilters;
}

} // namespace postwright::liquid

#include "app/drafts/yaml_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "app/base/text.h"
#include "app/yaml/value_reader.h"

namespace postwright::drafts {
namespace {

constexpr int kStep = 2;

bool isPrintable(char32_t c) {
  return c == '\n' || (c >= 0x20 && c <= 0x7E) || c == 0x85 || (c >= 0xA0 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF) || c >= 0x10000;
}

bool isLineBreak(char32_t c) {
  return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool needsEscapes(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = nextCodePoint(text, i);
    if (!isPrintable(c) || (isLineBreak(c) && c != '\n')) return true;
  }
  return false;
}

/// A plain scalar in block context would be read as something else (libyaml's indicators).
bool needsQuotes(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return true;
  if (text.starts_with("---") || text.starts_with("...")) return true;
  if (std::string_view("#,[]{}&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return true;
  const bool blankFollows = text.size() == 1 || text[1] == ' ';
  if ((text.front() == '-' || text.front() == '?' || text.front() == ':') && blankFollows) return true;
  return text.back() == ':' || text.find(": ") != std::string_view::npos ||
         text.find(" #") != std::string_view::npos;
}

/// Plain, it would be read as a number, a truth value or null.
bool isAmbiguous(std::string_view text) {
  const Result<Value> read = yaml::readValue(text, yaml::Dates::KeepText);
  if (!read || !read->isString()) return true;
  // serde_yaml quotes what only looks like a number, such as 007
  const std::string_view digits = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
  return digits.size() > 1 && digits.front() == '0' &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string singleQuoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted + "'";
}

void appendEscaped(std::string& out, char32_t c) {
  constexpr std::array<std::pair<char32_t, std::string_view>, 14> kNamed = {{{0x00, "\\0"},
                                                                             {0x07, "\\a"},
                                                                             {0x08, "\\b"},
                                                                             {0x09, "\\t"},
                                                                             {0x0A, "\\n"},
                                                                             {0x0B, "\\v"},
                                                                             {0x0C, "\\f"},
                                                                             {0x0D, "\\r"},
                                                                             {0x1B, "\\e"},
                                                                             {'"', "\\\""},
                                                                             {'\\', "\\\\"},
                                                                             {0x85, "\\N"},
                                                                             {0x2028, "\\L"},
                                                                             {0x2029, "\\P"}}};
  for (const auto& [code, escape] : kNamed) {
    if (code == c) {
      out += escape;
      return;
    }
  }
  if (isPrintable(c)) {
    appendUtf8(out, c);
    return;
  }
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
  out += digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
    out += kHex[(c >> static_cast<unsigned>(shift)) & 0xFU];
}

std::string doubleQuoted(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size();)
    appendEscaped(quoted, nextCodePoint(text, i));
  return quoted + "\"";
}

std::string literalBlock(std::string_view text, int indent) {
  std::string block = "|";
  if (text.front() == ' ' || text.front() == '\n') block += std::to_string(kStep);
  if (!text.ends_with('\n')) block += '-';
  if (text == "\n" || text.ends_with("\n\n")) block += '+';
  const std::string_view body = text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
  for (std::size_t start = 0; start <= body.size();) {
    const std::size_t end = std::min(body.find('\n', start), body.size());
    block += '\n';
    if (end > start)
      block +=
          std::string(static_cast<std::size_t>(indent), ' ') + std::string(body.substr(start, end - start));
    start = end + 1;
  }
  return block;
}

std::string writeFloat(double value) {
  if (std::isnan(value)) return ".nan";
  if (std::isinf(value)) return value < 0 ? "-.inf" : ".inf";
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  std::string text(buffer.data(), end);
  if (const std::size_t plus = text.find("e+"); plus != std::string::npos) text.erase(plus + 1, 1);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string writeScalar(const Value& value, int indent) {
  switch (value.kind()) {
    case Value::Kind::Bool:
      return value.asBool() ? "true" : "false";
    case Value::Kind::Int:
      return std::to_string(value.asInt());
    case Value::Kind::Float:
      return writeFloat(value.asFloat());
    case Value::Kind::Date:
      return toString(value.asDate());
    case Value::Kind::DateTime:
      return toString(value.asDateTime());
    case Value::Kind::String:
      return writeString(value.asString(), indent);
    default:
      return "null";
  }
}

bool isBlock(const Value& value) {
  return (value.isArray() && !value.asArray().empty()) || (value.isObject() && !value.asObject().empty());
}

std::string writeFlat(const Value& value, int indent) {
  if (value.isArray()) return "[]";
  if (value.isObject()) return "{}";
  return writeScalar(value, indent);
}

std::string writeBlock(const Value& value, int indent);

/// The block's first line without its indentation, because it follows "- ".
std::string afterDash(const Value& value, int indent) {
  return writeBlock(value, indent).substr(static_cast<std::size_t>(indent));
}

std::string writeBlock(const Value& value, int indent) {
  std::string text;
  if (value.isObject()) {
    for (const auto& [key, entry] : value.asObject())
      text += writeEntry(key, entry, indent);
    return text;
  }
  const std::string pad(static_cast<std::size_t>(indent), ' ');
  for (const Value& item : value.asArray()) {
    text += pad + "- ";
    text += isBlock(item) ? afterDash(item, indent + kStep) : writeFlat(item, indent + kStep) + "\n";
  }
  return text;
}

} // namespace

std::string writeString(std::string_view text, int indent) {
  const bool severalLines = text.find('\n') != std::string_view::npos;
  if (needsEscapes(text) || text.find(" \n") != std::string_view::npos) return doubleQuoted(text);
  if (severalLines) return text.back() == ' ' ? doubleQuoted(text) : literalBlock(text, indent + kStep);
  return needsQuotes(text) || isAmbiguous(text) ? singleQuoted(text) : std::string(text);
}

std::string writeEntry(std::string_view key, const Value& value, int indent) {
  const std::string head =
      std::string(static_cast<std::size_t>(indent), ' ') + writeString(key, indent) + ":";
  if (!isBlock(value)) return head + " " + writeFlat(value, indent) + "\n";
  return head + "\n" + writeBlock(value, value.isArray() ? indent : indent + kStep);
}

} // namespace postwright::drafts

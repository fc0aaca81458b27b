#include "app/site/json_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/base/text.h"
#include "app/site/data_files.h"

namespace postwright::site {
namespace {

constexpr int kDeepest = 128;
constexpr std::int32_t kGreatestPower = 308;

bool isDigit(int c) {
  return c >= '0' && c <= '9';
}

int hexDigit(int c) {
  if (isDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Adds a digit; false when the number would no longer fit.
bool appended(std::uint64_t& number, int digit) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  const auto value = static_cast<std::uint64_t>(digit - '0');
  if (number > kMost / 10 || (number == kMost / 10 && value > kMost % 10)) return false;
  number = number * 10 + value;
  return true;
}

Value integer(bool positive, std::uint64_t digits) {
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (positive)
    return digits <= kMost ? Value(static_cast<std::int64_t>(digits)) : Value(static_cast<double>(digits));
  const bool fits = digits != 0 && digits <= kMost + 1;
  return fits ? Value(static_cast<std::int64_t>(~digits + 1)) : Value(-static_cast<double>(digits));
}

} // namespace

int JsonReader::line() const {
  return 1 + static_cast<int>(std::ranges::count(m_text.substr(0, m_seen), '\n'));
}

int JsonReader::column() const {
  const std::size_t newline = m_text.substr(0, m_seen).rfind('\n');
  return static_cast<int>(newline == std::string_view::npos ? m_seen : m_seen - newline - 1);
}

int JsonReader::peek() {
  if (m_position >= m_text.size()) return kEnd;
  m_seen = std::max(m_seen, m_position + 1);
  return static_cast<unsigned char>(m_text[m_position]);
}

int JsonReader::peekPastBlanks() {
  int c = peek();
  for (; c == ' ' || c == '\n' || c == '\t' || c == '\r'; c = peek())
    take();
  return c;
}

int JsonReader::next() {
  const int c = peek();
  if (c != kEnd) take();
  return c;
}

std::nullopt_t JsonReader::fail(const char* reason) {
  if (m_reason.empty()) m_reason = reason;
  return std::nullopt;
}

std::optional<Value> JsonReader::read() {
  std::optional<Value> value = readValue();
  if (value && peekPastBlanks() != kEnd) return fail("trailing characters");
  return value;
}

std::optional<Value> JsonReader::readValue() {
  const int c = peekPastBlanks();
  if (c == kEnd) return fail("EOF while parsing a value");
  if (c == '[') return readArray();
  if (c == '{') return readObject();
  if (isDigit(c)) return readNumber(true);
  if (c != '"' && c != '-' && c != 'n' && c != 't' && c != 'f') return fail("expected value");
  take();
  if (c == '-') return readNumber(false);
  if (c == 'n') return readWord("ull", {});
  if (c == 't') return readWord("rue", true);
  if (c == 'f') return readWord("alse", false);
  std::optional<std::string> text = readString();
  if (!text) return std::nullopt;
  return withDates(std::move(*text));
}

std::optional<Value> JsonReader::readWord(std::string_view rest, Value value) {
  for (const char wanted : rest) {
    const int c = next();
    if (c == kEnd) return fail("EOF while parsing a value");
    if (c != wanted) return fail("expected ident");
  }
  return value;
}

bool JsonReader::hasNext(bool& first, char close, const char* ended, const char* separatorMissing) {
  const int c = peekPastBlanks();
  if (c == kEnd) fail(ended);
  if (c == kEnd || c == close) return false;
  if (first) {
    first = false;
    return true;
  }
  if (c != ',') {
    fail(separatorMissing);
    return false;
  }
  take();
  const int after = peekPastBlanks();
  if (after == kEnd) fail("EOF while parsing a value");
  if (after == close) fail("trailing comma");
  return m_reason.empty();
}

std::optional<Value> JsonReader::readArray() {
  if (++m_depth >= kDeepest) return fail("recursion limit exceeded");
  take();
  Array array;
  for (bool first = true; hasNext(first, ']', "EOF while parsing a list", "expected `,` or `]`");) {
    std::optional<Value> value = readValue();
    if (!value) return std::nullopt;
    array.push_back(std::move(*value));
  }
  if (!m_reason.empty()) return std::nullopt;
  take();
  --m_depth;
  return array;
}

std::optional<Value> JsonReader::readObject() {
  if (++m_depth >= kDeepest) return fail("recursion limit exceeded");
  take();
  Object object;
  for (bool first = true; hasNext(first, '}', "EOF while parsing an object", "expected `,` or `}`");) {
    if (peek() != '"') return fail("key must be a string");
    take();
    std::optional<std::string> key = readString();
    if (!key) return std::nullopt;
    const int colon = peekPastBlanks();
    if (colon != ':') return fail(colon == kEnd ? "EOF while parsing an object" : "expected `:`");
    take();
    std::optional<Value> value = readValue();
    if (!value) return std::nullopt;
    object.set(std::move(*key), std::move(*value));
  }
  if (!m_reason.empty()) return std::nullopt;
  take();
  --m_depth;
  return object;
}

std::optional<std::string> JsonReader::readString() {
  std::string text;
  for (;;) {
    const int c = next();
    if (c == kEnd) return fail("EOF while parsing a string");
    if (c == '"') return text;
    if (c < 0x20) return fail("control character (\\u0000-\\u001F) found while parsing a string");
    if (c != '\\') {
      text += static_cast<char>(c);
    } else if (!readEscape(text)) {
      return std::nullopt;
    }
  }
}

bool JsonReader::readEscape(std::string& text) {
  static constexpr std::string_view kNames = "\"\\/bfnrt";
  static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const int c = next();
  if (c == 'u') return readUnicode(text);
  const std::size_t known = c == kEnd ? std::string_view::npos : kNames.find(static_cast<char>(c));
  if (known == std::string_view::npos) {
    fail(c == kEnd ? "EOF while parsing a string" : "invalid escape");
    return false;
  }
  text += kMeanings[known];
  return true;
}

std::optional<unsigned> JsonReader::readHex() {
  unsigned number = 0;
  bool isHex = true;
  for (int i = 0; i < 4; ++i) {
    const int c = next();
    if (c == kEnd) return fail("EOF while parsing a string");
    isHex = isHex && hexDigit(c) >= 0;
    number = number * 16 + static_cast<unsigned>(std::max(hexDigit(c), 0));
  }
  if (!isHex) return fail("invalid escape");
  return number;
}

bool JsonReader::readUnicode(std::string& text) {
  const auto lead = readHex();
  if (!lead) return false;
  const bool isTrailing = *lead >= 0xDC00 && *lead <= 0xDFFF;
  if (isTrailing) fail("lone leading surrogate in hex escape");
  const bool isLeading = *lead >= 0xD800 && *lead <= 0xDBFF;
  if (!isLeading && !isTrailing) appendUtf8(text, *lead);
  if (!isLeading) return !isTrailing;
  for (const char wanted : {'\\', 'u'}) {
    const int c = next();
    if (c == wanted) continue;
    fail(c == kEnd ? "EOF while parsing a string" : "unexpected end of hex escape");
    return false;
  }
  const auto trail = readHex();
  if (!trail) return false;
  if (*trail < 0xDC00 || *trail > 0xDFFF) {
    fail("lone leading surrogate in hex escape");
    return false;
  }
  appendUtf8(text, ((*lead - 0xD800U) << 10U) + (*trail - 0xDC00U) + 0x10000U);
  return true;
}

std::optional<Value> JsonReader::readNumber(bool positive) {
  const int first = next();
  if (first == kEnd) return fail("EOF while parsing a value");
  if (!isDigit(first)) return fail("invalid number");
  auto digits = static_cast<std::uint64_t>(first - '0');
  std::int32_t dropped = 0;
  if (first == '0' && isDigit(peek())) return fail("invalid number");
  for (int c = peek(); isDigit(c); c = peek()) {
    if (dropped > 0 || !appended(digits, c)) ++dropped;
    take();
  }
  const int c = peek();
  if (c == '.') return readFraction(positive, digits, dropped);
  if (c == 'e' || c == 'E') return readExponent(positive, digits, dropped);
  if (dropped > 0) return scaled(positive, digits, dropped);
  return integer(positive, digits);
}

std::optional<Value> JsonReader::readFraction(bool positive, std::uint64_t digits, std::int32_t exponent) {
  take();
  bool any = false;
  bool full = exponent > 0;
  for (int c = peek(); isDigit(c); c = peek()) {
    full = full || !appended(digits, c);
    if (!full) --exponent;
    any = true;
    take();
  }
  const int c = peek();
  if (!any) return fail(c == kEnd ? "EOF while parsing a value" : "invalid number");
  if (c == 'e' || c == 'E') return readExponent(positive, digits, exponent);
  return scaled(positive, digits, exponent);
}

std::optional<Value> JsonReader::readExponent(bool positive, std::uint64_t digits, std::int32_t exponent) {
  constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();
  take();
  const int sign = peek();
  if (sign == '+' || sign == '-') take();
  const int first = next();
  if (first == kEnd) return fail("EOF while parsing a value");
  if (!isDigit(first)) return fail("invalid number");
  std::int32_t number = first - '0';
  for (int c = peek(); isDigit(c); c = peek()) {
    take();
    if (number > (kMost - 9) / 10) {
      if (digits != 0 && sign != '-') return fail("number out of range");
      while (isDigit(peek()))
        take();
      return Value(positive ? 0.0 : -0.0);
    }
    number = number * 10 + (c - '0');
  }
  const std::int64_t sum = exponent + (sign == '-' ? -std::int64_t{number} : std::int64_t{number});
  return scaled(positive, digits, static_cast<std::int32_t>(std::clamp<std::int64_t>(sum, -kMost, kMost)));
}

std::optional<Value> JsonReader::scaled(bool positive, std::uint64_t digits, std::int32_t exponent) {
  auto number = static_cast<double>(digits);
  for (; exponent < -kGreatestPower && number != 0.0; exponent += kGreatestPower)
    number /= 1e308;
  if (number != 0.0 && exponent > kGreatestPower) return fail("number out of range");
  if (number != 0.0) {
    // Each power of ten must be the double nearest to it, as in a table.
    const double power = std::stod("1e" + std::to_string(std::abs(exponent)));
    number = exponent >= 0 ? number * power : number / power;
  }
  if (std::isinf(number)) return fail("number out of range");
  return Value(positive ? number : -number);
}

} // namespace postwright::site

#include "app/yaml/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace postwright::yaml {
namespace {

__extension__ using Wide = unsigned __int128;

bool startsWithSign(std::string_view text) {
  return text.starts_with('+') || text.starts_with('-');
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// `007`: text by YAML 1.2, though every character is a digit.
bool hasLeadingZero(std::string_view text) {
  if (startsWithSign(text)) text.remove_prefix(1);
  return text.size() > 1 && text.front() == '0' && std::all_of(text.begin(), text.end(), isDigit);
}

std::optional<Wide> parseDigits(std::string_view digits, unsigned radix) {
  if (digits.empty()) return std::nullopt;
  Wide value = 0;
  constexpr Wide kMax = ~Wide{0};
  for (const char c : digits) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    const unsigned digit = isDigit(c)                       ? static_cast<unsigned>(c - '0')
                           : (lower >= 'a' && lower <= 'z') ? static_cast<unsigned>(lower - 'a') + 10
                                                            : 99U;
    if (digit >= radix) return std::nullopt;
    if (value > (kMax - digit) / radix) return std::nullopt;
    value = value * radix + digit;
  }
  return value;
}

struct Prefix {
  std::string_view text;
  unsigned radix;
};
constexpr auto kPrefixes = std::to_array<Prefix>({{"0x", 16}, {"0o", 8}, {"0b", 2}});

struct Integer {
  Wide magnitude = 0;
  bool negative = false;
};

/// A sign, then a radix prefix or decimal digits; the magnitude may need the full 128 bits.
std::optional<Integer> parseInteger(std::string_view text) {
  if (hasLeadingZero(text)) return std::nullopt;
  const bool negative = text.starts_with('-');
  if (startsWithSign(text)) text.remove_prefix(1);
  if (startsWithSign(text)) return std::nullopt;
  for (const Prefix& prefix : kPrefixes) {
    if (!text.starts_with(prefix.text)) continue;
    const auto magnitude = parseDigits(text.substr(prefix.text.size()), prefix.radix);
    if (!magnitude) return std::nullopt;
    return Integer{*magnitude, negative};
  }
  const auto magnitude = parseDigits(text, 10);
  if (!magnitude) return std::nullopt;
  return Integer{*magnitude, negative};
}

constexpr Wide kSignedMax = static_cast<Wide>(std::numeric_limits<std::int64_t>::max());
constexpr Wide kUnsignedMax = static_cast<Wide>(std::numeric_limits<std::uint64_t>::max());

std::optional<std::int64_t> toSigned(const Integer& integer) {
  if (integer.magnitude > kSignedMax + (integer.negative ? 1 : 0)) return std::nullopt;
  const auto magnitude = static_cast<std::uint64_t>(integer.magnitude);
  return static_cast<std::int64_t>(integer.negative ? 0 - magnitude : magnitude);
}

std::string decimal(const Integer& integer) {
  std::string digits;
  for (Wide rest = integer.magnitude; rest != 0; rest /= 10)
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
  if (digits.empty()) digits.push_back('0');
  if (integer.negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::optional<Typed> typeInteger(std::string_view text) {
  const auto integer = parseInteger(text);
  if (!integer) return std::nullopt;
  if (const auto value = toSigned(*integer)) return Typed(*value);
  if (integer->negative) {
    constexpr Wide kHugeMin = Wide{1} << 127U;
    if (integer->magnitude > kHugeMin) return std::nullopt;
    return Typed(HugeInteger{decimal(*integer), true});
  }
  if (integer->magnitude <= kUnsignedMax) return Typed(static_cast<std::uint64_t>(integer->magnitude));
  return Typed(HugeInteger{decimal(*integer), false});
}

/// digits, an optional point, an optional exponent: from_chars also takes words and hexadecimal digits.
bool looksDecimal(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t start = i;
    while (i < text.size() && isDigit(text[i]))
      ++i;
    return i - start;
  };
  std::size_t count = digits();
  if (i < text.size() && text[i] == '.') {
    ++i;
    count += digits();
  }
  if (count == 0) return false;
  if (i == text.size()) return true;
  if (text[i] != 'e' && text[i] != 'E') return false;
  ++i;
  if (i < text.size() && startsWithSign(text.substr(i))) ++i;
  return digits() > 0 && i == text.size();
}

/// The power of ten of the leading digit, for numbers whose exponent is beyond any double.
long long powerOfTen(std::string_view text) {
  constexpr long long kFar = 1'000'000'000;
  const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
  const std::string_view digits = text.substr(0, mark);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t leading = digits.find_first_of("123456789");
  if (leading == std::string_view::npos) return -kFar;
  const auto distance = static_cast<long long>(point) - static_cast<long long>(leading);
  if (mark == text.size()) return distance;
  const std::string_view exponent = text.substr(mark + 1);
  long long value = 0;
  for (const char c : exponent) {
    if (isDigit(c) && value < kFar) value = value * 10 + (c - '0');
  }
  return distance + (exponent.starts_with('-') ? -value : value);
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

bool isNullWord(std::string_view text) {
  return isOneOf(text, {"~", "null", "Null", "NULL"});
}

std::optional<bool> parseBool(std::string_view text) {
  if (isOneOf(text, {"true", "True", "TRUE"})) return true;
  if (isOneOf(text, {"false", "False", "FALSE"})) return false;
  return std::nullopt;
}

std::optional<std::int64_t> parseSigned(std::string_view text) {
  const auto integer = parseInteger(text);
  return integer ? toSigned(*integer) : std::nullopt;
}

std::optional<double> parseFloat(std::string_view text) {
  const bool plus = text.starts_with('+');
  std::string_view unsignedText = text.substr(plus ? 1 : 0);
  if (plus && startsWithSign(unsignedText)) return std::nullopt;
  if (isOneOf(unsignedText, {".inf", ".Inf", ".INF"})) return std::numeric_limits<double>::infinity();
  if (isOneOf(text, {"-.inf", "-.Inf", "-.INF"})) return -std::numeric_limits<double>::infinity();
  if (isOneOf(text, {".nan", ".NaN", ".NAN"})) return std::numeric_limits<double>::quiet_NaN();
  const bool negative = unsignedText.starts_with('-');
  if (!looksDecimal(unsignedText.substr(negative ? 1 : 0))) return std::nullopt;
  double value = 0;
  const auto result = std::from_chars(unsignedText.data(), unsignedText.data() + unsignedText.size(), value);
  if (result.ec == std::errc()) return value;
  // Too large is no number, too small is zero: from_chars says "out of range" to both.
  if (powerOfTen(unsignedText) > 0) return std::nullopt;
  return negative ? -0.0 : 0.0;
}

Typed typePlain(std::string_view text) {
  if (text.empty() || isNullWord(text)) return std::monostate();
  if (const auto boolean = parseBool(text)) return *boolean;
  if (auto integer = typeInteger(text)) return *std::move(integer);
  if (!hasLeadingZero(text)) {
    if (const auto number = parseFloat(text)) return *number;
  }
  return std::string(text);
}

std::optional<Typed> typeScalar(const Event& scalar) {
  const auto wrapped = [](auto value) { return value ? std::optional<Typed>(*value) : std::nullopt; };
  const std::string_view tag = scalar.tag;
  if (tag == kBoolTag) return wrapped(parseBool(scalar.text));
  if (tag == kIntTag) return typeInteger(scalar.text);
  if (tag == kFloatTag) return wrapped(parseFloat(scalar.text));
  if (tag == kNullTag) return isNullWord(scalar.text) ? std::optional<Typed>(std::monostate()) : std::nullopt;
  const bool untagged = tag.empty() || tag.starts_with('!');
  if (untagged && scalar.style == Style::Plain) return typePlain(scalar.text);
  return Typed(scalar.text);
}

} // namespace postwright::yaml

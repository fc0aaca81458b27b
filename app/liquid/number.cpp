#include "app/liquid/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace postwright::liquid {
namespace {

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase) {
  return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

std::size_t digitsAt(std::string_view text, std::size_t position) {
  const std::size_t end = text.find_first_not_of("0123456789", position);
  return (end == std::string_view::npos ? text.size() : end) - std::min(position, text.size());
}

/// Digits with an optional point and exponent, and at least one digit before the exponent.
bool isDecimal(std::string_view text) {
  const std::size_t whole = digitsAt(text, 0);
  std::size_t position = whole;
  std::size_t fraction = 0;
  if (position < text.size() && text[position] == '.') {
    fraction = digitsAt(text, position + 1);
    position += 1 + fraction;
  }
  if (whole + fraction == 0) return false;
  if (position < text.size() && (text[position] == 'e' || text[position] == 'E')) {
    ++position;
    if (position < text.size() && (text[position] == '+' || text[position] == '-')) ++position;
    const std::size_t exponent = digitsAt(text, position);
    if (exponent == 0) return false;
    position += exponent;
  }
  return position == text.size();
}

/// What a decimal beyond the range of double reads as: zero when it is tiny, infinity when it is huge.
double outOfRange(std::string_view decimal) {
  const std::size_t exponentAt = decimal.find_first_of("eE");
  const std::string_view digits = decimal.substr(0, exponentAt);
  const bool negativeExponent =
      exponentAt != std::string_view::npos && decimal.substr(exponentAt + 1).starts_with('-');
  const bool startsWithZero = digits.starts_with('0') || digits.starts_with('.');
  const bool isTiny = negativeExponent || (exponentAt == std::string_view::npos && startsWithZero);
  return isTiny ? 0.0 : std::numeric_limits<double>::infinity();
}

double readDecimal(std::string_view decimal) {
  double number = 0;
  const auto result = std::from_chars(decimal.data(), decimal.data() + decimal.size(), number);
  return result.ec == std::errc::result_out_of_range ? outOfRange(decimal) : number;
}

/// "digits" with the point after the first `pointAt` of them, which may lie outside.
void appendPlain(std::string& text, std::string_view digits, int pointAt) {
  const int count = static_cast<int>(digits.size());
  if (pointAt <= 0) {
    text += "0.";
    text.append(static_cast<std::size_t>(-pointAt), '0');
    text += digits;
  } else if (pointAt >= count) {
    text += digits;
    text.append(static_cast<std::size_t>(pointAt - count), '0');
  } else {
    text += digits.substr(0, static_cast<std::size_t>(pointAt));
    text += '.';
    text += digits.substr(static_cast<std::size_t>(pointAt));
  }
}

struct Decimal {
  std::string digits; ///< the first one stands before the point
  int exponent = 0;
};

/// With `precision` digits after the point, or as few as identify the number when it is negative.
Decimal scientific(double number, int precision) {
  std::array<char, 80> buffer;
  char* end = buffer.data() + buffer.size();
  const auto result =
      precision < 0 ? std::to_chars(buffer.data(), end, number, std::chars_format::scientific)
                    : std::to_chars(buffer.data(), end, number, std::chars_format::scientific, precision);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
  const std::size_t exponentAt = text.find('e');
  Decimal decimal{std::string(text.substr(0, 1)), 0};
  if (exponentAt > 1) decimal.digits += text.substr(2, exponentAt - 2);
  const char* exponent = text.data() + exponentAt + (text[exponentAt + 1] == '+' ? 2 : 1);
  std::from_chars(exponent, text.data() + text.size(), decimal.exponent);
  return decimal;
}

constexpr std::size_t kFewestTieDigits = 15; ///< fewer digits are never halfway between two candidates

/// Where two shortest forms are equally near, Rust takes the larger one and to_chars the even one.
void roundTieUp(Decimal& shortest, double number) {
  constexpr int kMore = 30;
  const int count = static_cast<int>(shortest.digits.size());
  const Decimal exact = scientific(number, count + kMore);
  const bool isTie = exact.digits.starts_with(shortest.digits) &&
                     exact.digits.find_first_not_of('0', shortest.digits.size() + 1) == std::string::npos &&
                     exact.digits[shortest.digits.size()] == '5';
  if (isTie) ++shortest.digits.back(); // an even digit, so never a 9
}

} // namespace

void appendInteger(std::string& text, std::int64_t number) {
  std::array<char, 24> buffer;
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  text.append(buffer.data(), result.ptr);
}

void appendFloat(std::string& text, double number) {
  if (std::isnan(number)) {
    text += "NaN";
    return;
  }
  if (std::signbit(number)) text += '-';
  if (std::isinf(number)) {
    text += "inf";
    return;
  }
  if (number == 0) {
    text += '0';
    return;
  }
  Decimal decimal = scientific(std::abs(number), -1);
  if (decimal.digits.size() >= kFewestTieDigits) roundTieUp(decimal, std::abs(number));
  appendPlain(text, decimal.digits, decimal.exponent + 1);
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  std::int64_t number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size())
    return std::nullopt;
  return number;
}

std::optional<double> parseFloat(std::string_view text) {
  const bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  if (equalsIgnoringCase(text, "inf") || equalsIgnoringCase(text, "infinity")) {
    number = std::numeric_limits<double>::infinity();
  } else if (equalsIgnoringCase(text, "nan")) {
    number = std::numeric_limits<double>::quiet_NaN();
  } else if (isDecimal(text)) {
    number = readDecimal(text);
  } else {
    return std::nullopt;
  }
  return isNegative ? -number : number;
}

std::int64_t toIntegerSaturating(double number) {
  constexpr double kTwoTo63 = 9223372036854775808.0;
  if (std::isnan(number)) return 0;
  if (number >= kTwoTo63) return std::numeric_limits<std::int64_t>::max();
  if (number < -kTwoTo63) return std::numeric_limits<std::int64_t>::min();
  return static_cast<std::int64_t>(number);
}

} // namespace postwright::liquid

// Filters on numbers. Integers stay integers and wrap around; text that is a number counts as one.
#include <array>
#include <cmath>
#include <limits>

#include "app/liquid/filter.h"
#include "app/liquid/number.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

using Type = FilterParameter::Type;
using Wide = std::uint64_t; // unsigned arithmetic wraps without undefined behaviour

constexpr std::string_view kNumberExpected = "Number expected";

using IntegerOperation = std::int64_t (*)(std::int64_t, std::int64_t);
using FloatOperation = double (*)(double, double);

/// Integers when both are, else floats.
Outcome<Value> combine(const FilterCall& call, IntegerOperation integers, FloatOperation floats) {
  if (!isScalar(call.input())) return invalidInput(kNumberExpected);
  const Value& operand = call.argument(0);
  if (!isScalar(operand)) return invalidArgument("operand", kNumberExpected);
  const auto leftInteger = toInteger(call.input());
  const auto rightInteger = toInteger(operand);
  if (leftInteger && rightInteger) return Value(integers(*leftInteger, *rightInteger));
  const auto left = toFloat(call.input());
  const auto right = toFloat(operand);
  if (!left || !right) return invalidArgument("operand", kNumberExpected);
  return Value(floats(*left, *right));
}

std::int64_t wrapped(Wide number) {
  return static_cast<std::int64_t>(number);
}

Outcome<Value> plus(FilterCall& call) {
  return combine(
      call,
      [](std::int64_t a, std::int64_t b) { return wrapped(static_cast<Wide>(a) + static_cast<Wide>(b)); },
      [](double a, double b) { return a + b; });
}

Outcome<Value> minus(FilterCall& call) {
  return combine(
      call,
      [](std::int64_t a, std::int64_t b) { return wrapped(static_cast<Wide>(a) - static_cast<Wide>(b)); },
      [](double a, double b) { return a - b; });
}

Outcome<Value> times(FilterCall& call) {
  return combine(
      call,
      [](std::int64_t a, std::int64_t b) { return wrapped(static_cast<Wide>(a) * static_cast<Wide>(b)); },
      [](double a, double b) { return a * b; });
}

/// Not std::fmax: that one may take either of 0 and -0.
Outcome<Value> atLeast(FilterCall& call) {
  return combine(
      call, [](std::int64_t a, std::int64_t b) { return std::max(a, b); },
      [](double a, double b) { return std::isnan(a) || a < b ? b : a; });
}

Outcome<Value> atMost(FilterCall& call) {
  return combine(
      call, [](std::int64_t a, std::int64_t b) { return std::min(a, b); },
      [](double a, double b) { return std::isnan(a) || a > b ? b : a; });
}

bool isZero(const Value& value) {
  if (const auto integer = toInteger(value)) return *integer == 0;
  return toFloat(value) == 0.0;
}

/// The least integer divided by -1: Cobalt crashes there.
bool overflows(const FilterCall& call) {
  return toInteger(call.input()) == std::numeric_limits<std::int64_t>::min() &&
         toInteger(call.argument(0)) == -1;
}

Outcome<Value> divide(const FilterCall& call, IntegerOperation integers, FloatOperation floats) {
  if (isScalar(call.input()) && isScalar(call.argument(0))) {
    if (isZero(call.argument(0))) return invalidArgument("operand", "Can't divide by zero");
    if (overflows(call)) return invalidArgument("operand", kNumberExpected);
  }
  return combine(call, integers, floats);
}

Outcome<Value> dividedBy(FilterCall& call) {
  return divide(
      call, [](std::int64_t a, std::int64_t b) { return a / b; }, [](double a, double b) { return a / b; });
}

Outcome<Value> modulo(FilterCall& call) {
  return divide(
      call, [](std::int64_t a, std::int64_t b) { return a % b; },
      [](double a, double b) { return std::fmod(a, b); });
}

Outcome<Value> absolute(FilterCall& call) {
  if (const auto integer = toInteger(call.input()))
    return Value(*integer < 0 ? wrapped(Wide{0} - static_cast<Wide>(*integer)) : *integer);
  if (const auto number = toFloat(call.input())) return Value(std::abs(*number));
  return invalidInput(kNumberExpected);
}

Outcome<Value> toWhole(const FilterCall& call, double (*rounded)(double)) {
  const auto number = toFloat(call.input());
  if (!number) return invalidInput(kNumberExpected);
  return Value(toIntegerSaturating(rounded(*number)));
}

Outcome<Value> ceiling(FilterCall& call) {
  return toWhole(call, [](double number) { return std::ceil(number); });
}

Outcome<Value> floorOf(FilterCall& call) {
  return toWhole(call, [](double number) { return std::floor(number); });
}

/// 10 to the power of `exponent` by repeated squaring, as Rust's powi does it: std::pow differs in the last
/// digit.
double powerOfTen(std::int32_t exponent) {
  double power = 1;
  for (double base = 10; exponent > 0; base *= base, exponent /= 2) {
    if (exponent % 2 == 1) power *= base;
  }
  return power;
}

Outcome<Value> roundTo(FilterCall& call) {
  const std::int64_t places = call.integer(0);
  const auto number = toFloat(call.input());
  if (!number) return invalidInput(kNumberExpected);
  if (places <= 0) return Value(toIntegerSaturating(std::round(*number)));
  if (places > std::numeric_limits<std::int32_t>::max()) return invalidInput("decimal-places was too large");
  const double multiplier = powerOfTen(static_cast<std::int32_t>(places));
  return Value(std::round(*number * multiplier) / multiplier);
}

} // namespace

std::span<const FilterEntry> mathFilters() {
  static constexpr auto kFilters = std::to_array<FilterEntry>({
      {"abs", absolute, {}},
      {"at_least", atLeast, {{"min"}}},
      {"at_most", atMost, {{"max"}}},
      {"ceil", ceiling, {}},
      {"divided_by", dividedBy, {{"operand"}}},
      {"floor", floorOf, {}},
      {"minus", minus, {{"operand"}}},
      {"modulo", modulo, {{"operand"}}},
      {"plus", plus, {{"operand"}}},
      {"round", roundTo, {{"decimal_places", Type::Integer, true}}},
      {"times", times, {{"operand"}}},
  });
  return kFilters;
}

} // namespace postwright::liquid

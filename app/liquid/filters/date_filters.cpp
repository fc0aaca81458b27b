// Filters on dates.
#include <array>
#include <cstdlib>
#include <optional>

#include "app/liquid/date_parse.h"
#include "app/liquid/filter.h"
#include "app/liquid/strftime.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

using Type = FilterParameter::Type;

/// An instant, or text that names one; a mere day does not count.
std::optional<DateTime> instantOf(const FilterCall& call) {
  const Value& input = call.input();
  if (input.kind() == Value::Kind::DateTime) return input.asDateTime();
  if (input.isString()) return readDate(input.asString(), call.now());
  return std::nullopt;
}

Outcome<Value> date(FilterCall& call) {
  const std::string_view format = call.text(0);
  const std::optional<DateTime> instant = instantOf(call);
  if (!instant || format.empty()) return call.input();
  std::optional<std::string> text = formatDate(*instant, format, call.textLimit());
  if (text) return Value(*std::move(text));
  FailurePointer failure = makeFailure("Invalid date-format string: " + std::string(format));
  failure->meaning(ErrorCode::LiquidDateFormat, {std::string(format)});
  return failed(std::move(failure));
}

/// Seconds east of UTC, with the arithmetic of 32 bits that Cobalt does; nothing when it is too far.
std::optional<std::int32_t> offsetOf(std::int64_t hours) {
  constexpr std::int32_t kFarthest = 26 * 3600;
  const auto seconds = static_cast<std::int32_t>(static_cast<std::uint32_t>(hours) * 3600U);
  if (seconds <= -kFarthest || seconds >= kFarthest) return std::nullopt;
  return seconds;
}

Outcome<Value> dateInTimeZone(FilterCall& call) {
  constexpr std::int32_t kLastYear = 9999;
  std::optional<DateTime> instant = instantOf(call);
  if (!instant) return invalidInput("Invalid date format");
  const std::optional<std::int32_t> offset = offsetOf(call.integer(1));
  if (!offset) return invalidInput("Timezone was too large");
  instant->offsetSeconds = *offset;
  if (std::abs(instant->date().year) > kLastYear) return invalidInput("Invalid date format");
  std::optional<std::string> text = formatDate(*instant, call.text(0), call.textLimit());
  if (!text) return invalidInput("Invalid format string");
  return Value(*std::move(text));
}

} // namespace

std::span<const FilterEntry> dateFilters() {
  static constexpr auto kFilters = std::to_array<FilterEntry>({
      {"date", date, {{"format", Type::Text}}},
      {"date_in_tz", dateInTimeZone, {{"format", Type::Text}, {"timezone", Type::Integer}}},
  });
  return kFilters;
}

} // namespace postwright::liquid

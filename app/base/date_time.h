// Calendar dates and instants with their offset, and the one spelling Cobalt writes.
// The one rule: an instant keeps the offset it was written with. Source: Cobalt's front-matter dates
// (liquid-core).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postwright {

/// A day of the proleptic Gregorian calendar.
struct Date {
  std::int32_t year = 1970;
  std::uint8_t month = 1; ///< 1-12
  std::uint8_t day = 1;   ///< 1-31

  auto operator<=>(const Date&) const = default;
};

/// Days since 1970-01-01.
std::int64_t daysFromCivil(const Date& date);
/// The day `days` after 1970-01-01.
Date civilFromDays(std::int64_t days);
bool isValid(const Date& date);

/// An instant and the offset it is shown in.
struct DateTime {
  std::int64_t utcSeconds = 0;    ///< seconds since 1970-01-01 00:00:00 UTC
  std::int32_t nanoseconds = 0;   ///< 0-999,999,999
  std::int32_t offsetSeconds = 0; ///< east of UTC

  /// The same instant, whatever the offset.
  bool sameInstant(const DateTime& other) const {
    return utcSeconds == other.utcSeconds && nanoseconds == other.nanoseconds;
  }
  bool before(const DateTime& other) const {
    return utcSeconds != other.utcSeconds ? utcSeconds < other.utcSeconds : nanoseconds < other.nanoseconds;
  }
  Date date() const;                ///< the calendar day in its own offset
  std::int32_t secondOfDay() const; ///< 0-86,399 in its own offset
};

DateTime makeDateTime(const Date& date, std::int32_t secondOfDay, std::int32_t offsetSeconds,
                      std::int32_t nanoseconds = 0);

/// Exactly `YYYY-MM-DD HH:MM:SS[.fraction] ±HHMM` (an optional sign before the year), else nothing.
std::optional<DateTime> parseDateTime(std::string_view text);
/// Exactly `YYYY-MM-DD` (an optional sign before the year), else nothing.
std::optional<Date> parseDate(std::string_view text);

/// `YYYY-MM-DD HH:MM:SS[.fraction] ±HHMM`, the fraction with as many digits as it needs.
std::string toString(const DateTime& dateTime);
/// `YYYY-MM-DD`.
std::string toString(const Date& date);

/// The clock, in UTC. Only the outermost layers (cli, ui) call it: `now` is a parameter everywhere else.
DateTime currentDateTime();

} // namespace postwright

#include "app/base/date_time.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace postwright {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

std::int64_t floorDivide(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// Reads fixed-width fields off the front of a text; the first mismatch makes everything after it fail.
class FieldReader {
 public:
  explicit FieldReader(std::string_view text) : m_text(text) {}

  int digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (m_position >= m_text.size() || m_text[m_position] < '0' || m_text[m_position] > '9') m_ok = false;
      if (!m_ok) return 0;
      value = value * 10 + (m_text[m_position++] - '0');
    }
    return value;
  }
  bool accept(char expected) {
    if (!m_ok || m_position >= m_text.size() || m_text[m_position] != expected) return false;
    ++m_position;
    return true;
  }
  void expect(char expected) { m_ok = accept(expected) && m_ok; }
  int sign(bool required) {
    if (accept('-')) return -1;
    if (!accept('+') && required) m_ok = false;
    return 1;
  }
  /// One to nine digits count; more are read and dropped.
  std::int32_t fraction() {
    std::int32_t nanoseconds = 0;
    int count = 0;
    for (; m_position < m_text.size() && m_text[m_position] >= '0' && m_text[m_position] <= '9';
         ++m_position) {
      if (count++ < 9) nanoseconds = nanoseconds * 10 + (m_text[m_position] - '0');
    }
    if (count == 0) m_ok = false;
    for (; count < 9; ++count)
      nanoseconds *= 10;
    return nanoseconds;
  }
  bool failed() const { return !m_ok; }
  bool finished() const { return m_ok && m_position == m_text.size(); }

 private:
  std::string_view m_text;
  std::size_t m_position = 0;
  bool m_ok = true;
};

Date readDate(FieldReader& reader) {
  Date date;
  const int sign = reader.sign(false);
  date.year = sign * reader.digits(4);
  reader.expect('-');
  date.month = static_cast<std::uint8_t>(reader.digits(2));
  reader.expect('-');
  date.day = static_cast<std::uint8_t>(reader.digits(2));
  return date;
}

} // namespace

std::int64_t daysFromCivil(const Date& date) {
  const std::chrono::year_month_day day{std::chrono::year{date.year}, std::chrono::month{date.month},
                                        std::chrono::day{date.day}};
  return std::chrono::sys_days{day}.time_since_epoch().count();
}

Date civilFromDays(std::int64_t days) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<int>(day.year()), static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

bool isValid(const Date& date) {
  return std::chrono::year_month_day{std::chrono::year{date.year}, std::chrono::month{date.month},
                                     std::chrono::day{date.day}}
      .ok();
}

Date DateTime::date() const {
  return civilFromDays(floorDivide(utcSeconds + offsetSeconds, kSecondsPerDay));
}

std::int32_t DateTime::secondOfDay() const {
  const std::int64_t local = utcSeconds + offsetSeconds;
  return static_cast<std::int32_t>(local - floorDivide(local, kSecondsPerDay) * kSecondsPerDay);
}

DateTime makeDateTime(const Date& date, std::int32_t secondOfDay, std::int32_t offsetSeconds,
                      std::int32_t nanoseconds) {
  return {daysFromCivil(date) * kSecondsPerDay + secondOfDay - offsetSeconds, nanoseconds, offsetSeconds};
}

std::optional<Date> parseDate(std::string_view text) {
  FieldReader reader(text);
  const Date date = readDate(reader);
  if (!reader.finished() || !isValid(date)) return std::nullopt;
  return date;
}

std::optional<DateTime> parseDateTime(std::string_view text) {
  FieldReader reader(text);
  const Date date = readDate(reader);
  reader.expect(' ');
  const int hour = reader.digits(2);
  reader.expect(':');
  const int minute = reader.digits(2);
  reader.expect(':');
  const int second = reader.digits(2);
  const std::int32_t nanoseconds = reader.accept('.') ? reader.fraction() : 0;
  reader.expect(' ');
  const int sign = reader.sign(true);
  const int offsetHours = reader.digits(2);
  const int offsetMinutes = reader.digits(2);
  const bool inRange = hour < 24 && minute < 60 && second < 60 && offsetHours < 24 && offsetMinutes < 60;
  if (!reader.finished() || !isValid(date) || !inRange) return std::nullopt;
  return makeDateTime(date, hour * 3600 + minute * 60 + second,
                      sign * (offsetHours * 3600 + offsetMinutes * 60), nanoseconds);
}

std::string toString(const Date& date) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%s%04d-%02d-%02d", date.year < 0 ? "-" : "", std::abs(date.year),
                date.month, date.day);
  return buffer;
}

std::string toString(const DateTime& dateTime) {
  const std::int32_t second = dateTime.secondOfDay();
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, " %02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
  std::string text = toString(dateTime.date()) + buffer;
  if (dateTime.nanoseconds != 0) {
    std::snprintf(buffer, sizeof buffer, ".%09d", dateTime.nanoseconds);
    text += buffer;
    text.erase(text.find_last_not_of('0') + 1);
  }
  const std::int32_t minutes = std::abs(dateTime.offsetSeconds) / 60;
  std::snprintf(buffer, sizeof buffer, " %c%02d%02d", dateTime.offsetSeconds < 0 ? '-' : '+', minutes / 60,
                minutes % 60);
  return text + buffer;
}

DateTime currentDateTime() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  const auto rest = std::chrono::duration_cast<std::chrono::nanoseconds>(now - seconds);
  return {seconds.count(), static_cast<std::int32_t>(rest.count()), 0};
}

} // namespace postwright

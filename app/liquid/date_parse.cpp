#include "app/liquid/date_parse.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/base/unicode.h"
#include "app/liquid/date_names.h"

namespace postwright::liquid {
namespace {

/// Reads fields off the front of a text; after the first that does not fit, nothing fits.
class Fields {
 public:
  explicit Fields(std::string_view text) : m_rest(text) {}

  Fields& digits(int& value, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    value = 0;
    while (count < most && count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9')
      value = value * 10 + (m_rest[count++] - '0');
    return take(count, count >= least);
  }
  Fields& text(std::string_view expected) { return take(expected.size(), m_rest.starts_with(expected)); }
  /// One of `names`, cut to `length` characters; `index` counts from 1.
  Fields& name(int& index, std::span<const std::string_view> names, std::size_t length) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string_view name = names[i].substr(0, length);
      if (!m_rest.starts_with(name)) continue;
      index = static_cast<int>(i) + 1;
      return take(name.size(), true);
    }
    return take(0, false);
  }
  Fields& sign(bool& isNegative) {
    isNegative = m_rest.starts_with('-');
    return take(1, isNegative || m_rest.starts_with('+'));
  }
  Fields& optionalSign(bool& isNegative) {
    isNegative = m_rest.starts_with('-');
    return take(isNegative || m_rest.starts_with('+') ? 1 : 0, true);
  }
  bool finished() const { return m_fits && m_rest.empty(); }

 private:
  Fields& take(std::size_t count, bool fits) {
    m_fits = m_fits && fits;
    if (m_fits) m_rest.remove_prefix(count);
    return *this;
  }

  std::string_view m_rest;
  bool m_fits = true;
};

struct Instant {
  int year = 0;
  bool isYearNegative = false;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool isOffsetNegative = false;
  int offsetHours = 0;
  int offsetMinutes = 0;
};

Fields& readYear(Fields& fields, Instant& at) {
  return fields.optionalSign(at.isYearNegative).digits(at.year, 4, 4);
}

Fields& readTime(Fields& fields, Instant& at) {
  return fields.digits(at.hour, 2, 2).text(":").digits(at.minute, 2, 2).text(":").digits(at.second, 2, 2);
}

void readOffset(Fields& fields, Instant& at) {
  fields.text(" ").sign(at.isOffsetNegative).digits(at.offsetHours, 2, 2).digits(at.offsetMinutes, 2, 2);
}

/// `16 February 2016 10:00:00 +0100`, or with the first `length` letters of the month.
void readDayMonthYear(Fields& fields, Instant& at, std::size_t length) {
  fields.digits(at.day, 2, 2).text(" ").name(at.month, kMonthNames, length).text(" ");
  readTime(readYear(fields, at).text(" "), at);
}

void readLongMonth(Fields& fields, Instant& at) {
  readDayMonthYear(fields, at, std::string_view::npos);
}

void readShortMonth(Fields& fields, Instant& at) {
  readDayMonthYear(fields, at, 3);
}

/// `02/16/2016 10:00:00 +0100`.
void readSlashed(Fields& fields, Instant& at) {
  fields.digits(at.month, 2, 2).text("/").digits(at.day, 2, 2).text("/");
  readTime(readYear(fields, at).text(" "), at);
}

/// `Tue Feb 16 10:00:00 2016 +0100`; the day of the week is not checked.
void readWeekdayFirst(Fields& fields, Instant& at) {
  int weekday = 0;
  fields.name(weekday, kWeekdayNames, 3).text(" ").name(at.month, kMonthNames, 3).text(" ");
  readTime(fields.digits(at.day, 1, 2).text(" "), at).text(" ");
  readYear(fields, at);
}

std::optional<DateTime> toDateTime(const Instant& at) {
  const Date date{at.isYearNegative ? -at.year : at.year, static_cast<std::uint8_t>(at.month),
                  static_cast<std::uint8_t>(at.day)};
  const bool inRange =
      at.hour < 24 && at.minute < 60 && at.second < 60 && at.offsetHours < 24 && at.offsetMinutes < 60;
  if (!inRange || !isValid(date)) return std::nullopt;
  const int offset = at.offsetHours * 3600 + at.offsetMinutes * 60;
  return makeDateTime(date, at.hour * 3600 + at.minute * 60 + at.second,
                      at.isOffsetNegative ? -offset : offset);
}

bool isNow(std::string_view text) {
  const std::string word = lowerCase(text);
  const std::string_view trimmed = trimmedWhiteSpace(word);
  return trimmed == "now" || trimmed == "today";
}

bool endsInOffset(std::string_view text) {
  if (text.size() < 5) return false;
  const std::string_view end = text.substr(text.size() - 5);
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  return (end[0] == '+' || end[0] == '-') && (end[1] == '0' || end[1] == '1') &&
         std::all_of(end.begin() + 2, end.end(), isDigit);
}

} // namespace

std::optional<DateTime> readDate(std::string_view text, const DateTime& now) {
  constexpr std::size_t kLongest = 100;
  using Reader = void (*)(Fields&, Instant&);
  static constexpr std::array<Reader, 4> kReaders = {readLongMonth, readShortMonth, readSlashed,
                                                     readWeekdayFirst};
  if (text.empty()) return std::nullopt;
  if (text.size() <= kLongest && isNow(text)) return now;
  const std::string whole = std::string(text) + (endsInOffset(text) ? "" : " +0000");
  if (const auto date = parseDateTime(whole)) return date;
  for (const Reader read : kReaders) {
    Fields fields(whole);
    Instant at;
    read(fields, at);
    readOffset(fields, at);
    if (!fields.finished()) continue;
    if (const auto date = toDateTime(at)) return date;
  }
  return std::nullopt;
}

} // namespace postwright::liquid

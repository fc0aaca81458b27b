#include "ui/form/date_text.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

#include "ui/base/text_bridge.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

enum class Part { Year, Month, Day, Hour, Minute, Second, OffsetHour, OffsetMinute };

const QRegularExpression& shape() {
  static const QRegularExpression expression(
      QStringLiteral(R"(^([-+]?\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(\.\d+)? ([-+])(\d\d)(\d\d)$)"));
  return expression;
}

// Separators and digits as people and other programs write them.
const QRegularExpression& looseShape() {
  static const QRegularExpression expression(QStringLiteral(
      R"(^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))"
      R"((?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(?:(Z|UTC|GMT)|([-+])(\d{2}):?(\d{2})?)?\s*$)"));
  return expression;
}

bool isWithin(const QRegularExpressionMatch& match, int group, int most) {
  return match.capturedView(group).toInt() <= most;
}

QString rangeComplaint(const QRegularExpressionMatch& match) {
  const int month = match.capturedView(2).toInt();
  const int day = match.capturedView(3).toInt();
  if (month < 1 || month > 12) return Words::tr("There is no month %1").arg(match.captured(2));
  const Date date{match.capturedView(1).toInt(), static_cast<std::uint8_t>(month),
                  static_cast<std::uint8_t>(day)};
  if (!isValid(date))
    return Words::tr("%1 has no day %2").arg(match.captured(1) + u'-' + match.captured(2)).arg(day);
  if (!isWithin(match, 4, 23)) return Words::tr("There is no hour %1").arg(match.captured(4));
  if (!isWithin(match, 5, 59)) return Words::tr("There is no minute %1").arg(match.captured(5));
  if (!isWithin(match, 6, 59)) return Words::tr("There is no second %1").arg(match.captured(6));
  return Words::tr("There is no offset %1").arg(match.captured(8) + match.captured(9) + match.captured(10));
}

DateTime withLocal(const DateTime& value, std::int64_t localSeconds) {
  DateTime moved = value;
  moved.utcSeconds = localSeconds - value.offsetSeconds;
  return moved;
}

std::int64_t localSeconds(const DateTime& value) {
  return value.utcSeconds + value.offsetSeconds;
}

DateTime addMonths(const DateTime& value, int months) {
  const Date date = value.date();
  const int index = date.year * 12 + date.month - 1 + months;
  const int year = index >= 0 ? index / 12 : (index - 11) / 12;
  Date moved{year, static_cast<std::uint8_t>(index - year * 12 + 1), date.day};
  while (!isValid(moved) && moved.day > 1)
    --moved.day;
  return makeDateTime(moved, value.secondOfDay(), value.offsetSeconds, value.nanoseconds);
}

/// The same clock reading at another offset.
DateTime moveOffset(const DateTime& value, int seconds) {
  constexpr int kMost = 23 * 3600 + 59 * 60;
  DateTime moved = value;
  moved.offsetSeconds = std::clamp(value.offsetSeconds + seconds, -kMost, kMost);
  moved.utcSeconds = localSeconds(value) - moved.offsetSeconds;
  return moved;
}

DateTime stepped(const DateTime& value, Part part, int steps) {
  switch (part) {
    case Part::Year:
      return addMonths(value, steps * 12);
    case Part::Month:
      return addMonths(value, steps);
    case Part::Day:
      return withLocal(value, localSeconds(value) + steps * 86400LL);
    case Part::Hour:
      return withLocal(value, localSeconds(value) + steps * 3600LL);
    case Part::Minute:
      return withLocal(value, localSeconds(value) + steps * 60LL);
    case Part::Second:
      return withLocal(value, localSeconds(value) + steps);
    case Part::OffsetHour:
      return moveOffset(value, steps * 3600);
    case Part::OffsetMinute:
      return moveOffset(value, steps * 60);
  }
  return value;
}

Part partAt(const QRegularExpressionMatch& match, qsizetype caret) {
  constexpr std::array kGroups = {1, 2, 3, 4, 5, 6, 9, 10};
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    if (caret <= match.capturedEnd(kGroups[i])) return static_cast<Part>(i);
  }
  return Part::OffsetMinute;
}

} // namespace

QString dateTimeText(const DateTime& value) {
  return toQString(toString(value));
}

QString dateTimeComplaint(const QString& text) {
  if (parseDateTime(toUtf8(text))) return {};
  if (text.trimmed().isEmpty()) return Words::tr("Empty; “Remove field” leaves the date out");
  const QRegularExpressionMatch match = shape().match(text);
  if (match.hasMatch()) return rangeComplaint(match);
  static const QRegularExpression noOffset(QStringLiteral(R"(^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\s*$)"));
  if (noOffset.match(text).hasMatch()) return Words::tr("The offset is missing, such as +0000");
  return Words::tr("Write it as 2024-07-20 16:01:48 +0000");
}

std::optional<DateTime> guessDateTime(const QString& text, int offsetSeconds) {
  const QRegularExpressionMatch match = looseShape().match(text);
  if (!match.hasMatch()) return std::nullopt;
  const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
  const Date date{number(1), static_cast<std::uint8_t>(number(2)), static_cast<std::uint8_t>(number(3))};
  if (!isValid(date) || number(4) > 23 || number(5) > 59 || number(6) > 59) return std::nullopt;
  int offset = offsetSeconds;
  if (match.hasCaptured(7)) offset = 0;
  if (match.hasCaptured(8)) {
    const int size = number(9) * 3600 + number(10) * 60;
    offset = match.capturedView(8) == QLatin1String("-") ? -size : size;
  }
  return makeDateTime(date, number(4) * 3600 + number(5) * 60 + number(6), offset);
}

std::optional<QString> stepDateTime(const QString& text, qsizetype caret, int steps) {
  const auto value = parseDateTime(toUtf8(text));
  const QRegularExpressionMatch match = shape().match(text);
  if (!value || !match.hasMatch()) return std::nullopt;
  const DateTime moved = stepped(*value, partAt(match, caret), steps);
  const int year = moved.date().year;
  if (year < 0 || year > 9999) return std::nullopt;
  return dateTimeText(moved);
}

} // namespace postwright::ui

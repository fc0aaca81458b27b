// A date with its offset as one types it: what is wrong with a text, what it was meant to be, and stepping
// the part under the caret. The one rule: only `YYYY-MM-DD HH:MM:SS ±HHMM` is a date; everything else is a
// suggestion.
#pragma once

#include <QString>
#include <optional>

#include "app/base/date_time.h"

namespace postwright::ui {

/// What is wrong with `text` as a date, time and offset; empty when nothing is.
QString dateTimeComplaint(const QString& text);

/// The date that was probably meant (`2024-7-5`, `2024-07-20T16:01Z`, `2024-07-20 16:01 +01:00`): missing
/// time is midnight, a missing offset is `offsetSeconds`. Nothing when even that cannot be read.
std::optional<DateTime> guessDateTime(const QString& text, int offsetSeconds);

/// `text` with the part at `caret` (year … second, hours and minutes of the offset) moved by `steps`,
/// carrying into the others as a clock does; a changed offset keeps the clock's reading. Nothing when `text`
/// is no date.
std::optional<QString> stepDateTime(const QString& text, qsizetype caret, int steps);

/// `value` as `YYYY-MM-DD HH:MM:SS ±HHMM`.
QString dateTimeText(const DateTime& value);

} // namespace postwright::ui

// Text that the date filters take for an instant. Source: parse_date_time of liquid-core 0.26.9.
// The one rule: a format must fit the whole text; an offset that is missing is +0000.
#pragma once

#include <optional>
#include <string_view>

#include "app/base/date_time.h"

namespace postwright::liquid {

/// The instant that `text` names; "now" and "today" are `now`.
std::optional<DateTime> readDate(std::string_view text, const DateTime& now);

} // namespace postwright::liquid

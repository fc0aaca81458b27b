// Dates as other programs and people write them, in the one spelling that Cobalt reads.
// The one rule: the day and the time are never changed, only spelled; what cannot be told is left alone.
// Source: ISO 8601 and RFC 3339; Cobalt's `published_date`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postwright::generators::cobalt {

/// `YYYY-MM-DD HH:MM:SS ±HHMM` for a date with `-` or `/`, perhaps a time behind a blank or `T`, perhaps an
/// offset (`Z`, `+02:00`, `+0200`, `+02`); `offset` stands in where there is none. Nothing for anything else.
std::optional<std::string> spelledDate(std::string_view text, std::string_view offset);

} // namespace postwright::generators::cobalt

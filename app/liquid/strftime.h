// Dates in the formats of strftime, the flavour that Ruby has and liquid-core 0.26.9 speaks.
// The one rule: an unknown letter is copied as it is written; only a format that ends inside a `%` fails, or
// has a letter beyond ASCII there (liquid-rust crashes on it).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/date_time.h"

namespace postwright::liquid {

/// `date`, in its own offset, formatted. Nothing when the format ends inside a specifier, has a width beyond
/// 64 bits, or makes more than `limit` bytes.
std::optional<std::string> formatDate(const DateTime& date, std::string_view format, std::size_t limit);

} // namespace postwright::liquid

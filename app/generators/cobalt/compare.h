// The order of two posts by one of their attributes.
// The one rule: a post without the attribute comes first, whatever the order. Source: Cobalt's paginators.
#pragma once

#include <string_view>

#include "app/base/value.h"

namespace postwright::generators::cobalt {

/// Negative, zero or positive as the object `a` comes before, with or after `b`. Attributes that cannot be
/// compared are equal.
int compareBy(std::string_view key, const Value& a, const Value& b, bool descending);

} // namespace postwright::generators::cobalt

// Liquid's `==`, its order and `contains`. Source: value_eq and value_cmp of liquid-core 0.26.9.
// The one rule: nothing here fails; pairs that have no order are unordered.
#pragma once

#include <compare>
#include <optional>

#include "app/base/value.h"

namespace postwright::liquid {

/// `a == b`. Not the same as Value's own equality: 1 and 1.0 are equal, 1 and true too.
bool equalValues(const Value& a, const Value& b);

/// Unordered for values of different kinds, except integers with floats and dates with instants.
std::partial_ordering compareValues(const Value& a, const Value& b);

/// `a contains b`; nothing when `a` is neither scalar, array nor object.
std::optional<bool> containsValue(const Value& a, const Value& b);

} // namespace postwright::liquid

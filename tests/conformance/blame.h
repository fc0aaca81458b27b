// Whether an error says what the real generator's said. The one rule: the same file and the same cause; the
// words around them are free.
#pragma once

#include <string>

#include "app/base/error.h"

namespace postwright::conformance {

/// Empty when `error` blames the same file for the same cause as the generator's text `expected` (its
/// standard error, which may be cut short); otherwise both, side by side. A crash of the generator is met by
/// any error.
std::string blameDifference(const std::string& expected, const Error& error);

} // namespace postwright::conformance

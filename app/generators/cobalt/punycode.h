// Domain names with letters beyond ASCII in the spelling that the network uses.
// The one rule: ASCII names come back as they are. Source: RFC 3492.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postwright::generators::cobalt {

/// Each label beyond ASCII as "xn--…"; nothing when a number overflows. The caller has mapped the letters to
/// lower case.
std::optional<std::string> asciiDomain(std::string_view domain);

} // namespace postwright::generators::cobalt

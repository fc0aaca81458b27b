// An address on the web in its normal form, as it stands in a sitemap.
// The one rule: what a browser would refuse is refused. Source: the WHATWG URL standard as the crate
// `url` 2.5 applies it (special schemes without `file`; hosts are domains or IPv4 addresses in four decimal
// parts).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postwright::generators::cobalt {

/// `address` normalised: host in lower case, default port dropped, "." and ".." gone, the rest
/// percent-encoded. Nothing for a relative or broken one.
std::optional<std::string> normalAddress(std::string_view address);

} // namespace postwright::generators::cobalt

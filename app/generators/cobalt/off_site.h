// Why a file has no page on a Cobalt site. The one rule: the answers come from the same settings, rules and
// documents that a build uses. Source: spec 1.3, 1.4, 2.5; Cobalt does not leave out posts of a later day.
#pragma once

#include <string_view>
#include <vector>

#include "app/front_matter/advice.h"
#include "app/generators/cobalt/base.h"

namespace postwright::generators::cobalt {

/// Empty when the file at `path` has a page of its own in a build as the configuration asks for it.
std::vector<front_matter::Reason> whyNotOnSite(const Parts& parts, std::string_view path);

} // namespace postwright::generators::cobalt

// The fields that Cobalt itself reads from front matter, and how each is edited.
// The one rule: exactly the keys of Cobalt's own struct; any other key at the top stops the build.
// Source: Cobalt's front matter (spec 2.3).
#pragma once

#include <string_view>
#include <vector>

#include "app/front_matter/learned_form.h"

namespace postwright::generators::cobalt {

std::vector<front_matter::KnownField> knownFields();

/// Whether Cobalt knows this key at the top of the front matter.
bool isKnownField(std::string_view key);
/// The names of all such keys, in Cobalt's order.
std::vector<std::string> knownFieldNames();

} // namespace postwright::generators::cobalt

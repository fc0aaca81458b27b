// YAML text to Values with Cobalt's typing (serde_yaml 0.9 on libyaml), and the place of every fault.
// The one rule: libyaml and yaml-cpp are named in app/yaml only. Source: spec 2.2 and 9.1.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/base/result.h"
#include "app/base/value.h"

namespace postwright::yaml {

/// How strings shaped like dates are read.
enum class Dates : std::uint8_t { KeepText, Convert };

/// Any YAML document as Cobalt reads data files (`_data/*.yml`): keys must be strings at every level.
/// An empty document is nil. Errors: the Yaml… codes with line and column in `text`, serde's wording in
/// `detail`.
Result<Value> readValue(std::string_view text, Dates dates = Dates::Convert);

} // namespace postwright::yaml

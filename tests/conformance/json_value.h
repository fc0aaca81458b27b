// JSON as the data of a template.
#pragma once

#include <nlohmann/json.hpp>

#include "app/base/value.h"

namespace postwright::conformance {

/// Keys keep their order; text shaped like a date becomes one, as where Cobalt reads front-matter data.
Value toValue(const nlohmann::ordered_json& json);
Object toObject(const nlohmann::ordered_json& json);

} // namespace postwright::conformance

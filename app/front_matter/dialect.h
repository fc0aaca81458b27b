// What a scalar means to a generator. The one rule: the text's style and tag count before its spelling.
// Source: serde_yaml 0.9 (Cobalt), Psych's safe loader (Jekyll).
#pragma once

#include <string_view>

#include "app/front_matter/edit_types.h"
#include "app/yaml/outline.h"

namespace postwright::front_matter {

/// The type of a scalar; a text that Cobalt turns into a date is a Date, quoted or not.
ScalarType typeOf(const yaml::Outline& scalar, Dialect dialect);

/// Whether `literal` can be written as a value of this type: "true", "12", "2024-07-20", …; any String can.
bool isLiteral(const Scalar& literal, Dialect dialect);

} // namespace postwright::front_matter

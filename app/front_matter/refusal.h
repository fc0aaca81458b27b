// Makes refusals: a stable code for programs with its sentence for people.
// The one rule: a code is listed here or it does not exist. Source: the edit design's table of refusals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/front_matter/edit_types.h"
#include "app/yaml/tree.h"

namespace postwright::front_matter {

/// The refusal of this code with the arguments of its sentence.
Refusal refusal(std::string_view code, const std::vector<std::string>& arguments, Span where);

/// Why `tree`, read from `text`, cannot be edited at all, if so.
std::optional<Refusal> treeProblem(const yaml::Tree& tree, std::string_view text);

} // namespace postwright::front_matter

// What yaml-cpp says of an edit: an independent reader. In a long text it looks at the entries that the edit
// is in, since it takes a hundred times as long as libyaml for texts that are made to cost time. The one
// rule: it can only refuse; it is not asked where it could not read the old text, or only slowly. Source:
// yaml-cpp before is compared with yaml-cpp after, so that its own misreadings cancel out.
#pragma once

#include <string_view>

#include "app/front_matter/planner.h"
#include "app/yaml/tree.h"

namespace postwright::front_matter {

/// Whether yaml-cpp reads `changed` as `text` with the plan's change. `tree`: libyaml's reading of `text`.
bool agreesAgain(const yaml::Tree& tree, std::string_view text, const Plan& plan, std::string_view changed,
                 Dialect dialect);

} // namespace postwright::front_matter

// Conditions that never hold because of a name that is not there.
// The one rule: what a site leaves out on purpose (a field that only some posts have, an argument of an
// include) is no problem.
#pragma once

#include "app/base/diagnostic.h"
#include "app/liquid/template.h"
#include "app/site/site.h"

namespace postwright::checks {

/// The warning for one missing variable, or nothing. `site` may be null.
std::optional<Diagnostic> conditionProblem(const liquid::MissingVariable& missing, const site::Site* site);

} // namespace postwright::checks

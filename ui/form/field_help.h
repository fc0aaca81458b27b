// What the site says of a field, in sentences: its own help, the templates that read it, its kinds in other
// posts. The one rule: it depends on the learnt field alone.
#pragma once

#include <QString>

#include "app/front_matter/learned_form.h"

namespace postwright::ui {

/// Lines for a tooltip and for screen readers; empty when nothing is known.
QString helpOf(const front_matter::LearnedField& field);

/// The first place that reads the field, such as "post.liquid line 12"; empty: none.
QString firstPlace(const front_matter::LearnedField& field);

} // namespace postwright::ui

// Makes a form of what was learnt from the posts, of what templates read, and of what the site itself says.
// The one rule: each source only adds; the site's own words about a field win over what was learnt.
// Source: the order of decisions below, most certain first; see kindOf().
#pragma once

#include <string>
#include <vector>

#include "app/front_matter/field_kind.h"
#include "app/front_matter/form_learner.h"
#include "app/front_matter/form_rules.h"
#include "app/front_matter/learned_form.h"

namespace postwright::front_matter {

/// One place where a template reads a field of the post it shows.
struct FieldRead {
  std::vector<std::string> keys;
  ReadPlace place;
};

/// What is known besides the posts. The functions may be empty: nothing is one.
struct Surroundings {
  std::vector<KnownField> known;
  std::vector<FieldRead> reads; ///< of known fields and of what is below them
  std::vector<std::string> layouts;
  NamesOne isFile; ///< a text names a file of the site
  NamesOne isPost; ///< a text names a post of the site
  FormRules rules;
};

LearnedForm buildForm(const SeenField& posts, const Surroundings& around);

} // namespace postwright::front_matter

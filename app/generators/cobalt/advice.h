// What Cobalt has to say about a post's front matter, field by field, told as help with its fix.
// The one rule: an Error here is exactly what stops Cobalt's build; a fix makes it go on and changes nothing
// else. Source: Cobalt's front matter through serde_yaml 0.9 (spec 2.3).
#pragma once

#include <string>
#include <vector>

#include "app/front_matter/advice.h"
#include "app/front_matter/edit.h"

namespace postwright::generators::cobalt {

struct AdviceContext {
  std::vector<std::string> layouts;
  std::string offset = "+0000"; ///< that a date without one gets
};

/// In the order of the text. Errors' positions have no file name: it is the post itself.
std::vector<front_matter::FieldAdvice> adviceOn(const front_matter::FrontMatterDocument& post,
                                                const AdviceContext& context = {});

} // namespace postwright::generators::cobalt

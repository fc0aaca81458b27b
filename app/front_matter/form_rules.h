// What a site says about its fields itself, in `_postwright.yml`: names, order, what must be there and what
// fits. The one rule: it is never needed, and a mistake in it is told and costs that one setting.
// Source: the file's own format, as below.
//
//   posts:                       # or pages
//     - field: data.hero         # keys with dots between them
//       label: Hero image
//       help: Above the title, three to two
//       kind: image
//       required: true
//       pattern: "/img/.*"       # a regular expression for the whole text
//       minimum: 1               # of a number
//       maximum: 10
//       choices: [small, large]
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/front_matter/learned_form.h"

namespace postwright::front_matter {

struct FieldRule {
  std::vector<std::string> keys;
  std::string label;
  std::string help;
  std::optional<LearnedKind> kind;
  bool required = false;
  std::string pattern;
  std::optional<double> minimum;
  std::optional<double> maximum;
  std::vector<std::string> choices;
};

/// The rules for one collection; the order is that of the form.
using FormRules = std::vector<FieldRule>;

struct SiteRules {
  FormRules posts;
  FormRules pages;
  Diagnostics problems; ///< with the line in `file`
};

inline constexpr std::string_view kRulesFile = "_postwright.yml";

/// Reads the text of `file`; blank text has no rules.
SiteRules readRules(std::string_view text, const std::string& file = std::string(kRulesFile));

} // namespace postwright::front_matter

// Decides from the values of a field how it is edited. The one rule: nearly all of them must agree (19 of
// 20), and absent or empty values have no say. Source: the posts' own values, never a lenient parser.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "app/front_matter/form_learner.h"
#include "app/front_matter/learned_form.h"

namespace postwright::front_matter {

/// Whether a text names something of the site; empty: nothing does.
using NamesOne = std::function<bool(const std::string&)>;

struct Neighbourhood {
  std::size_t posts = 0; ///< in the collection
  NamesOne isFile;
  NamesOne isPost;
};

LearnedKind kindOf(const SeenField& field, const Neighbourhood& around);

/// Whether a field's values are offered again.
constexpr bool hasWords(LearnedKind kind) {
  return kind == LearnedKind::Words || kind == LearnedKind::Choice || kind == LearnedKind::Layout;
}

/// The kinds of values when not all are alike, most frequent first.
std::vector<SeenKind> seenKinds(const SeenField& field);

/// Whether a text names an image by its ending, as a path or a URL.
bool namesImage(std::string_view text);
bool isColour(std::string_view text); ///< #rgb, #rrggbb (with alpha too), rgb(…), hsl(…)
bool isUrl(std::string_view text);    ///< http, https, mailto, without blanks

} // namespace postwright::front_matter

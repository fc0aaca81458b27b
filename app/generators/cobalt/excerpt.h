// The part of a post that stands for it in lists.
// The one rule: it is cut from the body before Liquid and Markdown see it. Source: spec 3.4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/generators/cobalt/entry.h"
#include "app/site/view.h"

namespace postwright::generators::cobalt {

/// Nothing when the document has no excerpt.
std::optional<site::ExcerptSource> excerptOf(const Entry& entry);

/// Every line of `text` that looks like a link reference definition, each with its newline.
std::string referenceLines(std::string_view text);

} // namespace postwright::generators::cobalt

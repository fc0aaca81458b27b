// What a style sheet refers to: `url(…)` and `@import`.
// The one rule: comments and strings are never taken for references. Source: CSS Syntax Level 3, as far as
// finding them needs it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/text.h"

namespace postwright::exporting {

struct CssReference {
  Span span;       ///< `url(…)`, or the whole `@import …;`
  std::string url; ///< without quotes, escapes resolved
  bool isImport = false;
  std::string media; ///< of an import: what stands between the address and the `;`
};

/// Every reference of `css`, in order.
std::vector<CssReference> cssReferences(std::string_view css);

} // namespace postwright::exporting

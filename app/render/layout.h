// The layout that a document asks for, or why it cannot have it.
// The one rule: what is wrong is placed where a person would mend it: in the layout, or at the field that
// names it. Source: spec 3.1.
#pragma once

#include <string>

#include "app/base/result.h"
#include "app/liquid/template.h"
#include "app/site/view.h"

namespace postwright::render {

/// `error` with what Cobalt says it was doing.
Error during(Error error, std::string what);

/// Null when the document asks for none. Errors: Liquid's, and LayoutMissing.
Result<liquid::TemplatePointer> layoutOf(const site::View& view, const site::DocumentPointer& document);

} // namespace postwright::render

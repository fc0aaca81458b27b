// The variables that a document gives to templates.
// The one rule: the names and their presence are Cobalt's; a missing date is a missing key, not nil.
// Source: spec 2.5 (permalinks) and 3.3 (pages).
#pragma once

#include <string_view>

#include "app/base/value.h"
#include "app/site/document.h"

namespace postwright::generators::cobalt {

/// `page` without content, excerpt, previous and next.
Object attributesOf(const site::Document& document);

/// What a permalink of `document` may use, its path being `file` (spec 2.5).
Object permalinkVariables(const site::Document& document, std::string_view file);

} // namespace postwright::generators::cobalt

// Writes values as serde_yaml does when Cobalt saves a front matter: block style, two blanks of indentation,
// list items in the column of their key. The one rule: what is written reads back as the same value under
// Cobalt's typing. Source: spec 2.6; libyaml's choice of scalar style.
#pragma once

#include <string>
#include <string_view>

#include "app/base/value.h"

namespace postwright::drafts {

/// One key with its value and final newline, at `indent` blanks.
std::string writeEntry(std::string_view key, const Value& value, int indent = 0);

/// A string in the style Cobalt would choose; `indent` is that of the line it stands on (for literal blocks).
std::string writeString(std::string_view text, int indent = 0);

} // namespace postwright::drafts

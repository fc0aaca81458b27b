// One value as its own YAML: read without the indentation around it, and written back. For values that no
// field suits (references, tags, shared ones, lists in lists).
// The one rule: as for every edit, what is written is only given when a re-parse shows that nothing but this
// value changed; here its new meaning is whatever the text says. Source: the edit design of this folder.
#pragma once

#include <string>
#include <string_view>

#include "app/front_matter/edit.h"

namespace postwright::front_matter {

/// The text of the value at `path` with its anchor and tag, lines ended by LF, further lines without the
/// indentation common to them; empty when there is no such value.
std::string rawText(const FrontMatterDocument& document, const Path& path);

/// The edits that make `yaml` the value at `path`. Refused: "no-such-key", "syntax" and its like with the
/// reader's message, "verify" when the text would change something else.
EditResult setRaw(const FrontMatterDocument& document, const Path& path, std::string_view yaml);

} // namespace postwright::front_matter

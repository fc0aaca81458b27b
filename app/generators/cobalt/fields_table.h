// The front-matter reader as a part of a larger document: the configuration's `default` maps have the same
// fields. The one rule: only readers of YAML in this folder include this. Source: spec 2.3.
#pragma once

#include <functional>
#include <string>

#include "app/generators/cobalt/fields.h"
#include "app/yaml/cursor.h"

namespace postwright::generators::cobalt {

/// Hears each known key: its name, its event, and the place of its value.
using SeenField = std::function<void(const std::string&, const yaml::Event&, yaml::Cursor&)>;

/// One front-matter map at the cursor.
yaml::Reading<void> readFieldTable(yaml::Cursor& cursor, PartialFields& out, const SeenField& seen = {});

/// `None`, `Asc` or `Desc`.
yaml::Reading<void> readSortOrder(yaml::Cursor& cursor, SortOrder& out);

} // namespace postwright::generators::cobalt

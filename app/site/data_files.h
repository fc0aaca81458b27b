// The data folder of a site (`_data`): YAML, JSON and TOML files as one tree of values.
// The one rule: a key is given once; two files that claim the same key are an error.
// Source: spec 1.6 and 9.1 (Cobalt's site.rs).
#pragma once

#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/base/value.h"

namespace postwright::site {

/// Adds every file of `folder` (its name, below `source`) to `seed`; folders and file stems become keys.
/// `shown` is how Cobalt would spell the folder in messages ("./_data"). Errors: DataFileInvalid with
/// Cobalt's words, PathOutsideSite.
Result<Object> readDataFiles(const std::string& source, const std::string& folder, const std::string& shown,
                             Object seed);

/// JSON as Cobalt reads it; strings shaped like dates become dates. Errors: DataFileInvalid with line,
/// column.
Result<Value> readJson(std::string_view text);

/// TOML as Cobalt reads it. Errors: DataFileInvalid with line, column.
Result<Value> readToml(std::string_view text);

/// A string that is a whole date or date-time becomes one.
Value withDates(std::string text);

} // namespace postwright::site

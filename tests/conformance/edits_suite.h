// Recorded edits of front matter: a YAML text, one operation, and the exact text afterwards or a refusal.
// The one rule: `set`, `insert` and `append` act on what is there; making missing keys has tests of its own.
#pragma once

#include <string>

#include "tests/conformance/suite.h"

namespace postwright::conformance {

/// Runs every case of `jsonFile`. An unreadable file is one failed case.
SuiteResult runEditsSuite(const std::string& jsonFile);

} // namespace postwright::conformance

// Recorded readings of front matter: whole files with the fields and the body that Cobalt made of them.
// The one rule: expectations come from the file alone; line ends of both bodies are normalised first.
#pragma once

#include <string>

#include "tests/conformance/suite.h"

namespace postwright::conformance {

/// Runs every case of `jsonFile`. An unreadable file is one failed case.
SuiteResult runFrontMatterSuite(const std::string& jsonFile);

} // namespace postwright::conformance

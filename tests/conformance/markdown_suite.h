// Runs recorded Markdown cases `{name, in, out}` with highlighting off. The one rule: bytes must be equal.
#pragma once

#include "tests/conformance/suite.h"

namespace postwright::conformance {

/// Every case of `jsonFile`, an array of objects.
SuiteResult runMarkdownSuite(const std::string& jsonFile);

} // namespace postwright::conformance

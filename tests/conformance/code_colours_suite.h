// Runs recorded pages of one code block each, `{lang, theme, code, out}`. The one rule: bytes must be equal.
#pragma once

#include "tests/conformance/suite.h"

namespace postwright::conformance {

/// Every case of `jsonFile`, an array of objects.
SuiteResult runCodeColoursSuite(const std::string& jsonFile);

} // namespace postwright::conformance

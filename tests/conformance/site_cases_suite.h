// site-cases.json: small whole sites, each with the tree that the real generator wrote or its error.
#pragma once

#include <string>

#include "tests/conformance/suite.h"

namespace postwright::conformance {

/// Runs every case of `jsonFile`; a case passes when all its files are right and there is no other.
SuiteResult runSiteCasesSuite(const std::string& jsonFile);

} // namespace postwright::conformance

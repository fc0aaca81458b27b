// slugs.json: slugify and titleize against Cobalt's recorded answers.
#pragma once

#include "tests/conformance/suite_result.h"

namespace postwright::conformance {

/// Runs every case of `jsonFile`; a file that cannot be read counts as one failure.
SuiteResult runSlugsSuite(const std::string& jsonFile);

} // namespace postwright::conformance

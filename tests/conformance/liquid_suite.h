// liquid.json and dates.json: templates against Cobalt's recorded answers.
#pragma once

#include "tests/conformance/suite_result.h"

namespace postwright::conformance {

/// Runs every case of `jsonFile`; a file that cannot be read counts as one failure. An expected error is met
/// by an error with the same first line, a crash of Cobalt by any error.
SuiteResult runLiquidSuite(const std::string& jsonFile);

} // namespace postwright::conformance

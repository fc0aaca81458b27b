// What running one conformance file gave.
#pragma once

#include <string>
#include <vector>

namespace postwright::conformance {

struct SuiteResult {
  int passed = 0;
  int failed = 0;
  std::vector<std::string> failedNames;    ///< of the cases that failed, in the file's order
  std::vector<std::string> failureDetails; ///< parallel to failedNames: what was expected and what came
};

} // namespace postwright::conformance

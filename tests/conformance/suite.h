// What running a file of recorded answers comes to.
#pragma once

#include <string>
#include <vector>

namespace postwright::conformance {

struct SuiteResult {
  int passed = 0;
  int failed = 0;
  std::vector<std::string> failedNames;
  std::vector<std::string> failureDetails; ///< one for each failed name
};

} // namespace postwright::conformance

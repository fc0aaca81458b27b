// Cases that are known to fail, each with its reason: `tests/known_gaps/<file>.txt`, `case name<TAB>reason`.
// The one rule: a gap that passes, or that names no case, is a failure.
#pragma once

#include <map>
#include <string>

#include "tests/conformance/suite.h"

namespace postwright::conformance {

class KnownGaps {
 public:
  /// `folder` holds the lists; a missing list is empty.
  static KnownGaps read(const std::string& folder, const std::string& suite);

  bool contains(const std::string& name) const { return m_reasons.contains(name); }
  const std::map<std::string, std::string>& reasons() const { return m_reasons; }

 private:
  std::map<std::string, std::string> m_reasons;
};

/// What is left of a result once its known gaps are taken out.
struct Judgement {
  int passed = 0;
  int gaps = 0;
  std::vector<std::string> failures; ///< names of unlisted cases that failed, with details
  std::vector<std::string> details;
  std::vector<std::string> closed; ///< listed gaps that did not fail
};

Judgement judge(const SuiteResult& result, const KnownGaps& gaps);

} // namespace postwright::conformance

#include "tests/conformance/known_gaps.h"

#include <fstream>
#include <set>

namespace postwright::conformance {

KnownGaps KnownGaps::read(const std::string& folder, const std::string& suite) {
  KnownGaps gaps;
  std::ifstream stream(folder + "/" + suite + ".txt");
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    gaps.m_reasons[line.substr(0, tab)] = tab == std::string::npos ? std::string() : line.substr(tab + 1);
  }
  return gaps;
}

Judgement judge(const SuiteResult& result, const KnownGaps& gaps) {
  Judgement judgement;
  judgement.passed = result.passed;
  std::set<std::string> failed;
  for (std::size_t i = 0; i < result.failedNames.size(); ++i) {
    const std::string& name = result.failedNames[i];
    failed.insert(name);
    if (gaps.contains(name)) {
      ++judgement.gaps;
    } else {
      judgement.failures.push_back(name);
      judgement.details.push_back(i < result.failureDetails.size() ? result.failureDetails[i]
                                                                   : std::string());
    }
  }
  for (const auto& [name, reason] : gaps.reasons())
    if (!failed.contains(name)) judgement.closed.push_back(name);
  return judgement;
}

} // namespace postwright::conformance

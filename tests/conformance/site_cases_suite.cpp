#include "tests/conformance/site_cases_suite.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/conformance/site_check.h"

namespace postwright::conformance {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

void writeFiles(const Json& files, const std::string& folder) {
  for (const auto& [path, text] : files.items()) {
    const fs::path target = fs::path(folder) / path;
    fs::create_directories(target.parent_path());
    std::ofstream(target, std::ios::binary) << text.get<std::string>();
  }
}

SiteExpectation expectationOf(const Json& one, const std::string& folder, const std::string& now) {
  SiteExpectation expectation;
  expectation.name = one["name"];
  expectation.folder = folder;
  expectation.now = now;
  if (one.contains("args")) expectation.args = one["args"].get<std::vector<std::string>>();
  if (one.contains("error")) {
    expectation.error = one["error"];
  } else {
    expectation.files = one["expected"].get<std::map<std::string, std::string>>();
  }
  return expectation;
}

std::string detailsOf(const SiteOutcome& outcome) {
  std::string details;
  for (const auto& [name, why] : outcome.failures)
    details += name + ": " + why + "\n";
  return details;
}

} // namespace

SuiteResult runSiteCasesSuite(const std::string& jsonFile) {
  std::ifstream stream(jsonFile);
  const Json file = Json::parse(stream, nullptr, false);
  if (file.is_discarded()) return {0, 1, {jsonFile}, {"cannot be read"}};
  SuiteResult result;
  for (const Json& one : file["cases"]) {
    const TemporaryFolder folder;
    writeFiles(one["files"], folder.path());
    const SiteOutcome outcome = checkSite(expectationOf(one, folder.path(), file["now"]));
    if (outcome.failures.empty()) {
      ++result.passed;
      continue;
    }
    ++result.failed;
    result.failedNames.push_back(one["name"]);
    result.failureDetails.push_back(detailsOf(outcome));
  }
  return result;
}

} // namespace postwright::conformance

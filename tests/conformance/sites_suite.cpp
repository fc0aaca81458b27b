#include "tests/conformance/sites_suite.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/conformance/site_check.h"

namespace postwright::conformance {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::map<std::string, std::string> readTree(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files[fs::relative(entry.path(), folder).generic_string()] = bytes.str();
  }
  return files;
}

std::set<std::string> namesIn(const Json& about, const char* key) {
  return about.contains(key) ? about[key].get<std::set<std::string>>() : std::set<std::string>();
}

} // namespace

bool isRecordedSite(const std::string& folder) {
  return fs::is_regular_file(fs::path(folder) / "about.json") && fs::is_directory(fs::path(folder) / "site");
}

SitesResult runRecordedSite(const std::string& folder, const std::string& name) {
  std::ifstream stream(fs::path(folder) / "about.json");
  const Json about = Json::parse(stream, nullptr, false);
  if (about.is_discarded()) return {{0, 1, {name}, {"about.json cannot be read"}}, 0};
  SiteExpectation expectation;
  expectation.name = name;
  expectation.folder = (fs::path(folder) / "site" / about.value("root", ".")).lexically_normal().string();
  if (expectation.folder.ends_with('/')) expectation.folder.pop_back();
  expectation.args = about.value("args", std::vector<std::string>());
  expectation.now = about.value("now", "");
  expectation.files = readTree(fs::path(folder) / "expected");
  expectation.copied = namesIn(about, "copied");
  expectation.unstable = namesIn(about, "unstable");
  if (!about.value("ok", true)) expectation.error = about.value("error", "");
  const SiteOutcome outcome = checkSite(expectation);
  SitesResult result;
  result.leftOut = outcome.leftOut;
  result.suite.passed = static_cast<int>(outcome.passed.size());
  result.suite.failed = static_cast<int>(outcome.failures.size());
  for (const auto& [file, why] : outcome.failures) {
    result.suite.failedNames.push_back(file);
    result.suite.failureDetails.push_back(why);
  }
  return result;
}

} // namespace postwright::conformance

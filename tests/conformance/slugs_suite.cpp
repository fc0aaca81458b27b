#include "tests/conformance/slugs_suite.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "app/base/slug.h"

namespace postwright::conformance {

SuiteResult runSlugsSuite(const std::string& jsonFile) {
  SuiteResult result;
  std::ifstream stream(jsonFile);
  const auto cases = nlohmann::ordered_json::parse(stream, nullptr, false);
  if (cases.is_discarded()) return {0, 1, {jsonFile}, {"cannot be read"}};
  for (const auto& one : cases) {
    const std::string slug = slugify(one["in"].get<std::string>());
    const std::string title = titleize(slug);
    if (slug == one["slug"] && title == one["title"]) {
      ++result.passed;
      continue;
    }
    ++result.failed;
    result.failedNames.push_back(one["in"]);
    result.failureDetails.push_back("expected " + one["slug"].dump() + " " + one["title"].dump() +
                                    ", got \"" + slug + "\" \"" + title + "\"");
  }
  return result;
}

} // namespace postwright::conformance

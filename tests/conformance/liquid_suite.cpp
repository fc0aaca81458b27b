#include "tests/conformance/liquid_suite.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/liquid/template.h"
#include "tests/conformance/json_value.h"

namespace postwright::conformance {
namespace {

using Json = nlohmann::ordered_json;

class JsonPartials : public liquid::Partials {
 public:
  explicit JsonPartials(const Json& json) {
    if (!json.is_object()) return;
    for (const auto& [name, text] : json.items())
      m_partials.emplace(name, liquid::parse(text.get<std::string>(), {name}));
  }

  Result<liquid::TemplatePointer> find(std::string_view name) const override {
    const auto found = m_partials.find(std::string(name));
    if (found == m_partials.end()) return nullptr;
    return found->second;
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> names;
    for (const auto& [name, partial] : m_partials)
      names.push_back(name);
    return names;
  }

 private:
  std::map<std::string, Result<liquid::TemplatePointer>> m_partials;
};

/// The case's own `key`, or what the file has in common for it.
Json resolved(const Json& file, const Json& one, const std::string& key) {
  const Json value = one.value(key, Json());
  return value == "common" ? file.value("common_" + key, Json()) : value;
}

Result<std::string> renderCase(const Json& file, const Json& one) {
  const auto parsed = liquid::parse(one["in"].get<std::string>());
  if (!parsed) return tl::unexpected(parsed.error());
  const Json data = resolved(file, one, "data");
  const Object globals = data.is_object() ? toObject(data) : Object();
  const JsonPartials partials(resolved(file, one, "includes"));
  liquid::RenderInput input;
  input.globals = &globals;
  input.partials = &partials;
  input.now = {1'600'000'000, 0, 0};
  return liquid::render(**parsed, input);
}

std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// Empty when the answer is the expected one, else what is wrong.
std::string complaint(const Json& one, const Result<std::string>& answer) {
  const std::string got = answer ? "output " + *answer : "error " + answer.error().detail;
  if (one.contains("out")) {
    const std::string expected = one["out"];
    return answer && *answer == expected ? "" : "expected output " + expected + "\ngot " + got;
  }
  const std::string expected = one["error"];
  const bool isMet =
      !answer && (expected == "PANIC" || firstLine(answer.error().detail) == firstLine(expected));
  return isMet ? "" : "expected error " + expected + "\ngot " + got;
}

} // namespace

SuiteResult runLiquidSuite(const std::string& jsonFile) {
  SuiteResult result;
  std::ifstream stream(jsonFile);
  const Json file = Json::parse(stream, nullptr, false);
  if (file.is_discarded()) return {0, 1, {jsonFile}, {"cannot be read"}};
  const Json& cases = file.is_object() ? file["cases"] : file;
  for (const Json& one : cases) {
    const std::string wrong = complaint(one, renderCase(file, one));
    if (wrong.empty()) {
      ++result.passed;
      continue;
    }
    ++result.failed;
    result.failedNames.push_back(one.value("name", one["in"].get<std::string>()));
    result.failureDetails.push_back("in " + one["in"].get<std::string>() + "\n" + wrong);
  }
  return result;
}

} // namespace postwright::conformance

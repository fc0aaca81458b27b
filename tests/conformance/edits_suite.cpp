#include "tests/conformance/edits_suite.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "app/front_matter/yaml_editor.h"

namespace postwright::conformance {
namespace {

using nlohmann::json;
using namespace postwright::front_matter;

/// A JSON string, or `{latin1: …}` for bytes that are not UTF-8.
std::string bytesOf(const json& text) {
  if (text.is_string()) return text.get<std::string>();
  const std::string wide = text.at("latin1").get<std::string>();
  std::string bytes;
  for (std::size_t i = 0; i < wide.size();)
    bytes += static_cast<char>(nextCodePoint(wide, i));
  return bytes;
}

Path pathOf(const json& steps) {
  Path path;
  for (const json& step : steps) {
    if (step.is_number()) {
      path.emplace_back(step.get<std::size_t>());
    } else {
      path.emplace_back(step.get<std::string>());
    }
  }
  return path;
}

Scalar scalarOf(const json& test) {
  const std::string type = test.value("type", "str");
  const std::pair<const char*, ScalarType> names[] = {
      {"null", ScalarType::Null},   {"bool", ScalarType::Bool}, {"int", ScalarType::Int},
      {"float", ScalarType::Float}, {"date", ScalarType::Date}, {"str", ScalarType::String}};
  Scalar scalar{ScalarType::String, test.value("value", "")};
  for (const auto& [name, kind] : names) {
    if (type == name) scalar.type = kind;
  }
  return scalar;
}

EditResult run(const YamlEditor& editor, const json& test) {
  const std::string operation = test.at("op").get<std::string>();
  const Path path = pathOf(test.at("path"));
  if (operation == "remove") return editor.remove(path);
  const Scalar value = scalarOf(test);
  if (operation == "append") return editor.append(path, value, Missing::Refuse);
  if (operation == "set") return editor.set(path, value, Missing::Refuse);
  return editor.insert(path, test.at("key").get<std::string>(), value, Missing::Refuse);
}

/// Empty when the case passes, else what differs.
std::string runCase(const json& test) {
  const Dialect dialect = test.value("dialect", "cobalt") == "jekyll" ? Dialect::Jekyll : Dialect::Cobalt;
  const std::string yaml = bytesOf(test.at("yaml"));
  const EditResult result = run(YamlEditor(yaml, dialect), test);
  const std::string code = result.refusal ? result.refusal->code : "";
  const std::string expectedCode = test.value("refusal", "");
  if (code != expectedCode) return "refusal '" + code + "', expected '" + expectedCode + "'";
  if (!code.empty()) return "";
  const std::string expected = bytesOf(test.at("expected"));
  const std::string changed = applyEdits(yaml, result.edits);
  return changed == expected ? "" : changed + "\nexpected:\n" + expected;
}

} // namespace

SuiteResult runEditsSuite(const std::string& jsonFile) {
  SuiteResult result;
  std::ifstream file(jsonFile);
  const json suite = json::parse(file, nullptr, false);
  if (!suite.is_object() || !suite.contains("cases")) {
    result.failed = 1;
    result.failedNames.push_back(jsonFile);
    result.failureDetails.push_back("no cases");
    return result;
  }
  for (const json& test : suite["cases"]) {
    const std::string difference = runCase(test);
    if (difference.empty()) {
      ++result.passed;
      continue;
    }
    ++result.failed;
    result.failedNames.push_back(test.at("name").get<std::string>());
    result.failureDetails.push_back(difference);
  }
  return result;
}

} // namespace postwright::conformance

#include "tests/conformance/markdown_suite.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "app/markdown/markdown.h"

namespace postwright::conformance {

SuiteResult runMarkdownSuite(const std::string& jsonFile) {
  const auto highlighter =
      highlight::Highlighter::create({.enabled = false, .theme = {}, .syntaxesFolder = {}});
  std::ifstream file(jsonFile);
  SuiteResult result;
  for (const auto& testCase : nlohmann::json::parse(file)) {
    const auto& input = testCase.at("in").get_ref<const std::string&>();
    const auto& expected = testCase.at("out").get_ref<const std::string&>();
    const auto rendered = markdown::render(input, **highlighter);
    const std::string actual = rendered ? rendered->html : describe(rendered.error());
    if (actual == expected) {
      ++result.passed;
      continue;
    }
    ++result.failed;
    result.failedNames.push_back(testCase.at("name").get<std::string>());
    result.failureDetails.push_back("in:\n" + input + "\nexpected:\n" + expected + "\nactual:\n" + actual);
  }
  return result;
}

} // namespace postwright::conformance

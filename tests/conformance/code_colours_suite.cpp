#include "tests/conformance/code_colours_suite.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/markdown/markdown.h"

namespace postwright::conformance {
namespace {

using Shared = Result<std::shared_ptr<const highlight::Highlighter>>;

Shared& highlighterFor(std::map<std::string, Shared>& known, const std::string& theme) {
  const auto found = known.find(theme);
  if (found != known.end()) return found->second;
  auto made = highlight::Highlighter::create({.enabled = true, .theme = theme, .syntaxesFolder = {}});
  return known.emplace(theme, std::move(made)).first->second;
}

std::string renderCase(const std::string& markdownText, const Shared& highlighter) {
  if (!highlighter) return describe(highlighter.error());
  const auto rendered = markdown::render(markdownText, **highlighter);
  return rendered ? rendered->html : describe(rendered.error());
}

} // namespace

SuiteResult runCodeColoursSuite(const std::string& jsonFile) {
  std::map<std::string, Shared> highlighters;
  std::ifstream file(jsonFile);
  SuiteResult result;
  for (const auto& testCase : nlohmann::json::parse(file)) {
    const auto language = testCase.at("lang").get<std::string>();
    const auto theme = testCase.at("theme").get<std::string>();
    const std::string input = "```" + language + "\n" + testCase.at("code").get<std::string>() + "```\n";
    const auto expected = testCase.at("out").get<std::string>();
    const std::string actual = renderCase(input, highlighterFor(highlighters, theme));
    if (actual == expected) {
      ++result.passed;
      continue;
    }
    ++result.failed;
    result.failedNames.push_back(theme + "/" + language);
    result.failureDetails.push_back("in:\n" + input + "\nexpected:\n" + expected + "\nactual:\n" + actual);
  }
  return result;
}

} // namespace postwright::conformance

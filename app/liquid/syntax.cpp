#include "app/liquid/syntax.h"

#include <algorithm>
#include <array>

namespace postwright::liquid {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({
    "EOI",
    "LiquidFile",
    "InvalidLiquid",
    "TagInner",
    "ExpressionInner",
    "Tag",
    "Expression",
    "Raw",
    "Identifier",
    "Variable",
    "Value",
    "Filter",
    "FilterChain",
    "PositionalFilterArgument",
    "KeywordFilterArgument",
    "NilLiteral",
    "EmptyLiteral",
    "BlankLiteral",
    "StringLiteral",
    "IntegerLiteral",
    "FloatLiteral",
    "BooleanLiteral",
    "Literal",
    "Range",
    "\">\"",
    "\"<\"",
    "\"=\"",
    "\",\"",
    "\":\"",
    "\"==\"",
    "\"!=\"",
    "\"<>\"",
    "\">=\"",
    "\"<=\"",
});

std::string enumerate(const std::vector<Rule>& rules) {
  std::string text;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const bool isLast = i + 1 == rules.size();
    if (i > 0) text += !isLast ? ", " : rules.size() == 2 ? " or " : ", or ";
    text += ruleName(rules[i]);
  }
  return text;
}

} // namespace

std::string_view ruleName(Rule rule) {
  return kNames[static_cast<std::size_t>(rule)];
}

std::string expectationMessage(const std::vector<Rule>& unexpected, const std::vector<Rule>& expected) {
  if (unexpected.empty() && expected.empty()) return "unknown parsing error";
  if (unexpected.empty()) return "expected " + enumerate(expected);
  if (expected.empty()) return "unexpected " + enumerate(unexpected);
  return "unexpected " + enumerate(unexpected) + "; expected " + enumerate(expected);
}

} // namespace postwright::liquid

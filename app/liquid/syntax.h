// The names of Liquid's grammar and what a match leaves behind: a flat list of pairs, parents before
// children. The one rule: the order of Rule is the grammar's own, because messages list what was expected in
// that order. Source: grammar.pest of liquid-core 0.26.9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postwright::liquid {

enum class Rule : std::uint8_t {
  EndOfInput,
  LiquidFile,
  InvalidLiquid,
  TagInner,
  ExpressionInner,
  Tag,
  Expression,
  Raw,
  Identifier,
  Variable,
  Value,
  Filter,
  FilterChain,
  PositionalFilterArgument,
  KeywordFilterArgument,
  NilLiteral,
  EmptyLiteral,
  BlankLiteral,
  StringLiteral,
  IntegerLiteral,
  FloatLiteral,
  BooleanLiteral,
  Literal,
  Range,
  GreaterThan,
  LesserThan,
  Assign,
  Comma,
  Colon,
  Equals,
  NotEquals,
  LesserThanGreaterThan,
  GreaterThanEquals,
  LesserThanEquals,
};

/// How Cobalt's messages call a rule.
std::string_view ruleName(Rule rule);

/// "unexpected A; expected B, C, or D", as Cobalt words it; either list may be empty.
std::string expectationMessage(const std::vector<Rule>& unexpected, const std::vector<Rule>& expected);

/// One matched rule. Its children follow it directly and end before `next`.
struct Pair {
  Rule rule{};
  std::uint32_t begin = 0; ///< bytes of the text
  std::uint32_t end = 0;
  std::uint32_t next = 0; ///< index of the first pair after this one's children
};

using Pairs = std::vector<Pair>;

constexpr bool isBlankByte(char c) {
  return c == ' ' || c == '\n' || c == '\r'; // a tab is not white space in Liquid
}

} // namespace postwright::liquid

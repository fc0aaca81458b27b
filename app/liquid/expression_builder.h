// Turns what the grammar matched into expressions.
// The one rule: the pairs come from a match, so only meaning can be wrong: an unknown filter, a wrong number
// of arguments, an integer too large. Source: the parser of liquid-core 0.26.9.
#pragma once

#include <cstddef>
#include <string_view>

#include "app/liquid/expression.h"
#include "app/liquid/failure.h"
#include "app/liquid/parsed_template.h"
#include "app/liquid/syntax.h"

namespace postwright::liquid {

class ExpressionBuilder {
 public:
  /// Keeps all three, which must outlive it.
  ExpressionBuilder(const Template& file, const Pairs& pairs, Dialect dialect)
      : m_file(file), m_pairs(pairs), m_dialect(dialect) {}

  /// From a pair of Rule::Value.
  Outcome<Expression> value(std::size_t pair) const;
  /// From a pair of Rule::FilterChain.
  Outcome<FilterChain> filterChain(std::size_t pair) const;
  /// From a pair of Rule::Range.
  Outcome<RangeExpression> range(std::size_t pair) const;
  /// From a pair of Rule::Literal.
  Outcome<Value> literal(std::size_t pair) const;

 private:
  std::string_view textOf(const Pair& pair) const {
    return m_file.text().substr(pair.begin, pair.end - pair.begin);
  }
  Outcome<Expression> variable(std::size_t pair) const;
  Outcome<FilterUse> filter(std::size_t pair) const;
  FailurePointer collectArguments(std::size_t pair, FilterUse& use) const;
  FailurePointer unknownFilter(const Pair& name) const;

  const Template& m_file;
  const Pairs& m_pairs;
  Dialect m_dialect;
};

} // namespace postwright::liquid

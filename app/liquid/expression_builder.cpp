#include "app/liquid/expression_builder.h"

#include <array>

#include "app/liquid/filter.h"
#include "app/liquid/number.h"
#include "app/liquid/suggest.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

Value stringLiteral(std::string_view text) {
  return text.substr(1, text.size() - 2);
}

std::string countMessage(std::string_view bound, std::size_t count) {
  return "expected at " + std::string(bound) + " " + std::to_string(count) + " positional argument" +
         (count == 1 ? "" : "s");
}

FailurePointer wrongCount(const char* message, std::string cause) {
  FailurePointer failure = makeFailure(message);
  failure->meaning(ErrorCode::LiquidFilterArgumentCount, {cause});
  failure->context("cause", std::move(cause));
  return failure;
}

/// Cobalt names too few arguments before too many, and both before keywords.
FailurePointer checkArguments(const FilterUse& use, std::string_view keyword) {
  const FilterParameters& parameters = use.entry->parameters;
  if (use.arguments.size() < parameters.required())
    return wrongCount("Invalid number of arguments", countMessage("least", parameters.required()));
  if (use.arguments.size() > parameters.size())
    return wrongCount("Invalid number of positional arguments", countMessage("most", parameters.size()));
  if (keyword.empty()) return nullptr;
  FailurePointer failure = makeFailure("Unexpected named argument `" + std::string(keyword) + "`");
  failure->meaning(ErrorCode::LiquidFilterKeyword, {std::string(keyword)});
  return failure;
}

} // namespace

Outcome<Value> ExpressionBuilder::literal(std::size_t pair) const {
  const Pair& inner = m_pairs[pair + 1];
  const std::string_view text = textOf(inner);
  switch (inner.rule) {
    case Rule::EmptyLiteral:
      return Value::empty();
    case Rule::BlankLiteral:
      return Value::blank();
    case Rule::StringLiteral:
      return stringLiteral(text);
    case Rule::FloatLiteral:
      return Value(parseFloat(text).value_or(0));
    case Rule::BooleanLiteral:
      return Value(text == "true");
    case Rule::IntegerLiteral:
      break;
    default:
      return Value();
  }
  if (const auto number = parseInteger(text)) return Value(*number);
  FailurePointer failure = makeFailure("integer too large: " + std::string(text));
  failure->meaning(ErrorCode::LiquidIntegerTooLarge, {std::string(text)});
  failure->at(m_file, inner.begin);
  return failed(std::move(failure));
}

Outcome<Expression> ExpressionBuilder::value(std::size_t pair) const {
  if (m_pairs[pair + 1].rule == Rule::Variable) return variable(pair + 1);
  Outcome<Value> made = literal(pair + 1);
  if (!made) return failed(std::move(made.error()));
  return Expression{*std::move(made)};
}

Outcome<Expression> ExpressionBuilder::variable(std::size_t pair) const {
  Variable made(textOf(m_pairs[pair + 1]));
  for (std::size_t i = m_pairs[pair + 1].next; i < m_pairs[pair].next; i = m_pairs[i].next) {
    PathStep step;
    if (m_pairs[i].rule == Rule::Identifier) {
      step.key = Key(Value(textOf(m_pairs[i])));
      step.isText = true;
    } else {
      Outcome<Expression> index = value(i);
      if (!index) return failed(std::move(index.error()));
      const Value* known = index->literal();
      if (known != nullptr && isScalar(*known)) {
        step.key = Key(*known);
        step.isText = known->isString();
      } else {
        step.expression = std::make_unique<const Expression>(*std::move(index));
        made.isPlain = false;
      }
    }
    made.steps.push_back(std::move(step));
  }
  return Expression{std::move(made)};
}

FailurePointer ExpressionBuilder::collectArguments(std::size_t pair, FilterUse& use) const {
  std::string_view keyword;
  for (std::size_t i = m_pairs[pair + 1].next; i < m_pairs[pair].next; i = m_pairs[i].next) {
    const bool isKeyword = m_pairs[i].rule == Rule::KeywordFilterArgument;
    Outcome<Expression> made = value(isKeyword ? m_pairs[i + 1].next : i + 1);
    if (!made) return std::move(made.error());
    if (!isKeyword) {
      use.arguments.push_back(*std::move(made));
    } else if (keyword.empty()) {
      keyword = textOf(m_pairs[i + 1]);
    }
  }
  if (use.entry == nullptr) return nullptr;
  FailurePointer failure = checkArguments(use, keyword);
  if (!failure) return nullptr;
  failure->argument(std::string(use.entry->name));
  failure->trace("Filter parsing error").context("filter", std::string(textOf(m_pairs[pair])));
  return failure;
}

FailurePointer ExpressionBuilder::unknownFilter(const Pair& name) const {
  const std::vector<std::string> names =
      m_dialect == Dialect::VariablesOnly ? std::vector<std::string>() : filterNames();
  FailurePointer failure = makeFailure("Unknown filter");
  failure->context("requested filter", std::string(textOf(name))).context("available filters", joined(names));
  explain(*failure, {ErrorCode::LiquidUnknownFilter, ErrorCode::LiquidUnknownFilterMeant},
          {std::string(textOf(name))}, names);
  return failure;
}

Outcome<FilterUse> ExpressionBuilder::filter(std::size_t pair) const {
  const Pair& name = m_pairs[pair + 1];
  FilterUse use;
  if (m_dialect != Dialect::VariablesOnly) use.entry = findFilter(textOf(name));
  FailurePointer failure = collectArguments(pair, use);
  if (!failure && use.entry == nullptr) failure = unknownFilter(name);
  if (!failure) return use;
  failure->at(m_file, name.begin);
  return failed(std::move(failure));
}

Outcome<FilterChain> ExpressionBuilder::filterChain(std::size_t pair) const {
  Outcome<Expression> start = value(pair + 1);
  if (!start) return failed(std::move(start.error()));
  FilterChain chain{*std::move(start), {}};
  for (std::size_t i = m_pairs[pair + 1].next; i < m_pairs[pair].next; i = m_pairs[i].next) {
    Outcome<FilterUse> use = filter(i);
    if (!use) return failed(std::move(use.error()));
    chain.filters.push_back(*std::move(use));
  }
  return chain;
}

Outcome<RangeExpression> ExpressionBuilder::range(std::size_t pair) const {
  Outcome<Expression> start = value(pair + 1);
  if (!start) return failed(std::move(start.error()));
  Outcome<Expression> end = value(m_pairs[pair + 1].next);
  if (!end) return failed(std::move(end.error()));
  return RangeExpression{*std::move(start), *std::move(end)};
}

} // namespace postwright::liquid

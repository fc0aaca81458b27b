// Values as a template writes them: literals, variables with their path, filter chains, ranges.
// The one rule: immutable after parsing. display() is how liquid-core shows them in its messages.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/base/value.h"

namespace postwright::liquid {

struct Expression;
struct FilterEntry;

/// A name and its hash, so that looking it up never hashes again.
struct Name {
  explicit Name(std::string_view text) : text(text), hash(std::hash<std::string_view>()(text)) {}

  std::string text;
  std::size_t hash;
};

/// The key of one step into a value, taken apart once.
struct Key {
  enum class Word : std::uint8_t { None, First, Last, Size };

  Key() = default;
  /// `literal` must be a scalar.
  explicit Key(const Value& literal);

  std::string text;                    ///< as the key of an object
  std::optional<std::int64_t> integer; ///< as the index of an array
  Word word = Word::None;
};

/// `.name` or `[value]`.
struct PathStep {
  Key key;                                      ///< of a literal
  bool isText = false;                          ///< the literal is text, which messages show in quotes
  std::unique_ptr<const Expression> expression; ///< set when the key must be evaluated
};

struct Variable {
  explicit Variable(std::string_view variableName) : name(variableName) {}

  Name name;
  std::vector<PathStep> steps;
  bool isPlain = true; ///< no step must be evaluated
};

struct Expression {
  std::variant<Value, Variable> content;

  const Value* literal() const { return std::get_if<Value>(&content); }
  const Variable* variable() const { return std::get_if<Variable>(&content); }
};

/// One filter with its arguments.
struct FilterUse {
  const FilterEntry* entry = nullptr;
  std::vector<Expression> arguments;
};

struct FilterChain {
  Expression start;
  std::vector<FilterUse> filters;
};

/// What a loop goes over.
struct RangeExpression {
  Expression start; ///< the array when there is no end
  std::optional<Expression> end;
};

std::string display(const Expression& expression);
std::string display(const Variable& variable);
std::string display(const FilterUse& use);
std::string display(const FilterChain& chain);
std::string display(const RangeExpression& range);
/// "a.b.c" of a variable whose keys are all literal; else empty.
std::string dottedPath(const Variable& variable);

} // namespace postwright::liquid

// What stands in a tag after its name, taken off token by token.
// The one rule: what does not fit is a failure at its own place, in Cobalt's words.
// Source: TagTokenIter and TagToken of liquid-core 0.26.9.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/liquid/expression_builder.h"

namespace postwright::liquid {

/// One token: a filter chain (a value is one without filters), a range, or a symbol.
struct TagToken {
  std::size_t pair = 0;
  Rule rule{};
  std::string_view text; ///< without the blanks around it
};

class TagArguments {
 public:
  /// Of the tag whose pairs start at index 0 of `pairs`; valid until those change.
  TagArguments(const Template& file, const Pairs& pairs, Dialect dialect);

  std::string_view tagName() const;
  /// Byte of the file's text where `token` starts.
  std::size_t offsetOf(const TagToken& token) const { return m_pairs[token.pair].begin; }
  std::size_t nameOffset() const { return m_pairs[kNamePair].begin; }
  Span nameSpan() const { return {m_pairs[kNamePair].begin, m_pairs[kNamePair].end}; }

  std::optional<TagToken> next();
  /// The next token without taking it.
  std::optional<TagToken> peek() const;
  /// The next token; `message` when there is none.
  Outcome<TagToken> expectNext(std::string_view message);
  /// A failure when anything is left.
  FailurePointer expectNothing();
  /// Takes the next token, which must be `text`; `missing` when there is none, `wrong` when it is another.
  FailurePointer expectText(std::string_view text, std::string_view missing, std::string_view wrong);

  // The next token as something; `missing` is the message when there is no token.
  Outcome<Expression> expectValue(std::string_view missing);
  Outcome<std::string_view> expectIdentifier(std::string_view missing);
  Outcome<FilterChain> expectFilterChain(std::string_view missing);
  /// A value or a range.
  Outcome<RangeExpression> expectRange(std::string_view missing);

  // A token as something; "unexpected FilterChain; expected Value" when it is not.
  Outcome<Expression> value(const TagToken& token) const;
  Outcome<std::string_view> identifier(const TagToken& token) const;
  /// The text of a literal, or nothing when the token is none.
  std::optional<Outcome<Value>> literal(const TagToken& token) const;

  bool isIdentifier(const TagToken& token) const;
  FailurePointer unexpected(const TagToken& token, const std::vector<Rule>& expected) const;
  FailurePointer wrong(const TagToken& token, std::string_view message) const;

 private:
  static constexpr std::size_t kNamePair = 2; ///< after the tag itself and its inside

  TagToken tokenAt(std::size_t pair) const;
  bool isValue(const TagToken& token) const;
  FailurePointer report(Span span, const std::string& message) const;

  const Template& m_file;
  const Pairs& m_pairs;
  ExpressionBuilder m_builder;
  std::size_t m_next;     ///< pair of the next token
  std::size_t m_position; ///< byte after the last token, its blanks included
};

} // namespace postwright::liquid

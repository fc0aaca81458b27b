#include "app/liquid/tag_arguments.h"

#include "app/liquid/syntax_error.h"

namespace postwright::liquid {

TagArguments::TagArguments(const Template& file, const Pairs& pairs, Dialect dialect)
    : m_file(file),
      m_pairs(pairs),
      m_builder(file, pairs, dialect),
      m_next(pairs[kNamePair].next),
      m_position(pairs[kNamePair].end) {}

std::string_view TagArguments::tagName() const {
  const Pair& name = m_pairs[kNamePair];
  return m_file.text().substr(name.begin, name.end - name.begin);
}

TagToken TagArguments::tokenAt(std::size_t pair) const {
  const Pair& token = m_pairs[pair];
  const std::string_view text = m_file.text().substr(token.begin, token.end - token.begin);
  return {pair, token.rule, trimmed(text, " \n\r")};
}

std::optional<TagToken> TagArguments::peek() const {
  if (m_next >= m_pairs.size()) return std::nullopt;
  return tokenAt(m_next);
}

std::optional<TagToken> TagArguments::next() {
  const std::optional<TagToken> token = peek();
  if (!token) return token;
  m_position = m_pairs[m_next].end;
  m_next = m_pairs[m_next].next;
  return token;
}

Outcome<TagToken> TagArguments::expectNext(std::string_view message) {
  if (const std::optional<TagToken> token = next()) return *token;
  FailurePointer failure = makeFailure(reportPlace(m_file.text(), m_position, message));
  failure->meaning(ErrorCode::LiquidTagIncomplete, {std::string(tagName())});
  failure->at(m_file, m_position);
  return failed(std::move(failure));
}

FailurePointer TagArguments::expectNothing() {
  const std::optional<TagToken> token = next();
  return token ? unexpected(*token, {}) : nullptr;
}

FailurePointer TagArguments::expectText(std::string_view text, std::string_view missing,
                                        std::string_view wrongMessage) {
  const Outcome<TagToken> token = expectNext(missing);
  if (!token) return std::make_unique<Failure>(*token.error());
  return token->text == text ? nullptr : wrong(*token, wrongMessage);
}

bool TagArguments::isValue(const TagToken& token) const {
  if (token.rule != Rule::FilterChain) return false;
  return m_pairs[token.pair + 1].next == m_pairs[token.pair].next;
}

bool TagArguments::isIdentifier(const TagToken& token) const {
  if (!isValue(token)) return false;
  const std::size_t variable = token.pair + 2;
  return m_pairs[variable].rule == Rule::Variable && m_pairs[variable + 1].next == m_pairs[variable].next;
}

Outcome<Expression> TagArguments::value(const TagToken& token) const {
  if (!isValue(token)) return failed(unexpected(token, {Rule::Value}));
  return m_builder.value(token.pair + 1);
}

Outcome<std::string_view> TagArguments::identifier(const TagToken& token) const {
  if (!isIdentifier(token)) return failed(unexpected(token, {Rule::Identifier}));
  return token.text;
}

std::optional<Outcome<Value>> TagArguments::literal(const TagToken& token) const {
  const std::size_t content = token.pair + 2;
  if (!isValue(token) || m_pairs[content].rule != Rule::Literal) return std::nullopt;
  return m_builder.literal(content);
}

Outcome<Expression> TagArguments::expectValue(std::string_view missing) {
  Outcome<TagToken> token = expectNext(missing);
  if (!token) return failed(std::move(token.error()));
  return value(*token);
}

Outcome<std::string_view> TagArguments::expectIdentifier(std::string_view missing) {
  Outcome<TagToken> token = expectNext(missing);
  if (!token) return failed(std::move(token.error()));
  return identifier(*token);
}

Outcome<FilterChain> TagArguments::expectFilterChain(std::string_view missing) {
  Outcome<TagToken> token = expectNext(missing);
  if (!token) return failed(std::move(token.error()));
  if (token->rule != Rule::FilterChain) return failed(unexpected(*token, {Rule::FilterChain}));
  Outcome<FilterChain> chain = m_builder.filterChain(token->pair);
  if (chain) return chain;
  // Cobalt says only that it expected what it got; a person is told which filter is wrong.
  FailurePointer failure = unexpected(*token, {Rule::FilterChain});
  failure->takeMeaning(*chain.error());
  return failed(std::move(failure));
}

Outcome<RangeExpression> TagArguments::expectRange(std::string_view missing) {
  Outcome<TagToken> token = expectNext(missing);
  if (!token) return failed(std::move(token.error()));
  if (token->rule == Rule::Range) return m_builder.range(token->pair);
  if (!isValue(*token)) return failed(unexpected(*token, {Rule::Value, Rule::Range}));
  Outcome<Expression> array = m_builder.value(token->pair + 1);
  if (!array) return failed(std::move(array.error()));
  return RangeExpression{*std::move(array), std::nullopt};
}

FailurePointer TagArguments::report(Span span, const std::string& message) const {
  const std::string_view text = m_file.text();
  FailurePointer failure = makeFailure(reportSpan(text, span, message));
  const std::string_view shown = trimmed(text.substr(span.begin, span.size()));
  failure->meaning(ErrorCode::LiquidTagArguments, {std::string(tagName()), std::string(shown)});
  failure->at(m_file, span.begin);
  return failure;
}

FailurePointer TagArguments::unexpected(const TagToken& token, const std::vector<Rule>& expected) const {
  const Pair& pair = m_pairs[token.pair];
  return report({pair.begin, pair.end}, expectationMessage({token.rule}, expected));
}

FailurePointer TagArguments::wrong(const TagToken& token, std::string_view message) const {
  const Pair& pair = m_pairs[token.pair];
  return report({pair.begin, pair.end}, std::string(message));
}

} // namespace postwright::liquid

// Matches Liquid's grammar: ordered choice, and no way back into an alternative that matched.
// The one rule: every rule of the grammar is one function here, and nothing else knows the grammar.
// Source: grammar.pest of liquid-core 0.26.9. `Attempts` is NoAttempts, or a recorder of what was tried
// farthest into the text, from which an error is explained.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "app/liquid/syntax.h"

namespace postwright::liquid {

/// Records nothing: for text that is expected to be right.
struct NoAttempts {
  static constexpr bool kRecords = false;

  struct Mark {};
  static Mark mark(std::size_t /*position*/) { return {}; }
  static void failed(Rule /*rule*/, std::size_t /*position*/, Mark /*mark*/) {}
};

template <typename Attempts>
class Matcher {
 public:
  /// Keeps both, which must outlive it. Matched rules are appended to `pairs`.
  Matcher(std::string_view text, Pairs& pairs) : m_text(text), m_pairs(pairs) {}

  std::size_t position() const { return m_position; }
  void moveTo(std::size_t position) { m_position = position; }
  const Attempts& attempts() const { return m_attempts; }

  /// The whole text as valid elements.
  bool liquidFile() {
    return rule(Rule::LiquidFile, [&] {
      while (expression() || tag() || raw()) {
      }
      return rule(Rule::EndOfInput, [&] { return m_position == m_text.size(); });
    });
  }

  bool tag() {
    return rule(Rule::Tag, [&] {
      return start("{%-", "{%") && blanks() && rule(Rule::TagInner, [&] { return tagInner(); }) && blanks() &&
             end("-%}", "%}");
    });
  }

  bool expression() {
    return rule(Rule::Expression, [&] {
      return start("{{-", "{{") && blanks() && rule(Rule::ExpressionInner, [&] { return filterChain(); }) &&
             blanks() && end("-}}", "}}");
    });
  }

  bool raw() {
    return rule(Rule::Raw, [&] {
      const std::size_t from = m_position;
      m_position = rawEnd(from);
      return m_position > from;
    });
  }

  /// Where the run of plain text that starts at `from` ends: at the next tag or expression, or at the blanks
  /// before it that its `-` takes away.
  std::size_t rawEnd(std::size_t from) const {
    for (std::size_t brace = from;; ++brace) {
      brace = m_text.find('{', brace);
      if (brace >= m_text.size() - 1) return m_text.size();
      const char second = m_text[brace + 1];
      if (second != '{' && second != '%') continue;
      if (brace + 2 >= m_text.size() || m_text[brace + 2] != '-') return brace;
      while (brace > from && isBlankByte(m_text[brace - 1]))
        --brace;
      return brace;
    }
  }

 private:
  template <typename Match>
  bool rule(Rule name, Match match) {
    const std::size_t from = m_position;
    const std::size_t index = m_pairs.size();
    m_pairs.push_back({name, static_cast<std::uint32_t>(from), 0, 0});
    const typename Attempts::Mark mark = m_attempts.mark(from);
    if (match()) {
      m_pairs[index].end = static_cast<std::uint32_t>(m_position);
      m_pairs[index].next = static_cast<std::uint32_t>(m_pairs.size());
      return true;
    }
    m_attempts.failed(name, from, mark);
    m_position = from;
    m_pairs.resize(index);
    return false;
  }

  /// All of `match` or nothing.
  template <typename Match>
  bool sequence(Match match) {
    const std::size_t from = m_position;
    const std::size_t index = m_pairs.size();
    if (match()) return true;
    m_position = from;
    m_pairs.resize(index);
    return false;
  }

  bool tagInner() {
    if (!identifier()) return false;
    blanks();
    if (!tagToken()) return true;
    while (sequence([&] { return blanks() && tagToken(); })) {
    }
    return true;
  }

  bool tagToken() { return range() || filterChain() || symbol(); }

  bool range() {
    if (!Attempts::kRecords && !at('(')) return false;
    return rule(Rule::Range, [&] {
      return text("(") && blanks() && value() && blanks() && text("..") && blanks() && value() && blanks() &&
             text(")");
    });
  }

  bool symbol() {
    return symbol(Rule::Equals, "==") || symbol(Rule::NotEquals, "!=") ||
           symbol(Rule::LesserThanGreaterThan, "<>") || symbol(Rule::GreaterThanEquals, ">=") ||
           symbol(Rule::LesserThanEquals, "<=") || symbol(Rule::GreaterThan, ">") ||
           symbol(Rule::LesserThan, "<") || symbol(Rule::Assign, "=") || symbol(Rule::Comma, ",") ||
           symbol(Rule::Colon, ":");
  }

  bool symbol(Rule name, std::string_view spelling) {
    return rule(name, [&] { return text(spelling); });
  }

  bool filterChain() {
    return rule(Rule::FilterChain, [&] {
      if (!value()) return false;
      blanks();
      const auto next = [&] { return text("|") && blanks() && filter(); };
      if (!sequence(next)) return true;
      while (sequence([&] { return blanks() && next(); })) {
      }
      return true;
    });
  }

  bool filter() {
    return rule(Rule::Filter, [&] {
      if (!identifier()) return false;
      blanks();
      sequence([&] { return text(":") && blanks() && filterArguments(); });
      return true;
    });
  }

  bool filterArguments() {
    if (!filterArgument()) return false;
    blanks();
    const auto next = [&] { return text(",") && blanks() && filterArgument(); };
    if (!sequence(next)) return true;
    while (sequence([&] { return blanks() && next(); })) {
    }
    return true;
  }

  bool filterArgument() {
    const bool isKeyword = rule(Rule::KeywordFilterArgument,
                                [&] { return identifier() && blanks() && text(":") && blanks() && value(); });
    return isKeyword || rule(Rule::PositionalFilterArgument, [&] { return value(); });
  }

  bool value() {
    if (m_depth == kMaxDepth) return false;
    ++m_depth;
    const bool matched = rule(Rule::Value, [&] { return literal() || variable(); });
    --m_depth;
    return matched;
  }

  bool variable() {
    return rule(Rule::Variable, [&] {
      if (!identifier()) return false;
      while (sequence([&] { return text(".") && identifier(); }) ||
             sequence([&] { return text("[") && blanks() && value() && blanks() && text("]"); })) {
      }
      return true;
    });
  }

  bool literal() {
    if (!Attempts::kRecords && !mayStartLiteral()) return false;
    return rule(Rule::Literal, [&] {
      return rule(Rule::NilLiteral, [&] { return text("nil") || text("null"); }) ||
             rule(Rule::EmptyLiteral, [&] { return text("empty"); }) ||
             rule(Rule::BlankLiteral, [&] { return text("blank"); }) ||
             rule(Rule::StringLiteral, [&] { return quoted('\'') || quoted('"'); }) ||
             rule(Rule::FloatLiteral, [&] { return sign() && digits() && text(".") && digits(); }) ||
             rule(Rule::IntegerLiteral, [&] { return sign() && digits(); }) ||
             rule(Rule::BooleanLiteral, [&] { return text("true") || text("false"); });
    });
  }

  bool mayStartLiteral() const {
    if (m_position >= m_text.size()) return false;
    static constexpr std::string_view kStarts = "nebtf'\"+-0123456789";
    return kStarts.find(m_text[m_position]) != std::string_view::npos;
  }

  bool quoted(char quote) {
    if (!at(quote)) return false;
    const std::size_t close = m_text.find(quote, m_position + 1);
    if (close == std::string_view::npos) return false;
    m_position = close + 1;
    return true;
  }

  bool sign() {
    if (at('+') || at('-')) ++m_position;
    return true;
  }

  bool digits() {
    const std::size_t from = m_position;
    while (m_position < m_text.size() && isDigit(m_text[m_position]))
      ++m_position;
    return m_position > from;
  }

  bool identifier() {
    return rule(Rule::Identifier, [&] {
      if (m_position >= m_text.size() || isDigit(m_text[m_position])) return false;
      const std::size_t from = m_position;
      while (m_position < m_text.size() && isNameByte())
        ++m_position;
      return m_position > from;
    });
  }

  /// A hyphen belongs to a name, except where it starts `-}}` or `-%}`.
  bool isNameByte() const {
    const char c = m_text[m_position];
    const bool isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    return isWord || (c == '-' && !starts("-}}") && !starts("-%}"));
  }

  static bool isDigit(char c) { return c >= '0' && c <= '9'; }

  bool start(std::string_view trimming, std::string_view plain) {
    const std::size_t from = m_position;
    blanks();
    if (text(trimming)) return true;
    m_position = from;
    return text(plain);
  }

  bool end(std::string_view trimming, std::string_view plain) {
    return text(trimming) ? blanks() : text(plain);
  }

  /// Always true: white space is optional wherever it may stand.
  bool blanks() {
    while (m_position < m_text.size() && isBlankByte(m_text[m_position]))
      ++m_position;
    return true;
  }

  bool at(char c) const { return m_position < m_text.size() && m_text[m_position] == c; }
  bool starts(std::string_view spelling) const {
    return m_text.compare(m_position, spelling.size(), spelling) == 0;
  }
  bool text(std::string_view spelling) {
    if (!starts(spelling)) return false;
    m_position += spelling.size();
    return true;
  }

  static constexpr int kMaxDepth = 200; ///< of brackets in brackets

  std::string_view m_text;
  Pairs& m_pairs;
  std::size_t m_position = 0;
  int m_depth = 0;
  Attempts m_attempts;
};

} // namespace postwright::liquid

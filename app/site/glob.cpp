#include "app/site/glob.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "app/base/text.h"

namespace postwright::site {
namespace {

using Token = Glob::Token;
using Kind = Glob::Token::Kind;
using Tokens = Glob::Tokens;

/// Reads one pattern; the stack holds the alternatives that are open.
class Parser {
 public:
  explicit Parser(std::string_view pattern) : m_pattern(pattern), m_stack(1) {}

  Result<Tokens> parse() {
    while (m_error.empty() && bump())
      parseOne();
    if (m_error.empty() && m_stack.size() > 1) {
      m_error = "unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)";
    }
    if (!m_error.empty()) return failure(ErrorCode::ConfigInvalid, {m_error}, m_error);
    return std::move(m_stack.back());
  }

 private:
  bool bump() {
    m_previous = m_current;
    m_current = peek();
    if (m_current.empty()) return false;
    m_position += m_current.size();
    return true;
  }

  std::string_view peek() const {
    if (m_position >= m_pattern.size()) return {};
    std::size_t end = m_position;
    nextCodePoint(m_pattern, end);
    return m_pattern.substr(m_position, end - m_position);
  }

  void push(Kind kind) { m_stack.back().push_back({kind, {}}); }
  void pushLiteral(std::string_view text) { m_stack.back().push_back({Kind::Literal, std::string(text)}); }

  void parseOne() {
    switch (m_current.front()) {
      case '?':
        return push(Kind::Any);
      case '*':
        return parseStar();
      case '[':
        return parseClass();
      case '{':
        return openAlternates();
      case '}':
        return closeAlternates();
      case ',':
        return m_stack.size() > 1 ? m_stack.emplace_back(), void() : pushLiteral(",");
      case '\\':
        if (!bump()) m_error = "dangling '\\'";
        return pushLiteral(m_current);
      default:
        return pushLiteral(m_current);
    }
  }

  void openAlternates() {
    if (m_stack.size() > 1) m_error = "nested alternate groups are not allowed";
    m_stack.emplace_back();
  }

  // A `}` that closes nothing is a group without alternatives: it matches the empty text.
  void closeAlternates() {
    Token token{Kind::Alternates, {}};
    while (m_stack.size() > 1) {
      if (!m_stack.back().empty()) token.branches.push_back(std::move(m_stack.back()));
      m_stack.pop_back();
    }
    m_stack.back().push_back(std::move(token));
  }

  void pushTwoStars() {
    push(Kind::ZeroOrMore);
    push(Kind::ZeroOrMore);
  }

  void parseStar() {
    const std::string_view before = m_previous;
    if (peek() != "*") return push(Kind::ZeroOrMore);
    bump();
    const std::string_view after = peek();
    if (m_stack.back().empty()) {
      if (!after.empty() && after != "/") return pushTwoStars();
      push(Kind::RecursivePrefix);
      bump();
      return;
    }
    const bool startsBranch = m_stack.size() > 1 && (before == "," || before == "{");
    if (before != "/" && !startsBranch) return pushTwoStars();
    const bool endsBranch = m_stack.size() > 1 && (after == "," || after == "}");
    const bool isSuffix = after.empty() || endsBranch;
    if (!isSuffix && after != "/") return pushTwoStars();
    if (!endsBranch) bump();
    replaceLast(isSuffix ? Kind::RecursiveSuffix : Kind::RecursiveZeroOrMore);
  }

  // The slash before `**` belongs to it; after another `**` nothing new is said.
  void replaceLast(Kind kind) {
    Token& last = m_stack.back().back();
    if (last.kind != Kind::RecursivePrefix && last.kind != Kind::RecursiveSuffix) last = {kind, {}};
  }

  // As Cobalt's regular expression does, a class holds bytes: a letter beyond ASCII stands for each of its
  // own.
  void parseClass() {
    Token token{Kind::Class, {}};
    const bool negated = peek() == "!" || peek() == "^";
    if (negated) bump();
    std::string_view low;
    bool inRange = false;
    for (bool first = true;; first = false) {
      if (!bump()) {
        m_error = "unclosed character class; missing ']'";
        return;
      }
      if (m_current == "]" && !first) break;
      if (m_current == "-" && !first && !inRange) {
        inRange = true;
        continue;
      }
      if (!inRange) low = m_current;
      addToClass(token, low, m_current);
      inRange = false;
    }
    if (inRange) token.bytes.set('-');
    if (negated) token.bytes.flip();
    m_stack.back().push_back(std::move(token));
  }

  void addToClass(Token& token, std::string_view low, std::string_view high) {
    if (high < low) {
      m_error = "invalid range; '" + std::string(low) + "' > '" + std::string(high) + "'";
      return;
    }
    for (const char c : low)
      token.bytes.set(static_cast<unsigned char>(c));
    for (const char c : high)
      token.bytes.set(static_cast<unsigned char>(c));
    for (unsigned byte = static_cast<unsigned char>(low.back());
         byte <= static_cast<unsigned char>(high.front()); ++byte)
      token.bytes.set(byte);
  }

  std::string_view m_pattern;
  std::size_t m_position = 0;
  std::string_view m_previous;
  std::string_view m_current;
  std::vector<Tokens> m_stack;
  std::string m_error;
};

/// Which offsets of the path the tokens read so far can end at, ascending.
using Offsets = std::vector<std::size_t>;

Offsets afterTokens(const Tokens& tokens, std::string_view path, Offsets offsets);

Offsets afterByte(std::string_view path, const Offsets& from, const auto& accepts) {
  Offsets to;
  for (const std::size_t i : from)
    if (i < path.size() && accepts(static_cast<unsigned char>(path[i]))) to.push_back(i + 1);
  return to;
}

Offsets afterLiteral(std::string_view text, std::string_view path, const Offsets& from) {
  Offsets to;
  for (const std::size_t i : from)
    if (path.substr(i).starts_with(text)) to.push_back(i + text.size());
  return to;
}

Offsets afterStar(std::string_view path, const Offsets& from) {
  Offsets to;
  for (const std::size_t start : from) {
    if (!to.empty() && to.back() >= start) continue; // the star before reached it
    to.push_back(start);
    for (std::size_t i = start; i < path.size() && path[i] != '/'; ++i)
      to.push_back(i + 1);
  }
  return to;
}

/// `leadingSlash`: the match begins with a slash; `trailingSlash`: it ends with one.
Offsets afterRecursive(std::string_view path, const Offsets& from, bool leadingSlash, bool trailingSlash) {
  const auto opens = [&](std::size_t i) { return i < path.size() && (!leadingSlash || path[i] == '/'); };
  const auto first = std::ranges::find_if(from, opens);
  Offsets ends;
  for (std::size_t i = first == from.end() ? path.size() : *first; i < path.size(); ++i)
    if (!trailingSlash || path[i] == '/') ends.push_back(i + 1);
  if (leadingSlash) return ends;
  Offsets to;
  std::ranges::set_union(from, ends, std::back_inserter(to));
  return to;
}

Offsets afterAlternates(const std::vector<Tokens>& branches, std::string_view path, const Offsets& from) {
  if (branches.empty()) return from;
  Offsets to;
  for (const Tokens& branch : branches) {
    Offsets both;
    std::ranges::set_union(to, afterTokens(branch, path, from), std::back_inserter(both));
    to = std::move(both);
  }
  return to;
}

Offsets afterToken(const Token& token, std::string_view path, const Offsets& from) {
  switch (token.kind) {
    case Kind::Literal:
      return afterLiteral(token.text, path, from);
    case Kind::Any:
      return afterByte(path, from, [](unsigned char c) { return c != '/'; });
    case Kind::Class:
      return afterByte(path, from, [&](unsigned char c) { return token.bytes.test(c); });
    case Kind::ZeroOrMore:
      return afterStar(path, from);
    case Kind::RecursivePrefix:
      return afterRecursive(path, from, false, true);
    case Kind::RecursiveSuffix:
      return afterRecursive(path, from, true, false);
    case Kind::RecursiveZeroOrMore:
      return afterRecursive(path, from, true, true);
    case Kind::Alternates:
      break;
  }
  return afterAlternates(token.branches, path, from);
}

Offsets afterTokens(const Tokens& tokens, std::string_view path, Offsets offsets) {
  for (auto token = tokens.begin(); token != tokens.end() && !offsets.empty(); ++token)
    offsets = afterToken(*token, path, offsets);
  return offsets;
}

/// Neighbouring literals become one.
Tokens joinedLiterals(Tokens tokens) {
  Tokens joined;
  for (Token& token : tokens) {
    for (Tokens& branch : token.branches)
      branch = joinedLiterals(std::move(branch));
    const bool joins = token.kind == Kind::Literal && !joined.empty() && joined.back().kind == Kind::Literal;
    if (joins) {
      joined.back().text += token.text;
    } else {
      joined.push_back(std::move(token));
    }
  }
  return joined;
}

} // namespace

Result<Glob> Glob::parse(std::string_view pattern) {
  Result<Tokens> tokens = Parser(pattern).parse();
  if (!tokens) return failure(std::move(tokens.error()));
  Glob glob;
  glob.m_tokens = joinedLiterals(std::move(*tokens));
  return glob;
}

bool Glob::matches(std::string_view path) const {
  if (m_tokens.size() == 1 && m_tokens.front().kind == Kind::RecursivePrefix) return true;
  const Offsets ends = afterTokens(m_tokens, path, {0});
  return !ends.empty() && ends.back() == path.size();
}

} // namespace postwright::site

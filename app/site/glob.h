// One glob of an ignore list, matched against a whole path, byte by byte.
// The one rule: matching never backtracks exponentially. Source: the glob syntax of the crate Cobalt 0.20.4
// ignores files with (globset 0.4: `?`, `*`, `**`, classes, one level of alternatives, backslash escapes).
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"

namespace postwright::site {

class Glob {
 public:
  /// Errors: ConfigInvalid with the reason in `detail` ("unclosed character class; missing ']'").
  static Result<Glob> parse(std::string_view pattern);

  bool matches(std::string_view path) const;

  struct Token {
    enum class Kind : std::uint8_t {
      Literal,
      Any,                 ///< `?`
      ZeroOrMore,          ///< `*`
      RecursivePrefix,     ///< `**/` at the start
      RecursiveSuffix,     ///< `/**` at the end
      RecursiveZeroOrMore, ///< `/**/` in the middle
      Class,
      Alternates
    };
    Kind kind = Kind::Literal;
    std::string text;                              ///< of a literal
    std::bitset<256> bytes = {};                   ///< of a class
    std::vector<std::vector<Token>> branches = {}; ///< of alternatives
  };
  using Tokens = std::vector<Token>;

 private:
  Tokens m_tokens;
};

} // namespace postwright::site

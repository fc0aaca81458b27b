// The inline content of one block: a row of tokens. The one rule: tokens keep their place; what is not to be
// read is skipped by `next`, and links and emphasis are marks in the row, never a tree, so nothing here
// recurses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postwright::markdown {

enum class TokenKind : std::uint8_t {
  // as read
  Text,
  SoftBreak,
  HardBreak,
  BackslashBreak,
  Delimiter, ///< one `*`, `_` or `~` of a run; text when nothing becomes of it
  Backticks, ///< a run of them
  LessThan,
  Bracket,      ///< `[`
  ImageBracket, ///< `![`
  CloseBracket,
  // as understood
  Written, ///< text that is not in the source: `strings[payload]`
  Code,    ///< `strings[payload]`
  Html,    ///< as it stands in the source
  WrittenHtml,
  Autolink,  ///< `links[payload]`
  LinkBegin, ///< `links[payload]`, also an image
  LinkEnd,
  FootnoteReference, ///< `strings[payload]`
  EmphasisBegin,
  EmphasisEnd,
  StrongBegin,
  StrongEnd,
  StrikeBegin,
  StrikeEnd,
  Nothing,
};

struct Token {
  TokenKind kind{};
  bool canOpen = false;
  bool canClose = false;  ///< of a delimiter; of a bracket: it may stand for a reference
  bool isEscaped = false; ///< backticks behind a backslash: the first is text
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next = 0;    ///< index of the token to read after this one
  std::uint32_t payload = 0; ///< an index; of a delimiter: how many of its run are left, itself included;
                             ///< of backticks: how many there are
};

struct Link {
  std::string url;
  std::string title;
  bool isImage = false;
  bool isEmail = false;
  std::uint32_t endToken = 0;
};

struct InlineTokens {
  std::vector<Token> tokens;
  std::vector<std::string> strings;
  std::vector<Link> links;

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  void clear() {
    tokens.clear();
    strings.clear();
    links.clear();
  }
  std::uint32_t keep(std::string text) {
    strings.push_back(std::move(text));
    return static_cast<std::uint32_t>(strings.size() - 1);
  }
};

} // namespace postwright::markdown

// Finds code, HTML, links and footnote references among the tokens of a block, then emphasis. The one rule:
// work stays near linear in the tokens. Source: CommonMark 0.31, 6, as pulldown-cmark 0.13 reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/markdown/inline_html.h"
#include "app/markdown/inline_tokens.h"
#include "app/markdown/link_parts.h"
#include "app/markdown/references.h"
#include "app/markdown/text_block.h"

namespace postwright::markdown {

/// What a block's text can refer to.
struct Definitions {
  References references;
  std::unordered_set<std::string> footnotes; ///< case-folded labels
  /// Bytes that reference links may still put into the page: many references to one long address must not
  /// make it grow without measure.
  std::size_t expansionLeft = 0;
};

/// Reads `tokens`, which are those of `block`, in place.
class InlineParser {
 public:
  InlineParser(const TextBlock& block, Definitions& definitions, InlineTokens& tokens)
      : m_block(block), m_text(block.text()), m_definitions(definitions), m_row(tokens), m_html(block) {}

  void run();

 private:
  struct Opener {
    std::uint32_t token;
    bool isImage;
    bool isDisabled;
  };
  struct InlineLink {
    std::size_t end;
    std::string url;
    std::string title;
  };
  /// What follows a closing bracket when it is no inline link.
  struct ReferenceTail {
    std::optional<LinkLabel> label; ///< of `[text][label]`
    std::uint32_t next = 0;         ///< the token behind the tail
  };

  std::uint32_t read(std::uint32_t index);
  std::uint32_t readLessThan(std::uint32_t index);
  std::uint32_t readBackticks(std::uint32_t index);
  std::uint32_t readOpener(std::uint32_t index);
  std::uint32_t readCloser(std::uint32_t index);
  std::uint32_t readReference(const Opener& opener, std::uint32_t closer);

  std::optional<std::uint32_t> closingBackticks(std::uint32_t index, std::size_t length);
  std::string codeBetween(std::size_t begin, std::size_t end) const;

  std::optional<InlineLink> inlineLink(std::size_t pos, std::uint32_t next) const;
  std::optional<InlineLink> titledLink(InlineLink link, std::size_t pos, std::uint32_t next) const;
  std::optional<std::pair<std::size_t, std::string>> linkTitle(std::size_t pos, std::uint32_t next) const;
  std::size_t skipSeparator(std::size_t pos) const;

  std::optional<ReferenceTail> referenceTail(std::uint32_t closer);
  std::optional<LinkLabel> bracketedLabel(std::size_t begin, std::size_t end, bool& isFootnote) const;
  std::uint32_t makeFootnote(const Opener& opener, std::uint32_t closer, std::string label);
  std::uint32_t makeLink(const Opener& opener, std::uint32_t closer, std::uint32_t next, Link link);
  const Reference* referenceFor(std::string_view label);

  Token& token(std::uint32_t index) { return m_row.tokens[index]; }
  const Token& token(std::uint32_t index) const { return m_row.tokens[index]; }
  bool isEnd(std::uint32_t index) const { return index >= m_row.size(); }
  std::uint32_t tokenAt(std::uint32_t index, std::size_t pos) const;
  std::uint32_t resumeAt(std::uint32_t index, std::size_t pos);

  const TextBlock& m_block;
  std::string_view m_text;
  Definitions& m_definitions;
  InlineTokens& m_row;
  InlineHtmlScanner m_html;
  std::vector<Opener> m_openers;
  std::size_t m_disabledOpeners = 0; ///< how many of the first are known to be disabled
  std::unordered_map<std::size_t, std::vector<std::uint32_t>> m_backticks; ///< by length, the last first
  bool m_knowsBackticks = false;
};

/// Turns delimiters of `tokens` into emphasis and strikethrough, within links apart from the text around
/// them.
void markEmphasis(std::string_view text, InlineTokens& tokens);

} // namespace postwright::markdown

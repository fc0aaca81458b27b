// Writes a row of tokens as HTML. The one rule: footnotes are numbered in the order the page first names
// them, so one writer serves a whole page.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/markdown/html_writer.h"
#include "app/markdown/inline_tokens.h"
#include "app/markdown/markdown.h"

namespace postwright::markdown {

class InlineWriter {
 public:
  InlineWriter(std::string_view text, HtmlWriter& html, std::span<const std::size_t> cuts)
      : m_text(text), m_html(html), m_cuts(cuts) {}

  void write(const InlineTokens& row);

  /// The number of the footnote `label`; a label that was not named yet gets the next one.
  std::string footnoteNumber(const std::string& label);

  /// From now on the plain text of what is written is appended to `text`; null: no longer.
  void collectPlainText(std::string* text) { m_plainText = text; }

  /// Where the text behind each of the cuts was written.
  std::vector<InlinePosition> takePositions() { return std::move(m_positions); }

 private:
  static bool isLineBreak(TokenKind kind);
  void writeToken(const Token& token);
  void writeAlternative(const Token& token);
  void writeText(std::string_view text);
  void writeSource(const Token& token);
  std::size_t cutsUpTo(std::size_t offset) const;
  void notePosition(std::size_t offset);
  void writeCode(const std::string& code);
  void writeFootnote(const std::string& label);
  void writeAutolink(const Link& link);
  void beginLink(const Link& link);
  void endImage(const Link& image);
  void writeTitle(const Link& link);

  std::string_view source(const Token& token) const {
    return token.end > token.begin ? m_text.substr(token.begin, token.end - token.begin) : std::string_view();
  }

  std::string_view m_text;
  HtmlWriter& m_html;
  const InlineTokens* m_row = nullptr;
  const Link* m_image = nullptr; ///< the outermost image whose alternative is being written
  std::string* m_plainText = nullptr;
  std::unordered_map<std::string, std::size_t> m_footnoteNumbers;
  std::span<const std::size_t> m_cuts;
  std::size_t m_cutsPassed = 0; ///< before what was written last
  std::vector<InlinePosition> m_positions;
};

} // namespace postwright::markdown

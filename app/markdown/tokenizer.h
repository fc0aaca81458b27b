// Cuts the text of a block into tokens. The one rule: it decides nothing that depends on later text, save
// character references and how a run of delimiters flanks. Source: CommonMark 0.31, 6, as pulldown-cmark 0.13
// reads it.
#pragma once

#include <cstddef>
#include <string_view>

#include "app/markdown/inline_tokens.h"
#include "app/markdown/text_block.h"

namespace postwright::markdown {

class Tokenizer {
 public:
  /// `text` is the whole text; tokens are appended to `tokens`. Both outlive it.
  Tokenizer(std::string_view text, InlineTokens& tokens) : m_text(text), m_tokens(tokens) {}

  /// The lines of a paragraph or of an underlined heading, with the breaks between them.
  void paragraph(std::span<const Line> lines);

  /// The text of a heading after its `#`s, closing `#`s left out.
  void heading(const Line& line);

  /// The text of a table cell from `begin` on. Returns where the cell ends: at a `|` or at `lineEnd`.
  std::size_t cell(std::size_t begin, std::size_t lineEnd);

 private:
  std::size_t scan(std::size_t begin, std::size_t end, bool isCell);
  std::size_t special(std::size_t pos, bool isCell);
  std::size_t backslash(std::size_t pos, bool isCell);
  std::size_t delimiters(std::size_t pos, bool isCell);
  std::size_t backticks(std::size_t pos, bool isEscaped);
  std::size_t ampersand(std::size_t pos);
  std::size_t single(std::size_t pos, std::size_t length, TokenKind kind);
  void lineBreak(const Line& line, std::size_t textEnd, std::size_t nextBegin);
  void flushText(std::size_t end);
  Token& append(TokenKind kind, std::size_t begin, std::size_t end);

  std::string_view m_text;
  InlineTokens& m_tokens;
  std::size_t m_lineBegin = 0; ///< of the text that flanks delimiters
  std::size_t m_textBegin = 0; ///< of the text that is not a token yet
  std::size_t m_end = 0;       ///< of what is scanned
};

} // namespace postwright::markdown

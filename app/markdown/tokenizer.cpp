#include "app/markdown/tokenizer.h"

#include <array>

#include "app/markdown/bytes.h"
#include "app/markdown/entity.h"
#include "app/markdown/flanking.h"

namespace postwright::markdown {
namespace {

constexpr std::array<bool, 256> specialBytes() {
  std::array<bool, 256> special{};
  for (const char byte : std::string_view("*_~&\\[]<!`|"))
    special[static_cast<unsigned char>(byte)] = true;
  return special;
}

constexpr std::array<bool, 256> kSpecial = specialBytes();

bool endsInOddBackslashes(std::string_view text, const Line& line) {
  std::size_t begin = line.end;
  while (begin > line.begin && text[begin - 1] == '\\')
    --begin;
  return (line.end - begin) % 2 == 1;
}

/// Where the text of a heading ends: before closing `#`s that follow a space, or are all there is.
std::size_t headingEnd(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ')
    --end;
  std::size_t closing = end;
  while (closing > begin && text[closing - 1] == '#')
    --closing;
  if (closing == begin) return begin;
  std::size_t spaces = closing;
  while (spaces > begin && text[spaces - 1] == ' ')
    --spaces;
  return spaces < closing ? spaces : end;
}

} // namespace

Token& Tokenizer::append(TokenKind kind, std::size_t begin, std::size_t end) {
  Token token{
      .kind = kind, .begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
  token.next = m_tokens.size() + 1;
  m_tokens.tokens.push_back(token);
  return m_tokens.tokens.back();
}

/// Text that goes on where the last token's text ended joins it.
void Tokenizer::flushText(std::size_t end) {
  if (end <= m_textBegin) return;
  if (!m_tokens.tokens.empty()) {
    Token& last = m_tokens.tokens.back();
    if (last.kind == TokenKind::Text && last.end == m_textBegin) {
      last.end = static_cast<std::uint32_t>(end);
      return;
    }
  }
  append(TokenKind::Text, m_textBegin, end);
}

void Tokenizer::paragraph(std::span<const Line> lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool isLast = i + 1 == lines.size();
    std::size_t textEnd = blanksBefore(m_text, line.content, line.end);
    if (!isLast && endsInOddBackslashes(m_text, line)) --textEnd;
    scan(line.content, textEnd, false);
    flushText(textEnd);
    if (!isLast) lineBreak(line, textEnd, lines[i + 1].begin);
  }
}

void Tokenizer::lineBreak(const Line& line, std::size_t textEnd, std::size_t nextBegin) {
  if (endsInOddBackslashes(m_text, line)) {
    append(TokenKind::BackslashBreak, textEnd, nextBegin);
  } else if (line.end - blanksBefore(m_text, line.begin, line.end) >= 2) {
    append(TokenKind::HardBreak, textEnd, nextBegin);
  } else {
    append(TokenKind::SoftBreak, line.end, nextBegin);
  }
}

void Tokenizer::heading(const Line& line) {
  const std::size_t begin = line.content;
  const std::size_t end = headingEnd(m_text, begin, line.end);
  if (end == begin) return;
  scan(begin, line.end, false);
  flushText(blanksBefore(m_text, m_textBegin, line.end));
  // Blanks that are no spaces stay with the last token, whatever it is.
  if (!m_tokens.tokens.empty()) m_tokens.tokens.back().end = static_cast<std::uint32_t>(end);
}

std::size_t Tokenizer::cell(std::size_t begin, std::size_t lineEnd) {
  const std::size_t end = scan(begin, lineEnd, true);
  flushText(blanksBefore(m_text, m_textBegin, end));
  return end;
}

/// Tokens up to `end`; text behind the last token is left to the caller.
std::size_t Tokenizer::scan(std::size_t begin, std::size_t end, bool isCell) {
  m_lineBegin = begin;
  m_textBegin = begin;
  m_end = end;
  for (std::size_t pos = begin; pos < end;) {
    if (!kSpecial[static_cast<unsigned char>(m_text[pos])]) {
      ++pos;
      continue;
    }
    if (isCell && m_text[pos] == '|' && m_text[pos - 1] != '\\') return pos;
    pos = special(pos, isCell);
  }
  return end;
}

/// Reads the special byte at `pos`. Returns where to go on.
std::size_t Tokenizer::special(std::size_t pos, bool isCell) {
  switch (m_text[pos]) {
    case '\\':
      return backslash(pos, isCell);
    case '*':
    case '_':
    case '~':
      return delimiters(pos, isCell);
    case '`':
      return backticks(pos, false);
    case '&':
      return ampersand(pos);
    case '[':
      return single(pos, 1, TokenKind::Bracket);
    case ']':
      single(pos, 1, TokenKind::CloseBracket);
      m_tokens.tokens.back().canClose = true;
      return pos + 1;
    case '<':
      return at(m_text, pos + 1) == '\\' ? pos + 1 : single(pos, 1, TokenKind::LessThan);
    case '!':
      return pos + 1 < m_end && m_text[pos + 1] == '[' ? single(pos, 2, TokenKind::ImageBracket) : pos + 1;
    default:
      return pos + 1;
  }
}

std::size_t Tokenizer::single(std::size_t pos, std::size_t length, TokenKind kind) {
  flushText(pos);
  append(kind, pos, pos + length);
  m_textBegin = pos + length;
  return m_textBegin;
}

std::size_t Tokenizer::backslash(std::size_t pos, bool isCell) {
  if (pos + 1 >= m_end || !isAsciiPunctuation(m_text[pos + 1])) return pos + 1;
  flushText(pos);
  if (m_text[pos + 1] == '`') return backticks(pos + 1, true);
  const bool isPipeEscape = isCell && m_text[pos + 1] == '\\' && pos + 2 < m_end && m_text[pos + 2] == '|';
  m_textBegin = pos + (isPipeEscape ? 2 : 1);
  return m_textBegin + 1;
}

std::size_t Tokenizer::delimiters(std::size_t pos, bool isCell) {
  const std::size_t end = skipRun(m_text, pos, m_text[pos]);
  const Flanking flanking = flankingOf({m_text, m_lineBegin, pos, end, isCell});
  const bool isTooLong = m_text[pos] == '~' && end - pos > 2;
  if (isTooLong || (!flanking.canOpen && !flanking.canClose)) return end;
  flushText(pos);
  for (std::size_t i = pos; i < end; ++i) {
    Token& token = append(TokenKind::Delimiter, i, i + 1);
    token.canOpen = flanking.canOpen;
    token.canClose = flanking.canClose;
    token.payload = static_cast<std::uint32_t>(end - i);
  }
  m_textBegin = end;
  return end;
}

std::size_t Tokenizer::backticks(std::size_t pos, bool isEscaped) {
  if (!isEscaped) flushText(pos);
  const std::size_t end = skipRun(m_text, pos, '`');
  Token& token = append(TokenKind::Backticks, pos, end);
  token.isEscaped = isEscaped;
  token.payload = static_cast<std::uint32_t>(end - pos);
  m_textBegin = end;
  return end;
}

std::size_t Tokenizer::ampersand(std::size_t pos) {
  Entity entity = entityAt(m_text, pos);
  if (entity.size == 0) return pos + 1;
  flushText(pos);
  append(TokenKind::Written, pos, pos + entity.size).payload = m_tokens.keep(std::move(entity.value));
  m_textBegin = pos + entity.size;
  return m_textBegin;
}

} // namespace postwright::markdown

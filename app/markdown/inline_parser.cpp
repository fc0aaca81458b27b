#include "app/markdown/inline_parser.h"

#include <algorithm>

#include "app/markdown/bytes.h"

namespace postwright::markdown {

void InlineParser::run() {
  for (std::uint32_t index = 0; !isEnd(index);)
    index = read(index);
  markEmphasis(m_text, m_row);
}

/// Reads the token at `index`. Returns the one to read next.
std::uint32_t InlineParser::read(std::uint32_t index) {
  switch (token(index).kind) {
    case TokenKind::LessThan:
      return readLessThan(index);
    case TokenKind::Backticks:
      return readBackticks(index);
    case TokenKind::Bracket:
    case TokenKind::ImageBracket:
      return readOpener(index);
    case TokenKind::CloseBracket:
      return readCloser(index);
    default:
      return token(index).next;
  }
}

/// The first token from `index` on that reaches beyond `pos`.
std::uint32_t InlineParser::tokenAt(std::uint32_t index, std::size_t pos) const {
  while (!isEnd(index) && token(index).end <= pos)
    index = token(index).next;
  return index;
}

/// As `tokenAt`; what the token has before `pos` is gone.
std::uint32_t InlineParser::resumeAt(std::uint32_t index, std::size_t pos) {
  index = tokenAt(index, pos);
  if (!isEnd(index)) token(index).begin = std::max(token(index).begin, static_cast<std::uint32_t>(pos));
  return index;
}

std::uint32_t InlineParser::readLessThan(std::uint32_t index) {
  const std::uint32_t next = token(index).next;
  token(index).kind = TokenKind::Text;
  if (isEnd(next) || token(next).begin != token(index).end) return next;
  std::size_t end = 0;
  if (const auto link = autolinkAt(m_text, token(index).end)) {
    token(index).kind = TokenKind::Autolink;
    token(index).payload = static_cast<std::uint32_t>(m_row.links.size());
    m_row.links.push_back({std::string(link->target), {}, false, link->isEmail, index});
    end = link->end;
  } else if (auto html = m_html.scan(token(index).begin)) {
    token(index).kind = html->joined.empty() ? TokenKind::Html : TokenKind::WrittenHtml;
    if (!html->joined.empty()) token(index).payload = m_row.keep(std::move(html->joined));
    end = html->end;
  } else {
    return next;
  }
  token(index).end = static_cast<std::uint32_t>(end);
  return token(index).next = resumeAt(next, end);
}

std::uint32_t InlineParser::readBackticks(std::uint32_t index) {
  const bool isEscaped = token(index).isEscaped;
  const std::size_t length = token(index).payload - (isEscaped ? 1 : 0);
  token(index).kind = TokenKind::Text;
  const auto closer = length > 0 ? closingBackticks(index, length) : std::nullopt;
  if (!closer) return token(index).next;
  const std::uint32_t code = m_row.keep(codeBetween(token(index).end, token(*closer).begin));
  Token& last = token(*closer);
  if (isEscaped) { // the first backtick is text, the closer's place holds the code
    token(index).end = token(index).begin + 1;
    token(index).next = *closer;
    last.kind = TokenKind::Code;
    last.begin = token(index).end;
    last.payload = code;
    return last.next;
  }
  token(index).kind = TokenKind::Code;
  token(index).payload = code;
  token(index).end = last.end;
  return token(index).next = last.next;
}

/// The next run of exactly `length` backticks. All runs are listed when first asked for.
std::optional<std::uint32_t> InlineParser::closingBackticks(std::uint32_t index, std::size_t length) {
  if (!m_knowsBackticks) {
    m_knowsBackticks = true;
    for (std::uint32_t i = m_row.size(); i-- > index + 1;) {
      if (token(i).kind == TokenKind::Backticks) m_backticks[token(i).payload].push_back(i);
    }
  }
  const auto found = m_backticks.find(length);
  if (found == m_backticks.end()) return std::nullopt;
  std::vector<std::uint32_t>& runs = found->second;
  while (!runs.empty() && runs.back() <= index)
    runs.pop_back();
  if (runs.empty()) return std::nullopt;
  return runs.back();
}

std::string InlineParser::codeBetween(std::size_t begin, std::size_t end) const {
  std::string code;
  for (std::size_t pos = begin; pos < end;) {
    if (isLineEnd(m_text[pos])) {
      code += ' ';
      pos = m_block.skipPrefixOfCode(afterLineEnd(m_text, pos), end);
    } else if (m_block.isTableCell() && m_text.substr(pos).starts_with("\\|")) {
      code += '|';
      pos += 2;
    } else {
      code += m_text[pos++];
    }
  }
  const bool isPadded =
      code.starts_with(' ') && code.ends_with(' ') && code.find_first_not_of(' ') != std::string::npos;
  return isPadded ? code.substr(1, code.size() - 2) : code;
}

std::uint32_t InlineParser::readOpener(std::uint32_t index) {
  const bool isImage = token(index).kind == TokenKind::ImageBracket;
  token(index).kind = TokenKind::Text;
  m_openers.push_back({index, isImage, false});
  return token(index).next;
}

std::uint32_t InlineParser::readCloser(std::uint32_t index) {
  token(index).kind = TokenKind::Text;
  if (m_openers.empty()) return token(index).next;
  const Opener opener = m_openers.back();
  m_openers.pop_back();
  m_disabledOpeners = std::min(m_disabledOpeners, m_openers.size());
  if (opener.isDisabled) return token(index).next;
  auto link = inlineLink(token(index).end, token(index).next);
  if (!link) return readReference(opener, index);
  const std::uint32_t next = resumeAt(token(index).next, link->end);
  return makeLink(opener, index, next, {std::move(link->url), std::move(link->title)});
}

std::uint32_t InlineParser::makeLink(const Opener& opener, std::uint32_t closer, std::uint32_t next,
                                     Link link) {
  link.isImage = opener.isImage;
  link.endToken = closer;
  token(opener.token).kind = TokenKind::LinkBegin;
  token(opener.token).payload = static_cast<std::uint32_t>(m_row.links.size());
  token(closer).kind = TokenKind::LinkEnd;
  token(closer).next = next;
  m_row.links.push_back(std::move(link));
  if (!opener.isImage) { // no link within a link
    for (; m_disabledOpeners < m_openers.size(); ++m_disabledOpeners) {
      Opener& outer = m_openers[m_disabledOpeners];
      outer.isDisabled = outer.isDisabled || !outer.isImage;
    }
  }
  return next;
}

} // namespace postwright::markdown

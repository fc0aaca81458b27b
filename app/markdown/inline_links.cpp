#include <algorithm>

#include "app/markdown/bytes.h"
#include "app/markdown/entity.h"
#include "app/markdown/inline_parser.h"

namespace postwright::markdown {

/// White space with at most one line end.
std::size_t InlineParser::skipSeparator(std::size_t pos) const {
  pos = skipBlanks(m_text, pos);
  if (pos < m_text.size() && isLineEnd(m_text[pos])) pos = m_block.skipPrefix(afterLineEnd(m_text, pos));
  return skipBlanks(m_text, pos);
}

/// `(destination "title")` at `pos`; `next` is the token behind the closing bracket.
std::optional<InlineParser::InlineLink> InlineParser::inlineLink(std::size_t pos, std::uint32_t next) const {
  if (at(m_text, pos) != '(') return std::nullopt;
  const auto destination = linkDestinationAt(m_text, skipSeparator(pos + 1));
  if (!destination) return std::nullopt;
  InlineLink link{0, unescaped(destination->raw, m_block.isTableCell()), {}};
  return titledLink(std::move(link), skipSeparator(destination->end), next);
}

std::optional<InlineParser::InlineLink> InlineParser::titledLink(InlineLink link, std::size_t pos,
                                                                 std::uint32_t next) const {
  if (auto title = linkTitle(pos, next)) {
    pos = skipSeparator(title->first);
    link.title = std::move(title->second);
  }
  if (at(m_text, pos) != ')') return std::nullopt;
  link.end = pos + 1;
  return link;
}

/// The title at `pos` and where it ends. At a line end it goes on with the token there, which leaves out
/// indentation and what containers wrote.
std::optional<std::pair<std::size_t, std::string>> InlineParser::linkTitle(std::size_t pos,
                                                                           std::uint32_t next) const {
  const char opener = at(m_text, pos);
  if (opener != '"' && opener != '\'' && opener != '(') return std::nullopt;
  const char closer = opener == '(' ? ')' : opener;
  std::string title;
  for (std::size_t i = pos + 1; i < m_text.size();) {
    const char byte = m_text[i];
    if (byte == closer) return std::pair(i + 1, std::move(title));
    if (byte == opener) return std::nullopt;
    if (isLineEnd(byte)) {
      next = tokenAt(next, i + 1);
      const bool goesOn = !isEnd(next) && token(next).begin > i;
      title += '\n';
      i = goesOn ? token(next).begin : i + 1;
    } else if (const Entity entity = byte == '&' ? entityAt(m_text, i) : Entity(); entity.size > 0) {
      title += entity.value;
      i += entity.size;
    } else {
      if (m_block.isTableCell() && m_text.substr(i).starts_with("\\\\|")) i += 2;
      if (m_text[i] == '\\' && isAsciiPunctuation(at(m_text, i + 1))) ++i;
      title += m_text[i++];
    }
  }
  return std::nullopt;
}

/// The label in the brackets that start at `begin`. A footnote's is without its `^` and stays on one line.
std::optional<LinkLabel> InlineParser::bracketedLabel(std::size_t begin, std::size_t end,
                                                      bool& isFootnote) const {
  const std::string_view text = m_text.substr(0, end);
  isFootnote = false;
  if (at(text, begin) != '[') return std::nullopt;
  if (at(text, begin + 1) == '^' && at(text, begin + 2) != ']') {
    if (auto label = linkLabelAt(text, begin + 2, nullptr, m_block.isTableCell())) {
      isFootnote = true;
      return label;
    }
  }
  return linkLabelAt(text, begin + 1, &m_block, m_block.isTableCell());
}

/// What follows the bracket `closer`: `[label]`, `[]` or nothing of the kind. No result: this was tried
/// before.
std::optional<InlineParser::ReferenceTail> InlineParser::referenceTail(std::uint32_t closer) {
  const bool isTried = !token(closer).canClose;
  const std::uint32_t next = token(closer).next;
  ReferenceTail shortcut{std::nullopt, next};
  if (isEnd(next)) return isTried ? std::nullopt : std::optional(shortcut);
  const std::size_t begin = token(next).begin;
  if (m_text.substr(begin).starts_with("[]")) {
    shortcut.next = token(token(next).next).next;
    return isTried ? std::nullopt : std::optional(shortcut);
  }
  bool isFootnote = false;
  auto label = bracketedLabel(begin, m_text.size(), isFootnote);
  if (!label || isFootnote) return isTried ? std::nullopt : std::optional(shortcut);
  const std::uint32_t labelEnd = tokenAt(next, label->end - 1);
  if (isEnd(labelEnd)) return std::nullopt;
  token(labelEnd).kind = TokenKind::CloseBracket;
  token(labelEnd).canClose = false;
  return ReferenceTail{std::move(label), token(labelEnd).next};
}

std::uint32_t InlineParser::readReference(const Opener& opener, std::uint32_t closer) {
  const std::uint32_t next = token(closer).next;
  auto tail = referenceTail(closer);
  if (!tail) return next;
  bool isFootnote = false;
  if (!tail->label) {
    const std::size_t end = token(closer).end;
    tail->label = bracketedLabel(token(opener.token).end - 1, end, isFootnote);
    if (!tail->label || tail->label->end != end) return next;
  }
  if (isFootnote) return makeFootnote(opener, closer, std::move(tail->label->label));
  const Reference* reference = referenceFor(tail->label->label);
  if (reference == nullptr) return next;
  return makeLink(opener, closer, tail->next, {reference->url, reference->title});
}

/// Null also when the page would grow too much.
const Reference* InlineParser::referenceFor(std::string_view label) {
  if (m_definitions.expansionLeft == 0) return nullptr;
  const Reference* reference = m_definitions.references.find(label);
  if (reference == nullptr) return nullptr;
  const std::size_t size = reference->url.size() + reference->title.size();
  m_definitions.expansionLeft -= std::min(size, m_definitions.expansionLeft);
  return reference;
}

/// A footnote reference undoes every bracket that is open: no link has one inside.
std::uint32_t InlineParser::makeFootnote(const Opener& opener, std::uint32_t closer, std::string label) {
  const std::uint32_t next = token(closer).next;
  if (!m_definitions.footnotes.contains(foldedLabel(label))) return next;
  const std::uint32_t note = opener.isImage ? closer : opener.token;
  if (opener.isImage) { // the `!` is text
    token(opener.token).end = token(opener.token).begin + 1;
    token(opener.token).next = closer;
  }
  token(note).kind = TokenKind::FootnoteReference;
  token(note).payload = m_row.keep(std::move(label));
  token(note).end = token(closer).end;
  token(note).next = next;
  m_openers.clear();
  m_disabledOpeners = 0;
  return next;
}

} // namespace postwright::markdown

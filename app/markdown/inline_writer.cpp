#include "app/markdown/inline_writer.h"

#include <algorithm>

namespace postwright::markdown {

void InlineWriter::write(const InlineTokens& row) {
  m_row = &row;
  m_image = nullptr;
  for (std::uint32_t index = 0; index < row.size(); index = row.tokens[index].next) {
    const Token& token = row.tokens[index];
    if (m_image == nullptr) {
      writeToken(token);
    } else if (index == m_image->endToken) {
      endImage(*m_image);
    } else {
      writeAlternative(token);
    }
  }
}

bool InlineWriter::isLineBreak(TokenKind kind) {
  return kind == TokenKind::SoftBreak || kind == TokenKind::HardBreak || kind == TokenKind::BackslashBreak;
}

void InlineWriter::writeToken(const Token& token) {
  if (token.end > token.begin) notePosition(token.begin);
  switch (token.kind) {
    case TokenKind::SoftBreak:
      m_html.write("\n");
      break;
    case TokenKind::HardBreak:
    case TokenKind::BackslashBreak:
      m_html.write("<br />\n");
      break;
    case TokenKind::Written:
      writeText(m_row->strings[token.payload]);
      break;
    case TokenKind::Code:
      writeCode(m_row->strings[token.payload]);
      break;
    case TokenKind::Html:
      m_html.write(source(token));
      break;
    case TokenKind::WrittenHtml:
      m_html.write(m_row->strings[token.payload]);
      break;
    case TokenKind::Autolink:
      writeAutolink(m_row->links[token.payload]);
      break;
    case TokenKind::LinkBegin:
      beginLink(m_row->links[token.payload]);
      break;
    case TokenKind::LinkEnd:
      m_html.write("</a>");
      break;
    case TokenKind::FootnoteReference:
      writeFootnote(m_row->strings[token.payload]);
      break;
    case TokenKind::EmphasisBegin:
      m_html.write("<em>");
      break;
    case TokenKind::EmphasisEnd:
      m_html.write("</em>");
      break;
    case TokenKind::StrongBegin:
      m_html.write("<strong>");
      break;
    case TokenKind::StrongEnd:
      m_html.write("</strong>");
      break;
    case TokenKind::StrikeBegin:
      m_html.write("<del>");
      break;
    case TokenKind::StrikeEnd:
      m_html.write("</del>");
      break;
    case TokenKind::Nothing:
      break;
    default:
      writeSource(token);
      break;
  }
  if (isLineBreak(token.kind) && m_plainText != nullptr) *m_plainText += ' ';
}

/// Text only, as an attribute has it.
void InlineWriter::writeAlternative(const Token& token) {
  switch (token.kind) {
    case TokenKind::SoftBreak:
    case TokenKind::HardBreak:
    case TokenKind::BackslashBreak:
      m_html.write(" ");
      break;
    case TokenKind::Written:
    case TokenKind::Code:
    case TokenKind::WrittenHtml:
      m_html.alternative(m_row->strings[token.payload]);
      break;
    case TokenKind::Autolink:
      m_html.alternative(m_row->links[token.payload].url);
      break;
    case TokenKind::FootnoteReference:
      m_html.writeUnnoticed("[" + footnoteNumber(m_row->strings[token.payload]) + "]");
      break;
    case TokenKind::LinkBegin:
    case TokenKind::LinkEnd:
    case TokenKind::EmphasisBegin:
    case TokenKind::EmphasisEnd:
    case TokenKind::StrongBegin:
    case TokenKind::StrongEnd:
    case TokenKind::StrikeBegin:
    case TokenKind::StrikeEnd:
    case TokenKind::Nothing:
      break;
    default:
      m_html.alternative(source(token));
      break;
  }
}

void InlineWriter::writeText(std::string_view text) {
  m_html.text(text);
  if (m_plainText != nullptr) *m_plainText += text;
}

/// In pieces, where it is cut.
void InlineWriter::writeSource(const Token& token) {
  std::size_t begin = token.begin;
  for (std::size_t cut = cutsUpTo(begin); cut < m_cuts.size() && m_cuts[cut] < token.end; ++cut) {
    writeText(m_text.substr(begin, m_cuts[cut] - begin));
    begin = m_cuts[cut];
    notePosition(begin);
  }
  if (begin < token.end) writeText(m_text.substr(begin, token.end - begin));
}

std::size_t InlineWriter::cutsUpTo(std::size_t offset) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(m_cuts, offset) - m_cuts.begin());
}

void InlineWriter::notePosition(std::size_t offset) {
  if (m_cuts.empty()) return;
  const std::size_t passed = cutsUpTo(offset);
  if (std::exchange(m_cutsPassed, passed) != passed) m_positions.push_back({m_html.size(), offset});
}

void InlineWriter::writeCode(const std::string& code) {
  m_html.write("<code>");
  writeText(code);
  m_html.write("</code>");
}

std::string InlineWriter::footnoteNumber(const std::string& label) {
  const auto [known, isNew] = m_footnoteNumbers.try_emplace(label, m_footnoteNumbers.size() + 1);
  return std::to_string(known->second);
}

void InlineWriter::writeFootnote(const std::string& label) {
  m_html.write("<sup class=\"footnote-reference\"><a href=\"#");
  m_html.attribute(label);
  m_html.write("\">");
  m_html.writeUnnoticed(footnoteNumber(label));
  m_html.write("</a></sup>");
}

void InlineWriter::writeAutolink(const Link& link) {
  m_html.write(link.isEmail ? "<a href=\"mailto:" : "<a href=\"");
  m_html.href(link.url);
  m_html.write("\">");
  writeText(link.url);
  m_html.write("</a>");
}

void InlineWriter::beginLink(const Link& link) {
  m_html.write(link.isImage ? "<img src=\"" : "<a href=\"");
  m_html.href(link.url);
  if (link.isImage) {
    m_html.write("\" alt=\"");
    m_image = &link;
  } else {
    writeTitle(link);
    m_html.write("\">");
  }
}

void InlineWriter::endImage(const Link& image) {
  m_image = nullptr;
  writeTitle(image);
  m_html.write("\" />");
}

void InlineWriter::writeTitle(const Link& link) {
  if (link.title.empty()) return;
  m_html.write("\" title=\"");
  m_html.attribute(link.title);
}

} // namespace postwright::markdown

#include "app/markdown/renderer.h"

#include "app/markdown/bytes.h"
#include "app/markdown/code_text.h"
#include "app/markdown/html_writer.h"
#include "app/markdown/inline_parser.h"
#include "app/markdown/inline_writer.h"
#include "app/markdown/link_parts.h"
#include "app/markdown/tokenizer.h"

namespace postwright::markdown {
namespace {

constexpr std::size_t kLeastExpansion = 100000;

class Renderer {
 public:
  Renderer(std::string_view text, const Blocks& blocks, const highlight::Highlighter& highlighter,
           std::span<const std::size_t> cuts)
      : m_text(text), m_blocks(blocks), m_highlighter(highlighter), m_inline(text, m_html, cuts) {}

  Rendered run() {
    readDefinitions();
    m_html.reserveFor(m_text.size());
    m_rendered.blocks.reserve(m_blocks.blocks.size());
    for (std::uint32_t index = 0; index < m_blocks.blocks.size(); ++index) {
      closeContainers(index);
      write(m_blocks.blocks[index], index);
    }
    closeContainers(static_cast<std::uint32_t>(m_blocks.blocks.size()));
    m_rendered.inlines = m_inline.takePositions();
    m_rendered.html = m_html.take();
    return std::move(m_rendered);
  }

 private:
  struct OpenContainer {
    std::uint32_t next;   ///< the first block behind it
    std::size_t position; ///< its index in the table of positions
    std::string_view closing;
  };

  void readDefinitions();
  void readReferencesOf(std::uint32_t index);
  std::uint32_t firstTextLine(std::uint32_t index) const { return m_textLines[index]; }

  void write(const Block& block, std::uint32_t index);
  void writeContainer(const Block& block);
  void writeParagraph(const Block& block, std::uint32_t firstLine);
  void writeHeading(const Block& block, std::uint32_t firstLine);
  void writeCode(const Block& block);
  void writeHtml(const Block& block);
  void writeTable(const Block& block);
  void writeRow(std::uint32_t line, const std::vector<Alignment>& columns, std::string_view tag);
  void writeTask(Task task);
  void writeInlines(const TextBlock& block);
  void closeContainers(std::uint32_t index);

  std::size_t beginPosition(const Block& block, bool isFresh);
  void endPosition(std::size_t position) { m_rendered.blocks[position].htmlEnd = m_html.size(); }

  std::span<const Line> lines(std::uint32_t first, std::uint32_t last) const {
    return std::span<const Line>(m_blocks.lines).subspan(first, last + 1 - first);
  }
  std::size_t endOf(std::uint32_t line) const { return afterLineEnd(m_text, m_blocks.lines[line].end); }

  std::string_view m_text;
  const Blocks& m_blocks;
  const highlight::Highlighter& m_highlighter;
  HtmlWriter m_html;
  InlineWriter m_inline;
  InlineTokens m_tokens;
  Definitions m_definitions;
  std::vector<std::uint32_t> m_textLines; ///< for each block: its first line that is no definition
  std::vector<OpenContainer> m_open;
  std::size_t m_missingCells = 0;
  Rendered m_rendered;
};

void Renderer::readDefinitions() {
  m_definitions.expansionLeft = std::max(m_text.size(), kLeastExpansion);
  for (const std::string& label : m_blocks.labels)
    m_definitions.footnotes.insert(foldedLabel(label));
  m_textLines.reserve(m_blocks.blocks.size());
  for (std::uint32_t i = 0; i < m_blocks.blocks.size(); ++i)
    readReferencesOf(i);
}

void Renderer::readReferencesOf(std::uint32_t index) {
  const Block& block = m_blocks.blocks[index];
  const bool mayDefine = (block.kind == BlockKind::Paragraph || block.isSetext) && block.task == Task::None;
  std::uint32_t first = block.firstLine;
  if (mayDefine && at(m_text, m_blocks.lines[first].content) == '[') {
    const TextBlock text(m_text, lines(first, block.lastLine), m_blocks.lines[block.lastLine].end);
    first += static_cast<std::uint32_t>(readReferences(text, &m_definitions.references));
  }
  m_textLines.push_back(first);
}

/// Notes where the block's HTML starts, behind the line end that comes before a block on a new line.
std::size_t Renderer::beginPosition(const Block& block, bool isFresh) {
  const std::size_t lineEnd = isFresh && !m_html.endsLine() ? 1 : 0;
  m_rendered.blocks.push_back({m_html.size() + lineEnd, 0, static_cast<int>(block.firstLine) + 1,
                               static_cast<int>(block.lastLine) + 1});
  return m_rendered.blocks.size() - 1;
}

void Renderer::closeContainers(std::uint32_t index) {
  while (!m_open.empty() && m_open.back().next <= index) {
    m_html.write(m_open.back().closing);
    endPosition(m_open.back().position);
    m_open.pop_back();
  }
}

void Renderer::write(const Block& block, std::uint32_t index) {
  switch (block.kind) {
    case BlockKind::Paragraph:
      return writeParagraph(block, firstTextLine(index));
    case BlockKind::Heading:
      return writeHeading(block, firstTextLine(index));
    case BlockKind::FencedCode:
    case BlockKind::IndentedCode:
      return writeCode(block);
    case BlockKind::Html:
      return writeHtml(block);
    case BlockKind::Table:
      return writeTable(block);
    case BlockKind::ThematicBreak: {
      const std::size_t position = beginPosition(block, true);
      m_html.writeFresh("<hr />\n");
      return endPosition(position);
    }
    default:
      return writeContainer(block);
  }
}

void Renderer::writeContainer(const Block& block) {
  OpenContainer open{block.next, beginPosition(block, true), {}};
  switch (block.kind) {
    case BlockKind::Quote:
      m_html.writeFresh("<blockquote>\n");
      open.closing = "</blockquote>\n";
      break;
    case BlockKind::BulletList:
      m_html.writeFresh("<ul>\n");
      open.closing = "</ul>\n";
      break;
    case BlockKind::OrderedList:
      m_html.writeFresh(block.number == 1 ? "<ol>\n"
                                          : "<ol start=\"" + std::to_string(block.number) + "\">\n");
      open.closing = "</ol>\n";
      break;
    case BlockKind::FootnoteDefinition: {
      const std::string& label = m_blocks.labels[block.number];
      m_html.writeFresh("<div class=\"footnote-definition\" id=\"");
      m_html.attribute(label);
      m_html.write("\"><sup class=\"footnote-definition-label\">");
      m_html.writeUnnoticed(m_inline.footnoteNumber(label));
      m_html.write("</sup>");
      open.closing = "</div>\n";
      break;
    }
    default:
      m_html.writeFresh("<li>");
      writeTask(block.task);
      open.closing = "</li>\n";
      break;
  }
  m_open.push_back(open);
}

void Renderer::writeTask(Task task) {
  if (task == Task::Open) m_html.write("<input disabled=\"\" type=\"checkbox\"/>\n");
  if (task == Task::Done) m_html.write("<input disabled=\"\" type=\"checkbox\" checked=\"\"/>\n");
}

void Renderer::writeParagraph(const Block& block, std::uint32_t firstLine) {
  if (firstLine > block.lastLine) return; // nothing but definitions
  const std::size_t position = beginPosition(block, !block.isTight);
  if (!block.isTight) m_html.writeFresh("<p>");
  writeTask(block.task);
  const TextBlock text(m_text, lines(firstLine, block.lastLine), endOf(block.lastLine));
  m_tokens.clear();
  Tokenizer(m_text, m_tokens).paragraph(text.lines());
  writeInlines(text);
  if (!block.isTight) m_html.write("</p>\n");
  endPosition(position);
}

void Renderer::writeHeading(const Block& block, std::uint32_t firstLine) {
  if (firstLine > block.lastLine) return;
  const std::size_t position = beginPosition(block, true);
  const std::string tag = "h" + std::to_string(block.number) + ">";
  m_html.writeFresh("<" + tag);
  writeTask(block.task);
  m_rendered.headings.push_back({static_cast<int>(block.number), {}, static_cast<int>(firstLine) + 1});
  m_inline.collectPlainText(&m_rendered.headings.back().text);
  const TextBlock text(m_text, lines(firstLine, block.lastLine), endOf(block.lastLine));
  m_tokens.clear();
  Tokenizer tokenizer(m_text, m_tokens);
  if (block.isSetext) {
    tokenizer.paragraph(text.lines());
  } else {
    tokenizer.heading(text.lines().front());
  }
  writeInlines(text);
  m_inline.collectPlainText(nullptr);
  m_html.write("</" + tag + "\n");
  endPosition(position);
}

/// Expects the tokens of `block`.
void Renderer::writeInlines(const TextBlock& block) {
  InlineParser(block, m_definitions, m_tokens).run();
  m_inline.write(m_tokens);
}

void Renderer::writeCode(const Block& block) {
  const std::size_t position = beginPosition(block, false);
  m_html.setEndsLine(false);
  m_html.write(
      m_highlighter.format(codeText(m_text, m_blocks, block), codeLanguage(m_text, m_blocks, block)).html);
  endPosition(position);
}

void Renderer::writeHtml(const Block& block) {
  const std::size_t position = beginPosition(block, false);
  for (std::uint32_t i = block.firstLine; i <= block.lastLine; ++i) {
    const Line& line = m_blocks.lines[i];
    if (line.spaces > 0) m_html.text(std::string(line.spaces, ' '));
    m_html.write(m_text.substr(line.content, line.end - line.content));
    if (endOf(i) > line.end) m_html.write("\n");
  }
  endPosition(position);
}

void Renderer::writeTable(const Block& block) {
  const std::size_t position = beginPosition(block, false);
  const std::vector<Alignment> columns = delimiterRow(m_text, m_blocks.lines[block.firstLine + 1].content);
  m_html.write("<table><thead>");
  writeRow(block.firstLine, columns, "th");
  m_html.write("</thead><tbody>\n");
  for (std::uint32_t line = block.firstLine + 2; line <= block.lastLine; ++line) {
    writeRow(line, columns, "td");
    m_html.write("\n");
  }
  m_html.write("</tbody></table>\n");
  endPosition(position);
}

void Renderer::writeRow(std::uint32_t line, const std::vector<Alignment>& columns, std::string_view tag) {
  constexpr std::size_t kMostMissingCells = 1 << 18; // a wide table of empty rows must not fill the memory
  const std::size_t end = m_blocks.lines[line].end;
  std::size_t pos = m_blocks.lines[line].content;
  m_html.write("<tr>");
  for (const Alignment alignment : columns) {
    if (at(m_text, pos) == '|') ++pos;
    pos = skipBlanks(m_text, pos);
    if (pos >= end && ++m_missingCells > kMostMissingCells) break;
    m_html.write("<");
    m_html.write(tag);
    if (alignment == Alignment::Left) m_html.write(" style=\"text-align: left\"");
    if (alignment == Alignment::Center) m_html.write(" style=\"text-align: center\"");
    if (alignment == Alignment::Right) m_html.write(" style=\"text-align: right\"");
    m_html.write(">");
    if (pos < end) {
      m_tokens.clear();
      const std::size_t cellEnd = Tokenizer(m_text, m_tokens).cell(pos, end);
      writeInlines(TextBlock(m_text, {}, cellEnd, true));
      pos = cellEnd;
    }
    m_html.write("</");
    m_html.write(tag);
    m_html.write(">");
  }
  m_html.write("</tr>");
}

} // namespace

Rendered renderBlocks(std::string_view text, const Blocks& blocks, const highlight::Highlighter& highlighter,
                      std::span<const std::size_t> cuts) {
  return Renderer(text, blocks, highlighter, cuts).run();
}

} // namespace postwright::markdown

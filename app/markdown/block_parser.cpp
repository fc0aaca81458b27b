#include "app/markdown/block_parser.h"

#include <cmark-gfm/parser.h>

#include <optional>

#include "app/markdown/bytes.h"
#include "app/markdown/containers.h"
#include "app/markdown/line_masks.h"

namespace postwright::markdown {
namespace {

std::optional<BlockKind> leafKind(const cmark_node* node) {
  switch (node->type) {
    case CMARK_NODE_PARAGRAPH:
      return BlockKind::Paragraph;
    case CMARK_NODE_HEADING:
      return BlockKind::Heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return BlockKind::ThematicBreak;
    case CMARK_NODE_HTML_BLOCK:
      return BlockKind::Html;
    case CMARK_NODE_CODE_BLOCK:
      return node->as.code.fenced != 0 ? BlockKind::FencedCode : BlockKind::IndentedCode;
    default:
      return std::nullopt;
  }
}

constexpr int kCodeIndent = 4;

/// The first byte of a line that may belong to its block, for a quick look.
std::size_t behindMarks(std::string_view text, const Line& line) {
  return skipWhile(text.substr(0, line.end), line.begin,
                   [](char byte) { return isSpaceOrTab(byte) || byte == '>'; });
}

} // namespace

BlockParser::BlockParser(std::string_view text)
    : m_text(text),
      m_blocks{splitLines(text), {}, {}},
      m_masked(maskedText(text, m_blocks.lines)),
      m_session(*this) {}

Blocks BlockParser::run() {
  for (m_line = 0; m_line < m_blocks.lines.size(); ++m_line) {
    if (isFurtherBlankLine()) continue;
    prepareLine();
    m_fedLines.push_back(m_line);
    const std::size_t end = fedEnd();
    m_masked[end] = '\n';
    m_session.feed(std::string_view(m_masked).substr(line().begin, end + 1 - line().begin));
    noteLine();
  }
  listBlocks(m_session.finish());
  return std::move(m_blocks);
}

std::size_t BlockParser::offset() const {
  return line().begin + static_cast<std::size_t>(cmark_parser_get_offset(parser()));
}

std::size_t BlockParser::firstNonBlank() const {
  return line().begin + static_cast<std::size_t>(cmark_parser_get_first_nonspace(parser()));
}

/// Between blocks a second blank line changes nothing, but deep lists make each of them dear.
bool BlockParser::isFurtherBlankLine() const {
  if (m_open != nullptr || m_line == 0) return false;
  const Line& before = m_blocks.lines[m_line - 1];
  return skipWhile(m_text, line().begin, isSpaceOrTab) >= line().end &&
         skipBlanks(m_text, before.begin) >= before.end;
}

/// The end of the line that cmark-gfm sees: a blank line ends an item that has nothing yet, however far it is
/// indented.
std::size_t BlockParser::fedEnd() const {
  const cmark_node* open = parser()->current;
  const bool isEmptyItem = m_line > 0 && open->type == CMARK_NODE_ITEM && open->first_child == nullptr;
  if (!isEmptyItem || behindMarks(m_text, line()) < line().end) return line().end;
  return blanksBefore(m_text, line().begin, line().end);
}

void BlockParser::prepareLine() {
  limitNesting(m_masked, line());
  m_task = Task::None;
  const std::size_t pos = behindMarks(m_text, line());
  if (pos < line().end && restIsBlank(m_text, pos)) hideFormFeeds(pos);
  if (m_open == nullptr) return;
  if (m_open->kind == BlockKind::Paragraph && pos >= line().end) return hideBlanks();
  if (pos >= line().end) return;
  if (m_open->kind == BlockKind::FencedCode) return hideFence(pos);
  if (m_open->kind != BlockKind::Paragraph) return;
  if (m_text[pos] == '-') hideListMark(pos);
  if (m_text[pos] == '-' || m_text[pos] == '=') hideUnderline(pos);
}

/// Whether the line continues all containers of the open block and its text starts at `pos`.
bool BlockParser::continuesAt(std::size_t pos) const {
  const LineStart start = lineWithin(parser()->current, rawLine());
  return start.continuesAll && start.indentation < kCodeIndent && line().begin + start.firstNonBlank == pos;
}

/// Where a block may begin, form feeds are no code, however far they are indented.
void BlockParser::hideFormFeeds(std::size_t pos) {
  const bool mayBegin = m_open == nullptr || m_open->kind == BlockKind::Heading ||
                        m_open->kind == BlockKind::ThematicBreak || m_open->kind == BlockKind::Table;
  if (!mayBegin) return;
  const LineStart start = lineWithin(parser()->current, rawLine());
  if ((start.continuesAll || m_open == nullptr) && start.indentation >= kCodeIndent)
    m_masked.replace(pos, line().end - pos, line().end - pos, ' ');
}

/// `- | -` below a header is a delimiter row, not a list.
void BlockParser::hideListMark(std::size_t pos) {
  if (at(m_text, pos + 1) == ' ' && isTableHeader(*m_open, pos) && continuesAt(pos)) hide(m_masked, pos);
}

/// No definition becomes a heading: below definitions only, `===` is text and `---` a thematic break.
void BlockParser::hideUnderline(std::size_t pos) {
  const std::size_t end = skipRun(m_text, pos, m_text[pos]);
  if (!restIsBlank(m_text, end) || !continuesAt(pos)) return;
  if (!isAllDefinitions(*m_open)) return;
  if (m_text[pos] == '=' || end - pos < 3) return hide(m_masked, pos);
  m_masked.replace(pos, end - pos, end - pos, '*');
}

/// Behind definitions, a line of four blanks and more starts a paragraph.
void BlockParser::hideBlanks() {
  if (line().end == line().begin || !isAllDefinitions(*m_open)) return;
  if (lineWithin(parser()->current, rawLine()).indentation >= kCodeIndent) hide(m_masked, line().end - 1);
}

/// Only spaces may follow a closing fence.
void BlockParser::hideFence(std::size_t pos) {
  if (m_text[pos] != '`' && m_text[pos] != '~') return;
  const std::size_t end = skipRun(m_text, pos, m_text[pos]);
  const bool isSpacesOnly = skipRun(m_text, end, ' ') >= line().end;
  if (!isSpacesOnly && restIsBlank(m_text, end) && continuesAt(pos)) hide(m_masked, pos);
}

void BlockParser::noteLine() {
  cmark_node* node = parser()->current;
  adoptQuotes(node);
  noteTightness(node);
  const auto kind = leafKind(node);
  if (!kind) {
    m_open = nullptr;
    return;
  }
  if (cmark_node_get_user_data(node) == nullptr) startLeaf(node, *kind);
  m_open = &m_leaves[reinterpret_cast<std::uintptr_t>(cmark_node_get_user_data(node)) - 1];
  noteLeafLine(node, *m_open);
}

void BlockParser::adoptQuotes(cmark_node* node) {
  for (; node->parent != nullptr && node->start_line == parser()->line_number; node = node->parent)
    if (node->type == CMARK_NODE_BLOCK_QUOTE) m_session.adopt(node);
}

/// The outermost block that this line began.
cmark_node* BlockParser::newBlock(cmark_node* node) const {
  cmark_node* outermost = nullptr;
  for (; node->parent != nullptr && node->start_line == parser()->line_number; node = node->parent)
    outermost = node;
  return outermost;
}

/// A list is loose when a block of it begins behind a blank line, whichever container that line lies in, save
/// one that is a quote's own.
void BlockParser::noteTightness(cmark_node* node) {
  const bool isBlank = cmark_parser_is_blank(parser()) != 0;
  if (const cmark_node* block = newBlock(node)) {
    cmark_node* parent = block->parent;
    cmark_node* list = parent->type == CMARK_NODE_ITEM ? parent->parent : parent;
    if (m_isBehindBlank && list->type == CMARK_NODE_LIST)
      cmark_node_set_user_data(list, &m_blocks); // anything but null
    m_isBehindBlank = isBlank && node->type == CMARK_NODE_FOOTNOTE_DEFINITION;
  } else if (node->type == CMARK_NODE_CODE_BLOCK && node->as.code.fenced == 0) {
    m_isBehindBlank = isBlank;
  } else if (isBlank && !leafKind(node) && node->type != CMARK_NODE_BLOCK_QUOTE) {
    m_isBehindBlank = true;
  }
}

/// Columns that a fence is indented. cmark-gfm counts bytes, and what is left of a tab is none.
std::uint32_t BlockParser::indentFence(cmark_node* code) {
  const LineStart start = lineWithin(code, rawLine());
  if (start.continuesAll) code->as.code.fence_offset = static_cast<std::uint8_t>(start.indentation);
  return code->as.code.fence_offset;
}

void BlockParser::startLeaf(cmark_node* node, BlockKind kind) {
  const std::uint32_t level = kind == BlockKind::FencedCode ? indentFence(node) : 0;
  m_leaves.push_back({kind, false, m_task, level, m_line, m_line, 0});
  cmark_node_set_user_data(node, reinterpret_cast<void*>(m_leaves.size()));
  if (node->type != CMARK_NODE_CODE_BLOCK) m_session.adopt(node);
}

void BlockParser::noteLeafLine(cmark_node* node, Leaf& leaf) {
  if (node->type == CMARK_NODE_HEADING) {
    leaf.level = static_cast<std::uint32_t>(cmark_node_get_heading_level(node));
    leaf.isSetext = leaf.kind == BlockKind::Paragraph;
    leaf.kind = BlockKind::Heading;
    if (leaf.isSetext) return;
    line().content = static_cast<std::uint32_t>(skipBlanks(m_text.substr(0, line().end), firstNonBlank()));
    leaf.lastLine = m_line;
    return;
  }
  leaf.lastLine = m_line;
  if (leaf.kind == BlockKind::FencedCode || leaf.kind == BlockKind::IndentedCode ||
      leaf.kind == BlockKind::Html) {
    noteVerbatimLine(leaf);
  } else if (m_task == Task::None) {
    line().content = static_cast<std::uint32_t>(firstNonBlank());
  } else {
    line().content = static_cast<std::uint32_t>(m_taskText);
  }
}

void BlockParser::noteVerbatimLine(const Leaf& leaf) {
  const bool isHtmlStart = leaf.kind == BlockKind::Html && leaf.firstLine == m_line;
  const int tabRest = cmark_parser_has_partially_consumed_tab(parser()) != 0
                          ? kCodeIndent - cmark_parser_get_column(parser()) % kCodeIndent
                          : 0;
  line().content = static_cast<std::uint32_t>(isHtmlStart ? firstNonBlank() : offset());
  line().spaces = static_cast<std::uint8_t>(isHtmlStart ? cmark_parser_get_indent(parser()) : tabRest);
}

Blocks parseBlocks(std::string_view text) {
  return BlockParser(text).run();
}

} // namespace postwright::markdown

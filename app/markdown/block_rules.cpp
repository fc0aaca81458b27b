#include <cmark-gfm/parser.h>

#include <algorithm>

#include "app/markdown/block_parser.h"
#include "app/markdown/bytes.h"
#include "app/markdown/containers.h"
#include "app/markdown/html_blocks.h"
#include "app/markdown/link_parts.h"
#include "app/markdown/references.h"

namespace postwright::markdown {
namespace {

constexpr int kFootnoteIndent = 4;
constexpr int kTabStop = 4;
constexpr int kMostBeforeMark = 3;

/// Everything left of the line is taken, so that cmark-gfm sees a blank rest.
void takeRest(cmark_parser* parser, char* input) {
  const int length = static_cast<int>(std::string_view(input).size());
  cmark_parser_advance_offset(parser, input, length - 1 - cmark_parser_get_offset(parser), 0);
}

Task taskAt(std::string_view text, std::size_t pos) {
  const char mark = at(text, pos + 1);
  if (at(text, pos) != '[' || at(text, pos + 2) != ']' || pos + 3 >= text.size() || !isSpace(text[pos + 3])) {
    return Task::None;
  }
  if (mark == 'x' || mark == 'X') return Task::Done;
  return isBlank(mark) ? Task::Open : Task::None;
}

bool endsInBackslash(std::string_view text, const Line& line) {
  std::size_t begin = line.end;
  while (begin > line.content && text[begin - 1] == '\\')
    --begin;
  return (line.end - begin) % 2 == 1;
}

/// Less than four columns of blanks before a pipe.
bool startsWithPipe(std::string_view text, const Line& line) {
  const std::size_t first = line.prefix - line.begin;
  std::size_t column = first;
  for (std::size_t pos = line.prefix; pos < line.content; ++pos)
    column += text[pos] == '\t' ? kTabStop - column % kTabStop : 1;
  return at(text, line.content) == '|' && column - first < kTabStop;
}

/// Whether the columns that may stand before a quote's mark end within the tab before the first text.
bool isWithinLastTab(const cmark_parser* parser, const char* input) {
  const int tab = parser->first_nonspace - 1;
  int column = parser->column;
  for (int pos = parser->offset; pos < tab; ++pos)
    column += input[pos] == '\t' ? kTabStop - column % kTabStop : 1;
  return input[tab] == '\t' && column - parser->column < kMostBeforeMark;
}

/// The mark that was just taken becomes a tab of which `columns` are left. That tab ends at a tab stop, the
/// mark a column behind one: a further tab makes up for it.
void leaveTab(cmark_parser* parser, char* input, int columns) {
  int next = parser->offset;
  while (input[next] == ' ')
    ++next;
  const bool isBeforeStop = (next - parser->offset) % kTabStop == kTabStop - 1;
  if (input[next] == '\t') columns += isBeforeStop ? kTabStop - 1 : -1;
  parser->column = kTabStop - std::min(columns, kTabStop);
  if (columns == 0) return;
  input[--parser->offset] = '\t';
  parser->partially_consumed_tab = true;
}

} // namespace

cmark_node* BlockParser::open(cmark_node* container, char* input, bool isIndented) {
  const int tabRest = cmark_parser_has_partially_consumed_tab(parser());
  line().prefix = static_cast<std::uint32_t>(offset()) + static_cast<std::uint32_t>(tabRest);
  line().isShort = isLazy(container) && lacksIndentation(container);
  if (firstNonBlank() >= line().end) return nullptr;
  if (container->type != CMARK_NODE_PARAGRAPH && !isLazy(container) && restIsBlank(m_text, firstNonBlank())) {
    takeRest(parser(), input); // form feeds alone are text to cmark-gfm
    return nullptr;
  }
  if (isIndented) return tabRest != 0 ? openTable(container) : nullptr;
  switch (m_text[firstNonBlank()]) {
    case '<':
      return openHtml(container);
    case '[':
      takeTaskMarker(container, input);
      return openFootnote(container, input);
    case '|':
      if (startsTableBeyond(container)) {
        return cmark_parser_add_child(parser(), container, CMARK_NODE_PARAGRAPH, 1);
      }
      return openTable(container);
    case ':':
    case '-':
      return openTable(container);
    default:
      return nullptr;
  }
}

/// A paragraph goes on beyond its containers: nothing was opened on this line.
bool BlockParser::isLazy(cmark_node* container) const {
  return parser()->current->type == CMARK_NODE_PARAGRAPH && container->start_line != parser()->line_number;
}

/// Whether of the containers of the open paragraph, the first one that `container` is not within goes by
/// indentation.
bool BlockParser::lacksIndentation(const cmark_node* container) const {
  cmark_node_type first = CMARK_NODE_NONE;
  for (const cmark_node* node = parser()->current; node != container; node = node->parent)
    if (node->type != CMARK_NODE_LIST) first = static_cast<cmark_node_type>(node->type);
  return first == CMARK_NODE_ITEM || first == CMARK_NODE_FOOTNOTE_DEFINITION;
}

/// A header that would continue a paragraph lazily starts a paragraph of its own, outside, when the delimiter
/// row below it lies within the containers of the first.
bool BlockParser::startsTableBeyond(cmark_node* container) const {
  if (m_line + 1 >= m_blocks.lines.size() || !isLazy(container) || container->type == CMARK_NODE_PARAGRAPH)
    return false;
  const Line& below = m_blocks.lines[m_line + 1];
  const LineStart start = lineWithin(parser()->current, m_text.substr(below.begin, below.end - below.begin));
  const std::size_t columns = headerColumns(m_text, firstNonBlank(), line().end);
  return start.continuesAll && columns != 0 &&
         delimiterRow(m_text, below.begin + start.prefix).size() == columns;
}

cmark_node* BlockParser::openHtml(cmark_node* container) {
  const auto start = htmlBlockStart(m_text, firstNonBlank());
  if (!start) return nullptr;
  if (!start->interruptsParagraph && (container->type == CMARK_NODE_PARAGRAPH || isLazy(container)))
    return nullptr;
  m_htmlEnd = start->endMarker;
  cmark_node* node = cmark_parser_add_child(parser(), container, CMARK_NODE_HTML_BLOCK, 1);
  m_session.adopt(node);
  return node;
}

cmark_node* BlockParser::openFootnote(cmark_node* container, char* input) {
  auto definition = footnoteDefinitionAt(m_text.substr(0, line().end), firstNonBlank());
  if (!definition) return nullptr;
  const std::size_t text = skipBlanks(m_text, definition->end);
  cmark_node* node = cmark_parser_add_child(parser(), container, CMARK_NODE_FOOTNOTE_DEFINITION, 1);
  cmark_parser_advance_offset(parser(), input, static_cast<int>(text - offset()), 0);
  parser()->column = 0; // tab stops are counted anew
  m_blocks.labels.push_back(std::move(definition->label));
  cmark_node_set_user_data(node, reinterpret_cast<void*>(m_blocks.labels.size()));
  m_session.adopt(node);
  return node;
}

/// The paragraph's last line was a header: the paragraph becomes a table from there on. What a container left
/// of a tab does not indent the delimiter row.
cmark_node* BlockParser::openTable(cmark_node* paragraph) {
  if (paragraph->type != CMARK_NODE_PARAGRAPH || m_open == nullptr ||
      !isTableHeader(*m_open, line().prefix)) {
    return nullptr;
  }
  m_open->kind = BlockKind::Table;
  m_open->tableLine = m_open->lastLine;
  cmark_node_set_type(paragraph, CMARK_NODE_HTML_BLOCK); // its lines are nobody else's
  return paragraph;
}

void BlockParser::takeTaskMarker(cmark_node* item, char* input) {
  const bool isNew = item->type == CMARK_NODE_ITEM && item->first_child == nullptr &&
                     item->start_line == parser()->line_number;
  const std::size_t pos = firstNonBlank();
  const Task task = isNew ? taskAt(m_text, pos) : Task::None;
  if (task == Task::None) return;
  m_taskText = skipBlanks(m_text, pos + 3);
  if (m_taskText < line().end) {
    m_task = task;
    return;
  }
  cmark_node_set_user_data(item, reinterpret_cast<void*>(static_cast<std::uintptr_t>(task)));
  takeRest(parser(), input); // the item starts with a blank line
}

bool BlockParser::continues(cmark_node* node, char* input) {
  switch (node->type) {
    case CMARK_NODE_BLOCK_QUOTE:
      return continuesQuote(input);
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return continuesFootnote(input);
    case CMARK_NODE_PARAGRAPH:
      return cmark_parser_is_blank(parser()) == 0;
    case CMARK_NODE_HTML_BLOCK:
      return m_open != nullptr && continuesLeaf(*m_open);
    default:
      return false;
  }
}

/// A tab may reach beyond the three columns before the mark: what is left of it counts behind the mark.
bool BlockParser::continuesQuote(char* input) {
  const int mark = cmark_parser_get_first_nonspace(parser());
  if (input[mark] != '>') return false;
  const int indentation = cmark_parser_get_indent(parser());
  if (indentation > kMostBeforeMark && !isWithinLastTab(parser(), input)) return false;
  cmark_parser_advance_offset(parser(), input, indentation + 1, 1);
  const int left = indentation - kMostBeforeMark - 1; // a column is taken behind the mark
  if (left > 0) leaveTab(parser(), input, left);
  if (left < 0 && isSpaceOrTab(input[mark + 1])) cmark_parser_advance_offset(parser(), input, 1, 1);
  return true;
}

bool BlockParser::continuesFootnote(char* input) {
  if (cmark_parser_get_indent(parser()) < kFootnoteIndent) {
    if (cmark_parser_is_blank(parser()) == 0) return false;
    takeRest(parser(), input);
    return true;
  }
  cmark_parser_advance_offset(parser(), input, kFootnoteIndent, 1);
  return true;
}

bool BlockParser::continuesLeaf(const Leaf& leaf) {
  if (leaf.kind == BlockKind::Table) return !endsTable(m_text, offset());
  if (m_htmlEnd.empty()) return !restIsBlank(m_text, firstNonBlank());
  const Line& last = m_blocks.lines[leaf.lastLine];
  return m_text.substr(last.content, last.end - last.content).find(m_htmlEnd) == std::string_view::npos;
}

/// Whether the delimiter row at `delimiters` fits the last line of `paragraph`, and that line may start a
/// table.
bool BlockParser::isTableHeader(const Leaf& paragraph, std::size_t delimiters) const {
  const std::size_t columns = delimiterRow(m_text, delimiters).size();
  const Line& header = m_blocks.lines[paragraph.lastLine];
  if (columns == 0 || columns != headerColumns(m_text, header.content, header.end)) return false;
  if (endsInBackslash(m_text, header)) return false;
  return startsWithPipe(m_text, header) ||
         paragraph.firstLine + referenceLines(paragraph) == paragraph.lastLine;
}

/// How many lines of the paragraph, as far as it is read, are definitions.
std::size_t BlockParser::referenceLines(const Leaf& paragraph) const {
  const std::span<const Line> lines(m_blocks.lines);
  const auto own = lines.subspan(paragraph.firstLine, paragraph.lastLine + 1 - paragraph.firstLine);
  if (paragraph.task != Task::None || at(m_text, own.front().content) != '[') return 0;
  return readReferences(TextBlock(m_text, own, own.back().end), nullptr);
}

bool BlockParser::isAllDefinitions(const Leaf& paragraph) const {
  return referenceLines(paragraph) > paragraph.lastLine - paragraph.firstLine;
}

} // namespace postwright::markdown

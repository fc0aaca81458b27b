// Feeds cmark-gfm line by line and notes what every line became. The one rule: what the two parsers read
// differently (HTML, quotes that go on, footnotes, tables, task markers, reference definitions) is hidden
// from cmark-gfm and decided here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/markdown/blocks.h"
#include "app/markdown/cmark_session.h"

namespace postwright::markdown {

/// A block with lines of its own, while it is read.
struct Leaf {
  BlockKind kind{};
  bool isSetext = false;
  Task task = Task::None;  ///< its text follows a task marker
  std::uint32_t level = 0; ///< of a heading; of a fence: its indentation
  std::uint32_t firstLine = 0;
  std::uint32_t lastLine = 0;
  std::uint32_t tableLine = 0; ///< of a table: its header; the lines before are a paragraph
};

/// Used once.
class BlockParser : private LineRules {
 public:
  explicit BlockParser(std::string_view text);

  Blocks run();

 private:
  cmark_node* open(cmark_node* container, char* input, bool isIndented) override;
  bool continues(cmark_node* node, char* input) override;

  cmark_node* openHtml(cmark_node* container);
  cmark_node* openFootnote(cmark_node* container, char* input);
  cmark_node* openTable(cmark_node* paragraph);
  void takeTaskMarker(cmark_node* item, char* input);
  bool continuesFootnote(char* input);
  bool continuesQuote(char* input);
  bool continuesLeaf(const Leaf& leaf);
  bool isLazy(cmark_node* container) const;
  bool lacksIndentation(const cmark_node* container) const;
  bool startsTableBeyond(cmark_node* container) const;
  bool isTableHeader(const Leaf& paragraph, std::size_t delimiters) const;
  std::size_t referenceLines(const Leaf& paragraph) const;

  bool isFurtherBlankLine() const;
  std::size_t fedEnd() const;
  void prepareLine();
  void hideFormFeeds(std::size_t pos);
  void hideListMark(std::size_t pos);
  void hideUnderline(std::size_t pos);
  void hideFence(std::size_t pos);
  void hideBlanks();
  bool isAllDefinitions(const Leaf& paragraph) const;
  void noteLine();
  void adoptQuotes(cmark_node* node);
  cmark_node* newBlock(cmark_node* node) const;
  void noteTightness(cmark_node* node);
  void noteLeafLine(cmark_node* node, Leaf& leaf);
  void noteVerbatimLine(const Leaf& leaf);
  std::uint32_t indentFence(cmark_node* code);
  void startLeaf(cmark_node* node, BlockKind kind);
  void listBlocks(cmark_node* root);

  cmark_parser* parser() const { return m_session.parser(); }
  Line& line() { return m_blocks.lines[m_line]; }
  const Line& line() const { return m_blocks.lines[m_line]; }
  std::size_t offset() const;
  std::size_t firstNonBlank() const;
  std::string_view rawLine() const { return m_text.substr(line().begin, line().end - line().begin); }
  bool continuesAt(std::size_t pos) const;

  std::string_view m_text;
  Blocks m_blocks;
  std::string m_masked;
  CmarkSession m_session;
  std::vector<Leaf> m_leaves;
  std::vector<std::uint32_t> m_fedLines; ///< the text's line for each of cmark-gfm's
  std::uint32_t m_line = 0;
  Leaf* m_open = nullptr;       ///< the leaf that the line before belongs to
  std::string_view m_htmlEnd;   ///< of the HTML block that was opened last
  bool m_isBehindBlank = false; ///< the last line was a blank one that loosens the list of what comes next
  Task m_task = Task::None;     ///< the marker on this line, with text behind it
  std::size_t m_taskText = 0;   ///< where that text starts
};

} // namespace postwright::markdown

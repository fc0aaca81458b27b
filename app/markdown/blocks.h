// The blocks of a text, as cmark-gfm finds them, put right where pulldown-cmark reads the text otherwise.
// The one rule: no cmark-gfm type leaves the parser; blocks lie flat in the order they are written, with
// lines instead of copied text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/markdown/table.h"
#include "app/markdown/text_block.h"

namespace postwright::markdown {

enum class BlockKind : std::uint8_t {
  Paragraph,
  Heading,
  ThematicBreak,
  Quote,
  BulletList,
  OrderedList,
  Item,
  FencedCode,
  IndentedCode,
  Html,
  Table,
  FootnoteDefinition,
};

enum class Task : std::uint8_t { None, Open, Done };

struct Block {
  BlockKind kind{};
  bool isTight = false;  ///< a paragraph that writes no `<p>`
  bool isSetext = false; ///< a heading that is underlined
  Task task =
      Task::None; ///< the marker before a paragraph's text, or of an item that starts with nothing else
  std::uint32_t number =
      0; ///< a heading's level, a fence's indentation, a list's first number, a footnote's index in `labels`
  std::uint32_t firstLine = 0; ///< 0-based; of its own text, without a setext underline or a closing fence
  std::uint32_t lastLine = 0;
  std::uint32_t next = 0; ///< index of the block after this one and all within it
};

struct Blocks {
  std::vector<Line> lines;
  std::vector<Block> blocks;       ///< parents before their children
  std::vector<std::string> labels; ///< of footnote definitions
};

/// Reads the block structure of `text`. Safe to call from several threads: they take turns, cmark-gfm cannot
/// do otherwise.
Blocks parseBlocks(std::string_view text);

} // namespace postwright::markdown

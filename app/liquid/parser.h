// Builds the tree of a template from its elements; blocks take the elements up to their end tag.
// The one rule: every element is read once, in order, so time is linear in the text; blocks nest only so
// deep. Source: TagBlock and BlockElement of liquid-core 0.26.9.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "app/liquid/element_reader.h"
#include "app/liquid/failure.h"
#include "app/liquid/node.h"
#include "app/liquid/parsed_template.h"
#include "app/liquid/problems.h"
#include "app/liquid/tag_arguments.h"

namespace postwright::liquid {

/// A block being read: its tags, and whether its end tag has come.
struct Block {
  std::string_view startTag;
  std::string_view endTag;
  std::size_t offset = 0; ///< byte of the text where it starts
  bool isClosed = false;  ///< also when its end tag has arguments and cannot be read
};

/// What a block holds up to its end tag or to a tag that divides it.
struct BlockPart {
  Nodes nodes;
  std::string_view divider; ///< empty when the block is closed
};

class Parser {
 public:
  /// Keeps `file`, which must outlive it and what it makes. With `problems` it notes them all there and gives
  /// nodes that are good for nothing; without, it stops at the first.
  Parser(const Template& file, Dialect dialect, Problems* problems = nullptr);

  Outcome<Nodes> parseAll();

  // -- for blocks
  /// The next element inside `block`, whose arguments() can then be read; EndOfInput at its end tag.
  Outcome<Element> next(Block& block);
  /// Everything up to the end tag, or to the first tag of its own that has one of the names `dividers`.
  Outcome<BlockPart> parsePart(Block& block, std::initializer_list<std::string_view> dividers);
  /// Everything up to the end tag.
  Outcome<Nodes> parseRest(Block& block);
  /// The text up to the end tag (without arguments), whatever it is.
  Outcome<std::string_view> takeVerbatim(Block& block);
  Outcome<NodePointer> parseElement(const Element& element);
  /// The same for what is not part of the page: its problems are not noted.
  Outcome<NodePointer> parseUnheard(const Element& element);
  /// Of an offset that is not before any that was asked for.
  LineColumn placeOf(std::size_t offset) { return m_places.at(offset); }

  /// Of the tag that was read last.
  TagArguments arguments() const { return TagArguments(m_file, m_reader.pairs(), m_dialect); }
  const Template& file() const { return m_file; }
  Dialect dialect() const { return m_dialect; }

 private:
  Outcome<NodePointer> parseStrictly(const Element& element);
  Outcome<NodePointer> parseTag(const Element& element);
  Outcome<NodePointer> parseExpression(const Element& element);
  FailurePointer invalid(const Element& element);
  FailurePointer unknownTag(const TagArguments& tag);
  FailurePointer unclosed(const Block& block) const;
  // -- going on after a problem
  void leave(Block& block);
  void noteBroken(const Element& element, std::size_t brace);
  void noteUnknown(std::string_view tagName, Failure& failure);

  static constexpr int kMaxDepth = 300; ///< of blocks in blocks

  const Template& m_file;
  Dialect m_dialect;
  ElementReader m_reader;
  PlaceCounter m_places;
  int m_depth = 0;
  Problems* m_problems;
  std::optional<Block> m_brokenBlock; ///< whose tag failed before its end was reached
  bool m_isUnbalanced = false;        ///< a tag was not known: which blocks are open is not sure any more
};

} // namespace postwright::liquid

// Going on behind what cannot be parsed, to find what else is wrong.
#include <algorithm>
#include <array>
#include <utility>

#include "app/liquid/content_nodes.h"
#include "app/liquid/parser.h"
#include "app/liquid/tag.h"

namespace postwright::liquid {
namespace {

bool isDivider(std::string_view tag) {
  static constexpr auto kDividers = std::to_array<std::string_view>({"else", "elsif", "when"});
  return std::ranges::find(kDividers, tag) != kDividers.end();
}

/// Tags that have their place in or behind a block that was opened before.
bool needsBlock(std::string_view tag) {
  return tag.starts_with("end") || isDivider(tag);
}

/// Whether the block has text inside that is no Liquid.
bool isVerbatim(const TagEntry& entry) {
  return std::ranges::find(textTags(), entry.name, &TagEntry::name) != textTags().end();
}

/// The word at the start of what could not be read as a tag.
std::string_view nameOfBroken(std::string_view tag) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
  tag.remove_prefix(std::min(tag.find_first_not_of("{%- \t\r\n"), tag.size()));
  return tag.substr(0, tag.find_first_not_of(kLetters));
}

} // namespace

Outcome<NodePointer> Parser::parseElement(const Element& element) {
  Outcome<NodePointer> node = parseStrictly(element);
  if (node || m_problems == nullptr) return node;
  m_problems->add(*node.error());
  std::optional<Block> block = std::exchange(m_brokenBlock, std::nullopt);
  if (m_problems->isFull() || m_depth >= kMaxDepth) {
    m_isUnbalanced = true; // the blocks around this are not read to their ends
    m_reader.skipAll();
  } else if (block) {
    leave(*block);
  }
  return std::make_unique<TextNode>(element.begin, m_places.at(element.begin), std::string_view());
}

Outcome<NodePointer> Parser::parseUnheard(const Element& element) {
  Problems* const problems = std::exchange(m_problems, nullptr);
  const bool wasUnbalanced = m_isUnbalanced;
  Outcome<NodePointer> node = parseStrictly(element);
  m_isUnbalanced = wasUnbalanced;
  m_brokenBlock.reset();
  m_problems = problems;
  return node;
}

/// Goes behind the end tag of `block`, through whatever stands before it.
void Parser::leave(Block& block) {
  const TagEntry* entry = findTag(block.startTag);
  if (entry != nullptr && isVerbatim(*entry)) {
    takeVerbatim(block);
    return;
  }
  ++m_depth;
  while (!block.isClosed) {
    const Outcome<Element> element = next(block);
    if (!element && !block.isClosed) break; // the text ends
    if (!element) m_problems->add(*element.error());
    if (block.isClosed) break;
    const bool divides = element->rule == Rule::Tag && isDivider(arguments().tagName());
    if (!divides) parseElement(*element);
  }
  --m_depth;
}

void Parser::noteBroken(const Element& element, std::size_t brace) {
  if (m_file.text()[brace + 1] != '%') return;
  const std::string_view name = nameOfBroken(m_file.text().substr(element.begin));
  const TagEntry* entry = findTag(name);
  if (entry == nullptr) {
    m_isUnbalanced = m_isUnbalanced || !isDivider(name);
  } else if (!entry->endName.empty()) {
    m_brokenBlock = {entry->name, entry->endName, brace};
  }
}

void Parser::noteUnknown(std::string_view tagName, Failure& failure) {
  if (m_isUnbalanced && needsBlock(tagName)) failure.asConsequence();
  m_isUnbalanced = true;
}

} // namespace postwright::liquid

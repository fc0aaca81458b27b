#include "app/liquid/parser.h"

#include <algorithm>

#include "app/liquid/content_nodes.h"
#include "app/liquid/suggest.h"
#include "app/liquid/syntax_error.h"
#include "app/liquid/tag.h"

namespace postwright::liquid {
namespace {

/// A few characters of `text` from `offset` on, for a person to recognise the place by.
std::string excerpt(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLength = 24;
  const std::string_view line = text.substr(offset, text.find('\n', offset) - offset);
  std::size_t end = 0;
  for (std::size_t count = 0; end < line.size() && count < kLength; ++count)
    nextCodePoint(line, end);
  return std::string(trimmed(line.substr(0, end)));
}

/// Whether the text ends, or something else opens, before what opens at `brace` is closed.
bool isUnfinished(std::string_view text, std::size_t brace) {
  const std::string_view rest = text.substr(brace + 2);
  const std::size_t close = rest.find(text[brace + 1] == '%' ? "%}" : "}}");
  const std::string_view inside = rest.substr(0, close);
  return close == std::string_view::npos || inside.find("{{") != std::string_view::npos ||
         inside.find("{%") != std::string_view::npos;
}

} // namespace

Parser::Parser(const Template& file, Dialect dialect, Problems* problems)
    : m_file(file),
      m_dialect(dialect),
      m_reader(file.text()),
      m_places(file.text(), file.firstLine()),
      m_problems(problems) {}

Outcome<Nodes> Parser::parseAll() {
  Nodes nodes;
  for (Element element = m_reader.next(); element.rule != Rule::EndOfInput; element = m_reader.next()) {
    Outcome<NodePointer> node = parseElement(element);
    if (!node) return failed(std::move(node.error()));
    nodes.push_back(*std::move(node));
  }
  return nodes;
}

Outcome<Element> Parser::next(Block& block) {
  const Element element = m_reader.next();
  if (element.rule == Rule::EndOfInput) return failed(unclosed(block));
  if (element.rule != Rule::Tag) return element;
  TagArguments tag = arguments();
  if (tag.tagName() != block.endTag) return element;
  block.isClosed = true;
  if (FailurePointer failure = tag.expectNothing()) return failed(std::move(failure));
  return Element{Rule::EndOfInput, element.begin, element.begin};
}

Outcome<BlockPart> Parser::parsePart(Block& block, std::initializer_list<std::string_view> dividers) {
  BlockPart part;
  while (true) {
    Outcome<Element> element = next(block);
    if (!element) return failed(std::move(element.error()));
    if (block.isClosed) return part;
    if (element->rule == Rule::Tag) {
      const auto divider = std::find(dividers.begin(), dividers.end(), arguments().tagName());
      if (divider != dividers.end()) {
        part.divider = *divider;
        return part;
      }
    }
    Outcome<NodePointer> node = parseElement(*element);
    if (!node) return failed(std::move(node.error()));
    part.nodes.push_back(*std::move(node));
  }
}

Outcome<Nodes> Parser::parseRest(Block& block) {
  Outcome<BlockPart> part = parsePart(block, {});
  if (!part) return failed(std::move(part.error()));
  return std::move(part->nodes);
}

Outcome<std::string_view> Parser::takeVerbatim(Block& block) {
  Element element = m_reader.next();
  const std::size_t begin = element.begin;
  for (; element.rule != Rule::EndOfInput; element = m_reader.next()) {
    if (element.rule != Rule::Tag) continue;
    const TagArguments tag = arguments();
    if (tag.tagName() != block.endTag || tag.peek()) continue;
    block.isClosed = true;
    return m_file.text().substr(begin, element.begin - begin);
  }
  return failed(unclosed(block));
}

Outcome<NodePointer> Parser::parseStrictly(const Element& element) {
  switch (element.rule) {
    case Rule::Raw:
      return std::make_unique<TextNode>(element.begin, m_places.at(element.begin),
                                        m_file.text().substr(element.begin, element.end - element.begin));
    case Rule::Expression:
      return parseExpression(element);
    case Rule::Tag:
      return parseTag(element);
    default:
      return failed(invalid(element));
  }
}

Outcome<NodePointer> Parser::parseExpression(const Element& element) {
  constexpr std::size_t kChainPair = 2; // after the expression itself and its inside
  const ExpressionBuilder builder(m_file, m_reader.pairs(), m_dialect);
  Outcome<FilterChain> chain = builder.filterChain(kChainPair);
  if (!chain) return failed(std::move(chain.error()));
  const std::size_t brace = m_file.text().find('{', element.begin);
  return std::make_unique<OutputNode>(brace, m_places.at(brace), *std::move(chain));
}

Outcome<NodePointer> Parser::parseTag(const Element& element) {
  TagSource source{*this, arguments(), {}, m_file.text().find('{', element.begin)};
  const std::string_view name = source.arguments.tagName();
  const TagEntry* entry = m_dialect == Dialect::VariablesOnly ? nullptr : findTag(name);
  if (entry == nullptr) return failed(unknownTag(source.arguments));
  source.block = {entry->name, entry->endName, source.offset};
  if (m_depth == kMaxDepth) {
    FailurePointer failure = makeFailure("blocks nest too deep");
    failure->meaning(ErrorCode::LiquidDepthBudget, {std::to_string(kMaxDepth)});
    failure->at(m_file, source.offset);
    return failed(std::move(failure));
  }
  ++m_depth;
  Outcome<NodePointer> node = entry->parse(source);
  if (!node && !entry->endName.empty() && !source.block.isClosed) m_brokenBlock = source.block;
  --m_depth;
  return node;
}

FailurePointer Parser::invalid(const Element& element) {
  const InvalidElement explained = explainInvalid(m_file.text(), element.begin);
  if (m_problems == nullptr) m_reader.skipAll(); // as Cobalt does, whose explanation takes all elements
  FailurePointer failure = makeFailure(explained.report);
  const std::size_t brace = m_file.text().find('{', element.begin);
  noteBroken(element, brace);
  if (isUnfinished(m_file.text(), brace)) {
    failure->meaning(ErrorCode::LiquidUnexpectedEnd, {}).at(m_file, brace);
  } else {
    const std::string shown = excerpt(m_file.text(), explained.offset);
    failure->meaning(ErrorCode::LiquidUnexpectedText, {shown}).at(m_file, explained.offset);
  }
  return failure;
}

FailurePointer Parser::unknownTag(const TagArguments& tag) {
  const bool hasTags = m_dialect != Dialect::VariablesOnly;
  std::vector<std::string> tags = hasTags ? tagNames(false) : std::vector<std::string>();
  const std::vector<std::string> blocks = hasTags ? tagNames(true) : std::vector<std::string>();
  const std::string name(tag.tagName());
  FailurePointer failure = makeFailure(reportSpan(m_file.text(), tag.nameSpan(), "Unknown tag."));
  failure->context("requested", name).context("available tags", joined(tags));
  failure->context("available blocks", joined(blocks));
  tags.insert(tags.end(), blocks.begin(), blocks.end());
  explain(*failure, {ErrorCode::LiquidUnknownTag, ErrorCode::LiquidUnknownTagMeant}, {name}, tags);
  failure->at(m_file, tag.nameOffset());
  noteUnknown(name, *failure);
  return failure;
}

FailurePointer Parser::unclosed(const Block& block) const {
  const std::size_t end = m_file.text().size();
  const std::string message = "Unclosed block. {% " + std::string(block.endTag) + " %} tag expected.";
  // Every block that is open at the end comes here; the report takes time in proportion to the text.
  FailurePointer failure =
      makeFailure(m_problems != nullptr ? message : reportSpan(m_file.text(), {end, end}, message));
  failure->meaning(ErrorCode::LiquidUnclosedBlock, {std::string(block.startTag), std::string(block.endTag)});
  failure->at(m_file, block.offset);
  if (m_isUnbalanced) failure->asConsequence();
  return failure;
}

} // namespace postwright::liquid

#include <algorithm>

#include "app/front_matter/dialect.h"
#include "app/front_matter/planner.h"

namespace postwright::front_matter {
namespace {

using yaml::Style;
using yaml::TreeKind;

bool isQuote(Style style) {
  return style == Style::SingleQuoted || style == Style::DoubleQuoted;
}

} // namespace

/// New entries look like their neighbours when all of those are quoted alike.
void Planner::followSiblings(const Node& collection, Payload& payload) const {
  const bool isMap = collection.kind == TreeKind::Map;
  std::optional<Style> common;
  bool isUniform = true;
  bool hasQuotedKeys = isMap && !collection.children.empty();
  for (std::size_t i = 0; i < collection.children.size(); ++i) {
    const Node& child = nodeAt(collection.children[i]);
    if (isMap && i % 2 == 0) {
      hasQuotedKeys = hasQuotedKeys && child.style == Style::DoubleQuoted;
      continue;
    }
    yaml::Outline outline;
    outline.plain = child.style == Style::Plain;
    outline.text = child.text;
    const bool isString = child.isScalar() && typeOf(outline, m_dialect) == ScalarType::String;
    if (!isString || child.style == Style::Literal || child.style == Style::Folded) continue;
    isUniform = isUniform && (!common || *common == child.style);
    common = child.style;
  }
  if (common && isUniform && isQuote(*common)) payload.valueStyle = *common;
  if (!hasQuotedKeys || !collection.isFlow()) return;
  payload.keyStyle = Style::DoubleQuoted;
  payload.valueStyle = Style::DoubleQuoted;
  const Node& lastKey = nodeAt(collection.children[collection.children.size() - 2]);
  const std::size_t colon = m_layout.skipBlanks(lastKey.span.end);
  const std::size_t value = m_layout.skipBlanks(colon + 1);
  if (m_layout.at(colon) == ':') payload.colonGap = std::string(text().substr(colon + 1, value - colon - 1));
}

std::string Planner::keyText(const Payload& style, const std::string& key, bool isFlow) const {
  WriteContext context;
  context.asKey = true;
  context.inFlow = isFlow;
  context.preferred = style.keyStyle;
  return writeString(key, context);
}

/// A literal block at the end of a text without a last line break has none either.
bool Planner::mayBeBlock(const std::string& value) const {
  const bool endsWithBreak = text().empty() || text().back() == '\n' || text().back() == '\r';
  return endsWithBreak || !value.ends_with('\n');
}

std::string Planner::scalarText(const Payload& style, const Scalar& scalar, bool isFlow,
                                std::size_t indent) const {
  if (scalar.type == ScalarType::Null) return isFlow ? "null" : "";
  if (scalar.type != ScalarType::String) return scalar.text;
  WriteContext context;
  context.inFlow = isFlow;
  context.preferred = style.valueStyle;
  context.mayBeBlock = !isFlow && mayBeBlock(scalar.text);
  context.blockIndent = indent;
  context.lineBreak = m_layout.lineBreak(text().size());
  return writeString(scalar.text, context);
}

std::string Planner::flowValue(const Payload& style, const Content& value) const {
  if (value.kind == NodeKind::Scalar) return scalarText(style, value.scalar, true, 0);
  const bool isMap = value.kind == NodeKind::Map;
  std::string result = isMap ? "{" : "[";
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) result += ", ";
    if (isMap) result += keyText(style, value.keys[i], true) + ":" + style.colonGap;
    result += flowValue(style, value.items[i]);
  }
  return result + (isMap ? "}" : "]");
}

/// The payload as it stands between the commas of `parent`.
std::string Planner::flowEntry(const Payload& payload, const Node& parent) const {
  const std::string value = flowValue(payload, payload.content);
  return parent.kind == TreeKind::Map ? value.substr(1, value.size() - 2) : value;
}

/// Lists of words follow the document; what holds maps has lines of its own.
bool Planner::isWrittenInFlow(const Content& content) const {
  if (content.items.empty()) return true;
  if (content.kind == NodeKind::Map) return false;
  const bool isDeep = std::ranges::any_of(content.items, [](const Content& item) {
    return item.kind != NodeKind::Scalar && !item.items.empty();
  });
  return !isDeep && !listOffset();
}

/// What follows the colon of a key in `column`: blanks and line breaks counted in.
std::string Planner::behindColon(const Payload& style, const Content& value, std::size_t column) const {
  if (value.kind == NodeKind::Scalar) {
    const std::string written = scalarText(style, value.scalar, false, column + indentStep());
    return written.empty() ? written : " " + written;
  }
  if (isWrittenInFlow(value)) return " " + flowValue(style, value);
  const std::string lineBreak = m_layout.lineBreak(text().size());
  const bool isMap = value.kind == NodeKind::Map;
  const std::size_t inner = column + (isMap ? indentStep() : listOffset().value_or(indentStep()));
  return lineBreak + std::string(inner, ' ') +
         (isMap ? blockEntries(style, value, inner) : blockItems(style, value, inner));
}

/// What follows a dash and its gap; `column` is where it stands.
std::string Planner::behindDash(const Payload& style, const Content& value, std::size_t column) const {
  if (value.kind == NodeKind::Scalar) return scalarText(style, value.scalar, false, column);
  const bool isBlock = value.kind == NodeKind::Map && !value.items.empty();
  return isBlock ? blockEntries(style, value, column) : flowValue(style, value);
}

std::string Planner::blockEntries(const Payload& style, const Content& map, std::size_t column) const {
  std::string result;
  for (std::size_t i = 0; i < map.items.size(); ++i) {
    if (i > 0) result.append(m_layout.lineBreak(text().size())).append(column, ' ');
    result += keyText(style, map.keys[i], false) + ":" + behindColon(style, map.items[i], column);
  }
  return result;
}

std::string Planner::blockItems(const Payload& style, const Content& list, std::size_t column) const {
  std::string result;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0) result.append(m_layout.lineBreak(text().size())).append(column, ' ');
    const std::string item = behindDash(style, list.items[i], column + 2);
    result += item.empty() ? "-" : "- " + item;
  }
  return result;
}

/// The payload as lines of a block collection in `column`; the first line's indentation and the last line's
/// break are the caller's.
std::string Planner::blockText(const Payload& payload, std::size_t column) const {
  const bool isMap = payload.content.kind == NodeKind::Map;
  return isMap ? blockEntries(payload, payload.content, column)
               : blockItems(payload, payload.content, column);
}

} // namespace postwright::front_matter

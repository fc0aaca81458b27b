#include <algorithm>

#include "app/front_matter/dialect.h"
#include "app/front_matter/planner.h"
#include "app/front_matter/refusal.h"

namespace postwright::front_matter {
namespace {

using yaml::Style;
using yaml::TreeKind;

Plan refused(Refusal why) {
  Plan plan;
  plan.refusal = std::move(why);
  return plan;
}

Plan insertion(std::size_t position, std::string text) {
  Plan plan;
  plan.edits.push_back({position, 0, std::move(text)});
  return plan;
}

bool isQuote(Style style) {
  return style == Style::SingleQuoted || style == Style::DoubleQuoted;
}

} // namespace

Plan Planner::insert(const Path& map, std::string_view key, const Scalar& value, Missing missing) const {
  Path path = map;
  path.emplace_back(std::string(key));
  const Found found = find(path);
  if (found.refusal) return refused(*found.refusal);
  if (found.depth == path.size()) {
    return refused(refusal("exists", {std::string(key)}, nodeAt(found.node).span));
  }
  if (missing == Missing::Refuse && found.depth < map.size()) {
    return refused(refusal("no-such-key", {std::string(key)}, {}));
  }
  return set(path, value, Missing::Make);
}

Plan Planner::append(const Path& list, const Scalar& value, Missing missing) const {
  if (!isLiteral(value, m_dialect)) return refused(refusal("bad-literal", {value.text}, {}));
  const Found found = find(list);
  if (found.refusal) return refused(*found.refusal);
  if (m_tree.empty() && list.empty()) return refused(refusal("not-list", {""}, {}));
  const bool isThere = found.depth == list.size() && !m_tree.empty();
  if (!isThere && missing == Missing::Refuse) return refused(refusal("no-such-key", {}, {}));
  Payload payload;
  payload.value = value;
  for (std::size_t i = found.depth; i < list.size(); ++i) {
    const auto* key = std::get_if<std::string>(&list[i]);
    if (key == nullptr) return refused(refusal("no-such-key", {}, {}));
    payload.keys.push_back(*key);
  }
  if (isThere) {
    const Node& node = nodeAt(found.node);
    if (auto reason = readOnlyReason(node)) return refused(*std::move(reason));
    if (node.kind != TreeKind::List && !isNull(node)) return refused(refuse("not-list", node, list));
  }
  payload.asList = !isThere || nodeAt(found.node).kind != TreeKind::List;
  Plan plan = add(found, std::move(payload));
  plan.change = {ChangeKind::Append, list, value};
  return plan;
}

/// Adds the payload to the node that the path led to: a collection, an empty value, or no document at all.
Plan Planner::add(const Found& found, Payload payload) const {
  if (m_tree.empty()) return addToEmptyText(payload);
  const Node& node = nodeAt(found.node);
  if (auto reason = readOnlyReason(node)) return refused(*std::move(reason));
  if (node.isScalar()) return addToNull(node, payload);
  followSiblings(node, payload);
  if (node.isFlow()) return addToFlow(node, payload);
  return node.kind == TreeKind::Map ? addToBlockMap(node, payload) : addToBlockList(node, payload);
}

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

std::string Planner::keyText(const Payload& payload, std::size_t index, bool isFlow) const {
  WriteContext context;
  context.asKey = true;
  context.inFlow = isFlow;
  context.preferred = payload.keyStyle;
  return writeString(payload.keys[index], context);
}

std::string Planner::valueText(const Payload& payload, bool isFlow, std::size_t blockIndent) const {
  if (payload.value.type == ScalarType::Null) return isFlow ? "null" : "";
  if (payload.value.type != ScalarType::String) return payload.value.text;
  WriteContext context;
  context.inFlow = isFlow;
  context.preferred = payload.valueStyle;
  context.mayBeBlock = !isFlow;
  context.blockIndent = blockIndent;
  context.lineBreak = m_layout.lineBreak(text().size());
  return writeString(payload.value.text, context);
}

/// The payload as one entry of a flow collection, or as a flow value of its own.
std::string Planner::flowText(const Payload& payload, bool inFlowMap) const {
  std::string result;
  std::string closing;
  for (std::size_t i = 0; i < payload.keys.size(); ++i) {
    const bool opens = i > 0 || !inFlowMap;
    result += opens ? "{" : "";
    closing += opens ? "}" : "";
    result += keyText(payload, i, true) + ":" + payload.colonGap;
  }
  const std::string value = valueText(payload, true, 0);
  return result + (payload.asList ? "[" + value + "]" : value) + closing;
}

/// The payload as lines of a block map whose keys stand in `column`; the first line's indentation and the
/// last line's break are the caller's.
std::string Planner::blockText(const Payload& payload, std::size_t column) const {
  const std::string lineBreak = m_layout.lineBreak(text().size());
  std::string result;
  for (std::size_t i = 0; i < payload.keys.size(); ++i) {
    if (i > 0) {
      column += indentStep();
      result.append(lineBreak).append(column, ' ');
    }
    result += keyText(payload, i, false) + ":";
  }
  const auto offset = listOffset();
  if (!payload.asList) {
    const std::string value = valueText(payload, false, column + indentStep());
    return value.empty() ? result : result + (payload.keys.empty() ? "" : " ") + value;
  }
  if (!offset) return result + " [" + valueText(payload, true, 0) + "]";
  const std::size_t dash = column + *offset;
  result.append(lineBreak).append(dash, ' ');
  return result + "- " + valueText(payload, false, dash + 2);
}

Plan Planner::addToEmptyText(const Payload& payload) const {
  const std::size_t end = text().size();
  const bool hasBreak = end == 0 || text()[end - 1] == '\n' || text()[end - 1] == '\r';
  const std::string lineBreak = m_layout.lineBreak(end);
  const std::string entry = blockText(payload, 0);
  return insertion(end, hasBreak ? entry + lineBreak : lineBreak + entry);
}

Plan Planner::addToBlockMap(const Node& map, const Payload& payload) const {
  for (std::size_t i = 0; i < map.children.size(); i += 2) {
    const Node& key = nodeAt(map.children[i]);
    if (isExplicitKey(key) || m_layout.at(map.span.begin) == '?') return refused(refuse("complex-key", key));
  }
  if (!m_layout.restIsFree(map.span.end)) return refused(refuse("layout", map));
  const Node& first = nodeAt(map.children.front());
  const std::string indent = m_layout.isFirstOnLine(first.start) ? std::string(m_layout.indentOf(first.start))
                                                                 : std::string(first.column, ' ');
  const std::size_t position = m_layout.lineEnd(map.span.end);
  return insertion(position, m_layout.lineBreak(map.span.begin) + indent + blockText(payload, first.column));
}

/// An empty value becomes a list or a map: below its key in block context, in brackets elsewhere.
Plan Planner::addToNull(const Node& node, const Payload& payload) const {
  const bool isWritten = node.span.size() > 0;
  const bool isList = payload.asList && payload.keys.empty();
  const auto offset = listOffset();
  const bool isFlow = isWritten || inFlow(node) || (isList && !offset);
  if (isFlow) return place(node, flowText(payload, false));
  if (!m_layout.restIsFree(node.span.begin)) return refused(refuse("layout", node));
  const std::size_t owner = ownerColumn(node);
  const bool isItem = nodeAt(node.parent).kind == TreeKind::List;
  const std::size_t column = isList ? owner + (isItem ? 2 : *offset) : owner + (isItem ? 2 : indentStep());
  const std::string lineBreak = m_layout.lineBreak(node.span.begin);
  const std::string entry =
      isList ? "- " + valueText(payload, false, column + 2) : blockText(payload, column);
  if (isItem && m_layout.restIsBlank(node.span.begin)) return place(node, entry);
  return insertion(m_layout.lineEnd(node.span.begin), lineBreak + std::string(column, ' ') + entry);
}

Plan Planner::addToBlockList(const Node& list, const Payload& payload) const {
  const std::size_t last = list.children.size() - 1;
  const std::size_t dash = dashOf(list, last);
  if (m_layout.at(dash) != '-' || !m_layout.restIsFree(list.span.end)) return refused(refuse("layout", list));
  const Node& item = nodeAt(list.children[last]);
  const std::size_t content = m_layout.skipBlanks(dash + 1);
  const bool hasGap = content > dash + 1 && item.span.size() > 0 && content == item.start;
  const std::string gap = hasGap ? std::string(text().substr(dash + 1, content - dash - 1)) : " ";
  const std::string indent =
      m_layout.isFirstOnLine(dash) ? std::string(m_layout.indentOf(dash)) : std::string(list.column, ' ');
  const std::string value = valueText(payload, false, list.column + indentStep());
  return insertion(m_layout.lineEnd(list.span.end),
                   m_layout.lineBreak(list.span.begin) + indent + "-" + (value.empty() ? "" : gap + value));
}

/// What stands between a comma and the entry behind it.
std::string Planner::flowGap(const Node& collection) const {
  const std::size_t count = entryCount(collection);
  if (count < 2) return " ";
  const std::size_t next = entryAt(collection, count - 1).begin;
  const std::size_t comma = m_layout.skipSpace(entryAt(collection, count - 2).end);
  const bool isInline = m_layout.at(comma) == ',' && m_layout.skipBlanks(comma + 1) == next;
  return isInline ? std::string(text().substr(comma + 1, next - comma - 1)) : " ";
}

Plan Planner::addToEmptyFlow(const Node& collection, const Payload& payload) const {
  const std::size_t open = collection.span.begin + 1;
  const std::string_view inside = text().substr(open, collection.span.end - 1 - open);
  if (m_layout.hasComment({open, collection.span.end - 1})) return refused(refuse("comment", collection));
  const std::string entry = flowText(payload, collection.kind == TreeKind::Map);
  if (inside.find_first_of("\r\n") == std::string_view::npos) {
    Plan plan;
    plan.edits.push_back({open, inside.size(), std::string(inside) + entry + std::string(inside)});
    return plan;
  }
  const std::string indent(m_layout.indentOf(open).size() + indentStep(), ' ');
  return insertion(open, m_layout.lineBreak(open) + indent + entry);
}

/// A new line below the last entry, which has a line of its own.
Plan Planner::addFlowLine(const Node& collection, const Entry& last, const std::string& entry) const {
  const std::string line =
      m_layout.lineBreak(last.begin) + std::string(m_layout.indentOf(last.begin)) + entry;
  const std::size_t close = collection.span.end - 1;
  const std::size_t behind = m_layout.skipSpace(last.end);
  const bool hasComma = m_layout.at(behind) == ',';
  const std::size_t anchor = hasComma ? behind + 1 : last.end;
  if (m_layout.sameLine(anchor, close)) return insertion(anchor, hasComma ? line + "," : "," + line);
  if (!m_layout.restIsFree(anchor)) return refused(refuse("layout", collection));
  if (hasComma) return insertion(m_layout.lineEnd(anchor), line + ",");
  Plan plan;
  plan.edits.push_back({last.end, 0, ","});
  plan.edits.push_back({m_layout.lineEnd(last.end), 0, line});
  return plan;
}

Plan Planner::addToFlow(const Node& collection, const Payload& payload) const {
  const char open = m_layout.at(collection.span.begin);
  const char close = collection.span.end > 0 ? m_layout.at(collection.span.end - 1) : '\0';
  const bool hasBrackets = (open == '[' && close == ']') || (open == '{' && close == '}');
  if (!hasBrackets) return refused(refuse("layout", collection));
  const std::size_t count = entryCount(collection);
  if (count == 0) return addToEmptyFlow(collection, payload);
  for (std::size_t i = 0; collection.kind == TreeKind::Map && i < collection.children.size(); i += 2) {
    if (isExplicitKey(nodeAt(collection.children[i]))) return refused(refuse("complex-key", collection));
  }
  const Entry last = entryAt(collection, count - 1);
  const std::string entry = flowText(payload, collection.kind == TreeKind::Map);
  if (m_layout.isFirstOnLine(last.begin)) return addFlowLine(collection, last, entry);
  return insertion(last.end, "," + flowGap(collection) + entry);
}

} // namespace postwright::front_matter

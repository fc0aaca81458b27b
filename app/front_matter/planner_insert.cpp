#include "app/front_matter/planner.h"
#include "app/front_matter/refusal.h"

namespace postwright::front_matter {
namespace {

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

} // namespace

Plan Planner::insert(const Path& map, std::string_view key, const Content& value, Missing missing) const {
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

Plan Planner::append(const Path& list, const Content& value, Missing missing) const {
  if (!isValid(value)) return refused(refusal("bad-literal", {value.scalar.text}, {}));
  const Found found = find(list);
  if (found.refusal) return refused(*found.refusal);
  if (m_tree.empty() && list.empty()) return refused(refusal("not-list", {""}, {}));
  const bool isThere = found.depth == list.size() && !m_tree.empty();
  if (!isThere && missing == Missing::Refuse) return refused(refusal("no-such-key", {}, {}));
  const bool isItem = isThere && nodeAt(found.node).kind == TreeKind::List;
  if (isThere && !isItem) {
    const Node& node = nodeAt(found.node);
    if (auto reason = readOnlyReason(node)) return refused(*std::move(reason));
    if (!isNull(node)) return refused(refuse("not-list", node, list));
  }
  std::optional<Content> entry = isItem ? value : entryBelow(list, found.depth, Content::list({value}));
  if (!entry) return refused(refusal("no-such-key", {}, {}));
  Plan plan = add(found, {*std::move(entry)});
  plan.change = {OperationKind::Append, list, value};
  return plan;
}

Plan Planner::insertItem(const Path& list, std::size_t index, const Content& value) const {
  if (!isValid(value)) return refused(refusal("bad-literal", {value.scalar.text}, {}));
  const Found found = find(list);
  if (found.refusal) return refused(*found.refusal);
  const bool isThere = found.depth == list.size() && !m_tree.empty();
  const bool isList = isThere && nodeAt(found.node).kind == TreeKind::List;
  const std::size_t count = isList ? entryCount(nodeAt(found.node)) : 0;
  if (index > count) return refused(refusal("no-such-key", {std::to_string(index)}, {}));
  if (index == count) return append(list, value, Missing::Make);
  const Node& node = nodeAt(found.node);
  if (auto reason = readOnlyReason(node)) return refused(*std::move(reason));
  Payload payload{value};
  followSiblings(node, payload);
  Plan plan = addBefore(node, index, payload);
  plan.change = {OperationKind::InsertItem, list, value, {}, index};
  return plan;
}

/// A new item above or before another one; comments above that one stay with it.
Plan Planner::addBefore(const Node& list, std::size_t index, const Payload& payload) const {
  const Entry entry = entryAt(list, index);
  const std::string lineBreak = m_layout.lineBreak(list.span.begin);
  const bool startsLine = m_layout.isFirstOnLine(entry.begin);
  if (list.isFlow()) {
    const std::string gap =
        startsLine ? lineBreak + std::string(m_layout.indentOf(entry.begin)) : flowGap(list);
    return insertion(entry.begin, flowEntry(payload, list) + "," + gap);
  }
  if (m_layout.at(entry.begin) != '-') return refused(refuse("layout", list));
  const std::string item = behindDash(payload, payload.content, columnOf(list) + 2);
  const std::string line = item.empty() ? "-" : "-" + dashGap(list, index) + item;
  const std::string indent(columnOf(list), ' ');
  if (index == 0 && !startsLine) return insertion(entry.begin, line + lineBreak + indent);
  const std::optional<Entry> chunk = chunkAt(list, index);
  if (!chunk) return refused(refuse("layout", list));
  return insertion(m_layout.skipBlanks(m_layout.lineStart(chunk->begin)), line + lineBreak + indent);
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
  if (isWritten || inFlow(node) || isWrittenInFlow(payload.content)) {
    return place(node, flowValue(payload, payload.content));
  }
  if (!m_layout.restIsFree(node.span.begin)) return refused(refuse("layout", node));
  const bool isItem = nodeAt(node.parent).kind == TreeKind::List;
  const bool isList = payload.content.kind == NodeKind::List;
  const std::size_t below = isList ? listOffset().value_or(indentStep()) : indentStep();
  const std::size_t column = ownerColumn(node) + (isItem ? 2 : below);
  const std::string entry = blockText(payload, column);
  if (isItem && m_layout.restIsBlank(node.span.begin)) return place(node, entry);
  const std::string lineBreak = m_layout.lineBreak(node.span.begin);
  return insertion(m_layout.lineEnd(node.span.begin), lineBreak + std::string(column, ' ') + entry);
}

/// What stands between an item's dash and the item.
std::string Planner::dashGap(const Node& list, std::size_t index) const {
  const Node& item = nodeAt(list.children[index]);
  const std::size_t dash = dashOf(list, index);
  const std::size_t content = m_layout.skipBlanks(dash + 1);
  const bool hasGap = content > dash + 1 && item.span.size() > 0 && content == item.start;
  return hasGap ? std::string(text().substr(dash + 1, content - dash - 1)) : " ";
}

Plan Planner::addToBlockList(const Node& list, const Payload& payload) const {
  const std::size_t last = list.children.size() - 1;
  const std::size_t dash = dashOf(list, last);
  if (m_layout.at(dash) != '-' || !m_layout.restIsFree(list.span.end)) return refused(refuse("layout", list));
  const std::string gap = dashGap(list, last);
  const std::string indent =
      m_layout.isFirstOnLine(dash) ? std::string(m_layout.indentOf(dash)) : std::string(columnOf(list), ' ');
  const bool isScalar = payload.content.kind == NodeKind::Scalar;
  const std::size_t column = columnOf(list) + (isScalar ? indentStep() : 1 + gap.size());
  const std::string value = behindDash(payload, payload.content, column);
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
  const std::string entry = flowEntry(payload, collection);
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
  const std::string entry = flowEntry(payload, collection);
  if (m_layout.isFirstOnLine(last.begin)) return addFlowLine(collection, last, entry);
  return insertion(last.end, "," + flowGap(collection) + entry);
}

} // namespace postwright::front_matter

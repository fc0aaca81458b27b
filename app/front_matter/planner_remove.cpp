#include <algorithm>

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

Plan deletion(std::size_t begin, std::size_t end) {
  Plan plan;
  plan.edits.push_back({begin, end - begin, ""});
  return plan;
}

} // namespace

std::size_t Planner::entryCount(const Node& parent) const {
  return parent.kind == TreeKind::Map ? parent.children.size() / 2 : parent.children.size();
}

/// Where a block list's item has its dash.
std::size_t Planner::dashOf(const Node& list, std::size_t index) const {
  if (index == 0) return list.span.begin;
  return m_layout.skipSpace(nodeAt(list.children[index - 1]).span.end);
}

/// The bytes of an entry: from its key, dash or item to the end of its value.
Planner::Entry Planner::entryAt(const Node& parent, std::size_t index) const {
  if (parent.kind == TreeKind::Map) {
    const Node& key = nodeAt(parent.children[2 * index]);
    const Node& value = nodeAt(parent.children[2 * index + 1]);
    const std::size_t end = std::max(key.span.end, value.span.end);
    // An empty flow value needs the blank behind its colon to stay one.
    const bool isOpen = parent.isFlow() && value.span.size() == 0 && m_layout.at(end) == ' ';
    return {key.start, end + (isOpen ? 1 : 0)};
  }
  const Node& item = nodeAt(parent.children[index]);
  return {parent.isFlow() ? item.start : dashOf(parent, index), item.span.end};
}

/// The column that the value's lines must stay right of.
std::size_t Planner::ownerColumn(const Node& node) const {
  return columnOf(nodeAt(node.parent));
}

/// Where the entries of a block collection stand: properties may put its own start elsewhere.
std::size_t Planner::columnOf(const Node& collection) const {
  if (collection.isFlow() || collection.propertiesEnd == collection.start) return collection.column;
  const std::size_t begin = collection.span.begin;
  const std::size_t line = m_layout.lineStart(begin);
  return codePointCount(text().substr(line, begin - line));
}

/// The document's own indentation, from its first nested block map, else two.
std::size_t Planner::indentStep() const {
  for (const Node& node : m_tree.nodes) {
    const Node& parent = nodeAt(node.parent);
    const bool isNested = node.kind == TreeKind::Map && parent.kind == TreeKind::Map && &node != &parent;
    if (isNested && !node.isFlow() && !parent.isFlow() && node.column > parent.column) {
      return node.column - parent.column;
    }
  }
  return 2;
}

/// How far the document's first block list stands right of its key; nothing when it has none.
std::optional<std::size_t> Planner::listOffset() const {
  for (const Node& node : m_tree.nodes) {
    const Node& parent = nodeAt(node.parent);
    const bool isValue = node.kind == TreeKind::List && parent.kind == TreeKind::Map;
    if (isValue && !node.isFlow() && !parent.isFlow() && node.column >= parent.column) {
      return node.column - parent.column;
    }
  }
  return std::nullopt;
}

std::optional<Refusal> Planner::removalReason(const Node& node, const Path& path) const {
  if (node.aliasCount > 0) return refuse("anchor-in-use", node, path);
  for (const std::size_t child : node.children) {
    if (auto reason = removalReason(nodeAt(child), path)) return reason;
  }
  return std::nullopt;
}

Plan Planner::remove(const Path& path) const {
  const Found found = find(path);
  if (found.refusal) return refused(*found.refusal);
  if (m_tree.empty() || found.depth < path.size() || path.empty()) {
    return refused(refusal("no-such-key", {}, {}));
  }
  const Node& node = nodeAt(found.node);
  Plan plan = removeEntry(nodeAt(node.parent), indexOf(node), path);
  plan.change = {OperationKind::Remove, path};
  return plan;
}

Plan Planner::removeTwin(const Path& path, std::size_t index) const {
  const Refusal missing = refusal("no-such-key", {}, {});
  const auto* key = path.empty() ? nullptr : std::get_if<std::string>(&path.back());
  if (key == nullptr || m_tree.empty()) return refused(missing);
  const Found found = find({path.begin(), path.end() - 1});
  if (found.refusal) return refused(*found.refusal);
  const Node& map = nodeAt(found.node);
  if (found.depth + 1 < path.size() || map.kind != TreeKind::Map) return refused(missing);
  std::size_t twin = 0;
  for (std::size_t i = 0; i < entryCount(map); ++i) {
    const Node& candidate = nodeAt(map.children[2 * i]);
    if (!candidate.isScalar() || candidate.text != *key || twin++ != index) continue;
    if (isExplicitKey(candidate)) return refused(refuse("complex-key", candidate));
    Plan plan = removeEntry(map, i, path);
    plan.change = {OperationKind::RemoveTwin, path, {}, {}, index};
    return plan;
  }
  return refused(missing);
}

Plan Planner::removeEntry(const Node& parent, std::size_t index, const Path& path) const {
  const bool isMap = parent.kind == TreeKind::Map;
  const Node& node = nodeAt(parent.children[isMap ? 2 * index + 1 : index]);
  if (auto reason = removalReason(node, path)) return refused(*std::move(reason));
  if (isMap) {
    const Node& key = nodeAt(parent.children[2 * index]);
    if (auto reason = removalReason(key, path)) return refused(*std::move(reason));
  }
  return parent.isFlow() ? removeFromFlow(parent, index) : removeFromBlock(parent, index);
}

Plan Planner::removeFromBlock(const Node& parent, std::size_t index) const {
  const Entry entry = entryAt(parent, index);
  const bool isMap = parent.kind == TreeKind::Map;
  if (isMap && m_layout.at(parent.span.begin) == '?') return refused(refuse("complex-key", parent));
  if (!m_layout.restIsFree(entry.end)) return refused(refuse("layout", parent));
  if (entryCount(parent) == 1 && &nodeAt(parent.parent) != &parent) return removeLast(parent);
  const std::size_t end = m_layout.nextLine(entry.end);
  if (m_layout.isFirstOnLine(entry.begin)) {
    const std::size_t begin = m_layout.lineStart(entry.begin);
    const bool endsWithBreak = end > m_layout.lineEnd(entry.end);
    // A last line without a break takes the break before it along.
    return deletion(endsWithBreak ? begin : m_layout.previousLineEnd(begin), end);
  }
  if (index + 1 >= entryCount(parent)) return refused(refuse("layout", parent));
  const Entry next = entryAt(parent, index + 1);
  if (m_layout.hasComment({end, next.begin})) return refused(refuse("comment", parent));
  return deletion(entry.begin, next.begin);
}

/// The only entry of a block collection leaves `[]` or `{}` behind, never an empty value.
Plan Planner::removeLast(const Node& parent) const {
  const std::string empty = parent.kind == TreeKind::Map ? "{}" : "[]";
  const Entry entry = entryAt(parent, 0);
  Plan plan;
  if (!m_layout.isFirstOnLine(parent.span.begin)) {
    plan.edits.push_back({parent.span.begin, entry.end - parent.span.begin, empty});
    return plan;
  }
  const std::optional<std::size_t> behind = behindIndicator(parent);
  if (!behind) return refused(refuse("layout", parent));
  plan.edits.push_back({*behind, 0, " " + empty});
  const std::size_t begin = m_layout.lineStart(entry.begin);
  plan.edits.push_back({begin, m_layout.nextLine(entry.end) - begin, ""});
  return plan;
}

Plan Planner::removeFromFlow(const Node& parent, std::size_t index) const {
  const char open = m_layout.at(parent.span.begin);
  if (open != '[' && open != '{') return refused(refuse("layout", parent));
  const Entry entry = entryAt(parent, index);
  const std::size_t close = parent.span.end - 1;
  const std::size_t behind = m_layout.skipSpace(entry.end);
  const bool hasComma = m_layout.at(behind) == ',' && m_layout.sameLine(entry.end, behind);
  const std::size_t last = hasComma ? behind + 1 : entry.end;
  const bool isAlone = hasComma || index + 1 == entryCount(parent);
  const bool ownsLine = isAlone && m_layout.isFirstOnLine(entry.begin) && m_layout.restIsFree(last);
  if (ownsLine) return deletion(m_layout.lineStart(entry.begin), m_layout.nextLine(last));
  if (entryCount(parent) == 1) {
    const std::size_t begin = parent.span.begin + 1;
    const bool losesComment =
        m_layout.hasComment({begin, entry.begin}) || m_layout.hasComment({entry.end, close});
    return losesComment ? refused(refuse("comment", parent)) : deletion(begin, close);
  }
  if (index + 1 < entryCount(parent)) {
    const Entry next = entryAt(parent, index + 1);
    if (m_layout.hasComment({entry.end, next.begin})) return refused(refuse("comment", parent));
    return deletion(entry.begin, next.begin);
  }
  const Entry previous = entryAt(parent, index - 1);
  if (m_layout.hasComment({previous.end, entry.begin})) return refused(refuse("comment", parent));
  return deletion(previous.end, entry.end);
}

} // namespace postwright::front_matter

#include <algorithm>
#include <numeric>

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

/// Both plans at once; nothing when they touch the same bytes.
std::optional<Plan> together(const Plan& a, const Plan& b) {
  Plan plan;
  plan.edits = a.edits;
  plan.edits.insert(plan.edits.end(), b.edits.begin(), b.edits.end());
  std::ranges::stable_sort(plan.edits, [](const TextEdit& left, const TextEdit& right) {
    return std::pair(left.offset, left.length) < std::pair(right.offset, right.length);
  });
  for (std::size_t i = 1; i < plan.edits.size(); ++i) {
    const TextEdit& before = plan.edits[i - 1];
    if (before.offset + before.length > plan.edits[i].offset) return std::nullopt;
  }
  return plan;
}

/// The indexes from `low` to `high` in the order in which one of them was moved from its end to the other.
std::vector<std::size_t> orderAfter(std::size_t from, std::size_t to) {
  const auto [low, high] = std::minmax(from, to);
  std::vector<std::size_t> order(high - low + 1);
  std::iota(order.begin(), order.end(), low);
  if (from < to) {
    std::ranges::rotate(order, order.begin() + 1);
  } else {
    std::ranges::rotate(order, order.end() - 1);
  }
  return order;
}

} // namespace

/// The place of a node among its parent's entries.
std::size_t Planner::indexOf(const Node& node) const {
  const Node& parent = nodeAt(node.parent);
  const auto id = static_cast<std::size_t>(&node - m_tree.nodes.data());
  const auto position =
      static_cast<std::size_t>(std::ranges::find(parent.children, id) - parent.children.begin());
  return parent.kind == TreeKind::Map ? position / 2 : position;
}

/// A reference must not come to stand before, or behind another, of what it refers to.
std::optional<Refusal> Planner::referenceReason(const Node& node) const {
  if (node.kind == TreeKind::Alias) return refuse("alias", node);
  if (!node.anchor.empty()) return refuse("anchor-in-use", node);
  for (const std::size_t child : node.children) {
    if (auto reason = referenceReason(nodeAt(child))) return reason;
  }
  return std::nullopt;
}

Plan Planner::rename(const Path& path, std::string_view key) const {
  const Found found = find(path);
  if (found.refusal) return refused(*found.refusal);
  if (m_tree.empty() || found.depth < path.size() || path.empty())
    return refused(refusal("no-such-key", {}, {}));
  const Node& value = nodeAt(found.node);
  const Node& map = nodeAt(value.parent);
  if (map.kind != TreeKind::Map) return refused(refuse("not-map", map, path));
  const Node& old = nodeAt(map.children[2 * indexOf(value)]);
  if (old.text == key) return {};
  if (firstInvalidUtf8(key)) return refused(refusal("bad-literal", {std::string(key)}, {}));
  const Found twin = step(map, Step(std::string(key)), path);
  if (twin.refusal) return refused(*twin.refusal);
  if (twin.depth > 0) return refused(refusal("exists", {std::string(key)}, nodeAt(twin.node).span));
  if (!old.tag.empty() || old.aliasCount > 0) return refused(refuse("complex-key", old));
  Payload style;
  style.keyStyle = old.style;
  Plan plan;
  plan.edits.push_back({old.span.begin, old.span.size(), keyText(style, std::string(key), inFlow(old))});
  plan.change = {OperationKind::Rename, path, {}, std::string(key)};
  return plan;
}

Plan Planner::move(const Path& path, std::size_t index) const {
  const Found found = find(path);
  if (found.refusal) return refused(*found.refusal);
  if (m_tree.empty() || found.depth < path.size() || path.empty())
    return refused(refusal("no-such-key", {}, {}));
  const Node& node = nodeAt(found.node);
  const Node& parent = nodeAt(node.parent);
  const std::size_t from = indexOf(node);
  if (index >= entryCount(parent)) return refused(refusal("no-such-key", {std::to_string(index)}, {}));
  if (from == index) return {};
  if (auto reason = referenceReason(parent)) return refused(*std::move(reason));
  Plan plan = parent.isFlow() ? moveInFlow(parent, from, index) : moveInBlock(parent, from, index);
  plan.change = {OperationKind::Move, path, {}, {}, index};
  return plan;
}

/// The whole lines of an entry without the first one's indentation and the last one's break: with the
/// comments right above it, and those below it that are indented deeper. Nothing when it shares a line.
std::optional<Planner::Entry> Planner::chunkAt(const Node& parent, std::size_t index) const {
  Entry chunk = entryAt(parent, index);
  const bool isFirst = m_layout.isFirstOnLine(chunk.begin);
  if (!m_layout.restIsFree(chunk.end) || (index > 0 && !isFirst)) return std::nullopt;
  const std::size_t bound = index == 0 ? 0 : m_layout.nextLine(entryAt(parent, index - 1).end);
  std::size_t line = m_layout.lineStart(chunk.begin);
  while (isFirst && line > bound) {
    line = m_layout.lineStart(m_layout.previousLineEnd(line));
    const std::size_t content = m_layout.skipBlanks(line);
    if (m_layout.at(content) != '#' || content - line > columnOf(parent)) break;
    chunk.begin = content;
  }
  chunk.end = m_layout.lineEnd(chunk.end);
  for (;;) {
    const std::size_t next = m_layout.nextLine(chunk.end);
    const std::size_t content = m_layout.skipBlanks(next);
    if (next == chunk.end || m_layout.at(content) != '#' || content - next <= columnOf(parent)) return chunk;
    chunk.end = m_layout.lineEnd(content);
  }
}

/// Blank lines between the entries stay where they are; the entries change places between them.
Plan Planner::moveInBlock(const Node& parent, std::size_t from, std::size_t to) const {
  const std::size_t low = std::min(from, to);
  std::vector<Entry> chunks;
  for (const std::size_t index : orderAfter(from, to)) {
    const std::optional<Entry> chunk = chunkAt(parent, index);
    const bool isComplex = m_layout.at(parent.span.begin) == '?';
    if (!chunk || isComplex) return refused(refuse("layout", parent));
    chunks.push_back(*chunk);
  }
  Plan plan;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const Entry slot = *chunkAt(parent, low + i);
    const std::string_view moved = text().substr(chunks[i].begin, chunks[i].end - chunks[i].begin);
    plan.edits.push_back({slot.begin, slot.end - slot.begin, std::string(moved)});
  }
  return plan;
}

/// Commas and line breaks stay, the entries change places between them.
Plan Planner::moveInFlow(const Node& parent, std::size_t from, std::size_t to) const {
  const auto [low, high] = std::minmax(from, to);
  const std::size_t end = m_layout.lineEnd(entryAt(parent, high).end);
  for (std::size_t i = low; i <= high; ++i) {
    const std::size_t next = i < high ? entryAt(parent, i + 1).begin : end;
    if (m_layout.hasComment({entryAt(parent, i).end, next})) return refused(refuse("comment", parent));
  }
  Plan plan;
  std::size_t slotIndex = low;
  for (const std::size_t index : orderAfter(from, to)) {
    const Entry slot = entryAt(parent, slotIndex++);
    const Entry moved = entryAt(parent, index);
    const std::string_view entry = text().substr(moved.begin, moved.end - moved.begin);
    plan.edits.push_back({slot.begin, slot.end - slot.begin, std::string(entry)});
  }
  return plan;
}

Plan Planner::moveInto(const Path& path, const Path& target) const {
  const Found source = find(path);
  if (source.refusal) return refused(*source.refusal);
  const bool hasKey = !path.empty() && std::holds_alternative<std::string>(path.back());
  if (m_tree.empty() || source.depth < path.size() || !hasKey) return refused(refusal("no-such-key", {}, {}));
  const bool isInside = target.size() >= path.size() && std::equal(path.begin(), path.end(), target.begin());
  if (isInside) return refused(refuse("layout", nodeAt(source.node)));
  Path moved = target;
  moved.push_back(path.back());
  const Found place = find(moved);
  if (place.refusal) return refused(*place.refusal);
  const std::string& key = std::get<std::string>(path.back());
  if (place.depth == moved.size()) return refused(refusal("exists", {key}, nodeAt(place.node).span));
  const Node& value = nodeAt(source.node);
  if (auto reason = referenceReason(value)) return refused(*std::move(reason));
  const Node& parent = nodeAt(value.parent);
  const bool isBeside = &nodeAt(place.node) == &parent && place.depth + 1 == target.size();
  Plan plan;
  if (isBeside) {
    plan = wrap(parent, indexOf(value), std::get<std::string>(target.back()));
  } else {
    plan = moveLinesInto(parent, indexOf(value), place, target);
    if (plan.refusal) plan = moveAsContent(source, place, moved);
  }
  plan.change = {OperationKind::MoveInto, path, {}, {}, 0, target};
  return plan;
}

/// The lines of `chunk`, whose key stands in column `from`, as they are with their key in column `to`.
std::string Planner::shifted(const Entry& chunk, std::size_t from, std::size_t to) const {
  std::string result;
  for (std::size_t line = chunk.begin; line < chunk.end;) {
    const std::size_t next = std::min(m_layout.nextLine(line), chunk.end);
    std::size_t begin = line;
    if (line > chunk.begin && !m_layout.restIsBlank(line)) {
      if (to > from) result.append(to - from, ' ');
      while (from > to && begin < line + (from - to) && m_layout.at(begin) == ' ')
        ++begin;
    }
    result += text().substr(begin, next - begin);
    line = next;
  }
  return result;
}

/// A map under the new key takes the entry's place, with the entry in it.
Plan Planner::wrap(const Node& parent, std::size_t index, const std::string& key) const {
  Plan plan;
  if (parent.isFlow()) {
    const Entry entry = entryAt(parent, index);
    const std::string inside(text().substr(entry.begin, entry.end - entry.begin));
    Payload style;
    followSiblings(parent, style);
    plan.edits.push_back({entry.begin, entry.end - entry.begin,
                          keyText(style, key, true) + ":" + style.colonGap + "{" + inside + "}"});
    return plan;
  }
  const std::optional<Entry> chunk = chunkAt(parent, index);
  if (!chunk || m_layout.at(parent.span.begin) == '?') return refused(refuse("layout", parent));
  const std::size_t column = columnOf(parent) + indentStep();
  const std::string lines = shifted(*chunk, columnOf(parent), column);
  plan.edits.push_back(
      {chunk->begin, chunk->end - chunk->begin,
       keyText({}, key, false) + ":" + m_layout.lineBreak(chunk->begin) + std::string(column, ' ') + lines});
  return plan;
}

/// Moves lines with their comments below another key of block lines.
Plan Planner::moveLinesInto(const Node& parent, std::size_t index, const Found& target,
                            const Path& path) const {
  const Refusal no = refuse("layout", parent);
  const bool isAlone = entryCount(parent) == 1 && &nodeAt(parent.parent) != &parent;
  const bool isBlock = !parent.isFlow() && m_layout.at(parent.span.begin) != '?';
  const std::optional<Entry> chunk = isBlock ? chunkAt(parent, index) : std::nullopt;
  const bool isFree = chunk && m_layout.isFirstOnLine(chunk->begin) && !isAlone;
  if (!isFree || target.depth < path.size()) return refused(no);
  const std::string lineBreak = m_layout.lineBreak(chunk->begin);
  const Node& map = nodeAt(target.node);
  Plan plan;
  const bool isEmptyValue = isNull(map) && map.span.size() == 0 && !inFlow(map);
  const bool isBlockMap = map.kind == TreeKind::Map && !map.isFlow() && m_layout.at(map.span.begin) != '?';
  if (!m_layout.restIsFree(map.span.end) || (!isEmptyValue && !isBlockMap)) return refused(no);
  const std::size_t column = isBlockMap ? columnOf(map) : ownerColumn(map) + indentStep();
  Plan insertion;
  insertion.edits.push_back(
      {isBlockMap ? behindLast(map) : m_layout.lineEnd(map.span.end), 0,
       lineBreak + std::string(column, ' ') + shifted(*chunk, columnOf(parent), column)});
  const std::size_t begin = m_layout.lineStart(chunk->begin);
  const std::size_t end = m_layout.nextLine(chunk->end);
  const std::size_t from = end > chunk->end ? begin : m_layout.previousLineEnd(begin);
  plan.edits.push_back({from, end - from, ""});
  return together(insertion, plan).value_or(refused(no));
}

/// The value written anew elsewhere, where lines cannot be moved.
Plan Planner::moveAsContent(const Found& source, const Found& target, const Path& path) const {
  const Node& value = nodeAt(source.node);
  if (auto reason = replacementReason(value, path)) return refused(*std::move(reason));
  std::optional<Content> content = contentOf(value);
  if (!content) return refused(refuse("tag", value));
  std::optional<Content> entry = entryBelow(path, target.depth, *std::move(content));
  if (!entry) return refused(refusal("no-such-key", {}, {}));
  Plan added = add(target, {*std::move(entry)});
  if (added.refusal) return added;
  Plan removed = removeEntry(nodeAt(value.parent), indexOf(value), path);
  if (removed.refusal) return removed;
  return together(added, removed).value_or(refused(refuse("layout", value)));
}

/// What a node says; nothing when a tag says more than can be written.
std::optional<Content> Planner::contentOf(const Node& node) const {
  if (!node.tag.empty() || node.kind == TreeKind::Alias) return std::nullopt;
  if (node.isScalar()) {
    yaml::Outline scalar;
    scalar.plain = node.style == Style::Plain;
    scalar.text = node.text;
    return Content(Scalar{typeOf(scalar, m_dialect), node.text});
  }
  const bool isMap = node.kind == TreeKind::Map;
  Content content = isMap ? Content::map({}, {}) : Content::list({});
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = nodeAt(node.children[i]);
    if (isMap && i % 2 == 0) {
      if (!child.isScalar() || !child.tag.empty()) return std::nullopt;
      content.keys.push_back(child.text);
      continue;
    }
    std::optional<Content> item = contentOf(child);
    if (!item) return std::nullopt;
    content.items.push_back(*std::move(item));
  }
  return content;
}

} // namespace postwright::front_matter

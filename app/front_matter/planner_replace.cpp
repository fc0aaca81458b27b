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

TreeKind kindOf(const Content& content) {
  if (content.kind == NodeKind::Scalar) return TreeKind::Scalar;
  return content.kind == NodeKind::List ? TreeKind::List : TreeKind::Map;
}

} // namespace

/// Why a value with everything in it cannot be written anew.
std::optional<Refusal> Planner::replacementReason(const Node& node, const Path& path) const {
  if (auto reason = removalReason(node, path)) return reason;
  if (node.isScalar()) return std::nullopt;
  const bool isFlowWithoutBrackets =
      node.isFlow() && m_layout.at(node.span.begin) != '[' && m_layout.at(node.span.begin) != '{';
  if (isFlowWithoutBrackets) return refuse("layout", node);
  std::size_t end = node.span.begin;
  for (std::size_t id = static_cast<std::size_t>(&node - m_tree.nodes.data());
       id < m_tree.nodes.size() && m_tree.nodes[id].start < node.span.end; ++id) {
    const Node& inside = m_tree.nodes[id];
    if (text().substr(end, std::max(end, inside.start) - end).find('#') != std::string_view::npos) {
      return refuse("comment", node);
    }
    end = std::max(end, inside.isScalar() ? inside.span.end : inside.span.begin);
  }
  const bool hasTrailing = text().substr(end, node.span.end - end).find('#') != std::string_view::npos;
  return hasTrailing ? std::optional(refuse("comment", node)) : std::nullopt;
}

Plan Planner::replace(const Node& node, const Content& value, const Path& path) const {
  if (node.kind == TreeKind::Alias) return refused(refuse("alias", node));
  if (isEqual(node, value)) return {};
  if (auto reason = readOnlyReason(node)) return refused(*std::move(reason));
  if (node.isScalar() && value.kind == NodeKind::Scalar) return replaceScalar(node, value.scalar, path);
  if (path.empty()) return refused(refuse("layout", node));
  const bool isNothing = value.kind == NodeKind::Scalar && value.scalar.type == ScalarType::Null;
  if (value.kind == NodeKind::Scalar && !isNothing) return refused(refuse("not-scalar", node, path));
  if (!node.tag.empty()) return refused(refuse("tag", node));
  if (auto reason = replacementReason(node, path)) return refused(*std::move(reason));
  Payload payload{value};
  followSiblings(node, payload);
  Plan plan;
  if (isNull(node)) {
    plan = addToNull(node, payload);
  } else if (isNothing && !node.isFlow() && !inFlow(node)) {
    plan = replaceLines(node, {});
  } else if (node.isFlow() || inFlow(node)) {
    plan = place(node, flowValue(payload, value));
  } else {
    plan = replaceByBlock(node, payload);
  }
  plan.change = {OperationKind::Set, path, value};
  return plan;
}

Path Planner::pathOf(std::size_t node) const {
  Path path;
  for (std::size_t id = node; id != nodeAt(id).parent; id = nodeAt(id).parent) {
    const Node& parent = nodeAt(nodeAt(id).parent);
    const std::size_t index = indexOf(nodeAt(id));
    if (parent.kind == TreeKind::Map) {
      path.insert(path.begin(), Step(nodeAt(parent.children[2 * index]).text));
    } else {
      path.insert(path.begin(), Step(index));
    }
  }
  return path;
}

Plan Planner::requote(std::size_t offset) const {
  const auto found = std::ranges::find_if(m_tree.nodes, [&](const Node& node) {
    return node.isScalar() && node.span.begin <= offset && offset < node.span.end;
  });
  if (found == m_tree.nodes.end()) return refused(refusal("layout", {}, {offset, offset}));
  const Node& node = *found;
  const Path path = pathOf(static_cast<std::size_t>(found - m_tree.nodes.begin()));
  const Found again = find(path);
  if (again.refusal) return refused(*again.refusal);
  if (&nodeAt(again.node) != &node) return refused(refuse("layout", node));
  if (auto reason = readOnlyReason(node)) return refused(*std::move(reason));
  WriteContext context;
  context.inFlow = inFlow(node);
  const Scalar value{ScalarType::String, node.text};
  Plan plan = place(node, writeString(node.text, context));
  plan.change = {OperationKind::Set, path, value};
  return plan;
}

/// Behind the `:` or `-` that owns the value, or behind the value's properties.
std::optional<std::size_t> Planner::behindIndicator(const Node& node) const {
  if (node.propertiesEnd > node.start) return node.propertiesEnd;
  const Node& owner = nodeAt(node.parent);
  const std::size_t child = indexOf(node);
  const bool isValue = owner.kind == TreeKind::Map;
  const std::size_t indicator =
      isValue ? m_layout.skipBlanks(nodeAt(owner.children[2 * child]).span.end) : dashOf(owner, child);
  if (m_layout.at(indicator) != (isValue ? ':' : '-')) return std::nullopt;
  return indicator + 1;
}

/// A block collection takes the old value's lines, in its old column where it has one.
Plan Planner::replaceByBlock(const Node& node, const Payload& payload) const {
  const Node& owner = nodeAt(node.parent);
  const bool isItem = owner.kind == TreeKind::List;
  const bool isSameKind = node.kind == kindOf(payload.content);
  if (isSameKind && !payload.content.items.empty()) {
    Plan plan;
    plan.edits.push_back({node.span.begin, node.span.size(), blockText(payload, columnOf(node))});
    return plan;
  }
  std::string value;
  if (isItem) {
    value = " " + behindDash(payload, payload.content, columnOf(owner) + 2);
  } else {
    value = behindColon(payload, payload.content, columnOf(owner));
  }
  return replaceLines(node, value);
}

/// `value` behind the indicator instead of all that stood there; a comment on that line stays.
Plan Planner::replaceLines(const Node& node, const std::string& value) const {
  const std::optional<std::size_t> behind = behindIndicator(node);
  if (!behind || !m_layout.restIsFree(node.span.end)) return refused(refuse("layout", node));
  Plan plan;
  if (m_layout.sameLine(*behind, node.span.begin)) {
    const bool isBlock = value.find_first_of("\r\n") < value.find_first_not_of(" \r\n");
    const std::size_t end = m_layout.lineEnd(node.span.end);
    if (!isBlock || m_layout.restIsBlank(node.span.end)) {
      plan.edits.push_back({*behind, node.span.end - *behind, value});
    } else {
      plan.edits.push_back({*behind, node.span.end - *behind, ""});
      plan.edits.push_back({end, 0, value});
    }
    return plan;
  }
  if (m_layout.restIsBlank(*behind) || value.find_first_of("\r\n") != 0) {
    plan.edits.push_back({*behind, 0, value});
  } else {
    plan.edits.push_back({m_layout.lineEnd(*behind), 0, value});
  }
  const std::size_t begin = m_layout.previousLineEnd(node.span.begin);
  plan.edits.push_back({begin, node.span.end - begin, ""});
  return plan;
}

} // namespace postwright::front_matter

#include "app/front_matter/yaml_editor.h"

#include <algorithm>

#include "app/front_matter/change.h"
#include "app/front_matter/dialect.h"
#include "app/front_matter/refusal.h"
#include "app/front_matter/second_opinion.h"
#include "app/yaml/outline.h"

namespace postwright::front_matter {
namespace {

/// A form is for texts of a person's size; larger ones are for the text editor.
constexpr yaml::Limits kLimits{std::size_t{256} << 10U, 100, 10'000};

NodeKind kindOf(yaml::TreeKind kind) {
  switch (kind) {
    case yaml::TreeKind::List:
      return NodeKind::List;
    case yaml::TreeKind::Map:
      return NodeKind::Map;
    case yaml::TreeKind::Alias:
      return NodeKind::Alias;
    default:
      return NodeKind::Scalar;
  }
}

EditResult refused(Refusal why) {
  return {{}, std::move(why)};
}

} // namespace

struct YamlEditor::Data {
  std::string text;
  Dialect dialect;
  std::size_t bom; ///< bytes of a BOM at the start, which neither parser sees
  yaml::Tree tree;
  Layout layout;
  std::optional<Refusal> problem;

  Data(std::string newText, Dialect newDialect, std::string fallbackBreak)
      : text(std::move(newText)),
        dialect(newDialect),
        bom(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0),
        tree(yaml::readTree(body(), kLimits)),
        layout(body(), std::move(fallbackBreak)),
        problem(treeProblem(tree, body())) {
    if (problem) problem->where = inText(problem->where);
  }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;
  ~Data() = default;

  std::string_view body() const { return std::string_view(text).substr(bom); }
  Span inText(Span span) const { return {span.begin + bom, span.end + bom}; }
  Planner planner() const { return {tree, layout, dialect}; }
};

YamlEditor::YamlEditor(std::string text, Dialect dialect, std::string fallbackBreak)
    : m_data(std::make_unique<Data>(std::move(text), dialect, std::move(fallbackBreak))) {}
YamlEditor::~YamlEditor() = default;
YamlEditor::YamlEditor(YamlEditor&&) noexcept = default;
YamlEditor& YamlEditor::operator=(YamlEditor&&) noexcept = default;

const std::optional<Refusal>& YamlEditor::problem() const {
  return m_data->problem;
}

const std::string& YamlEditor::text() const {
  return m_data->text;
}

std::optional<Node> YamlEditor::node(const Path& path) const {
  if (m_data->problem || m_data->tree.empty()) return std::nullopt;
  const Planner::Found found = m_data->planner().find(path);
  if (found.depth < path.size()) return std::nullopt;
  return describe(found.node, found.refusal);
}

/// The node with its own reason, or the given one, why it cannot be changed.
Node YamlEditor::describe(std::size_t id, std::optional<Refusal> reason) const {
  const yaml::TreeNode& tree = m_data->tree.nodes[id];
  const yaml::TreeNode& parent = m_data->tree.nodes[tree.parent];
  Node node;
  node.kind = kindOf(tree.kind);
  node.text = tree.text;
  node.span = m_data->inText(tree.span);
  if (id != tree.parent && parent.kind == yaml::TreeKind::Map) {
    const auto self = std::ranges::find(parent.children, id);
    node.key = m_data->inText(m_data->tree.nodes[*(self - 1)].span);
  }
  node.quoted = tree.isScalar() && tree.style != yaml::Style::Plain;
  if (tree.isScalar()) {
    yaml::Outline scalar;
    scalar.plain = !node.quoted;
    scalar.text = tree.text;
    scalar.tag = tree.tag;
    node.type = typeOf(scalar, m_data->dialect);
  }
  node.size = tree.kind == yaml::TreeKind::Map ? tree.children.size() / 2 : tree.children.size();
  for (std::size_t i = 0; tree.kind == yaml::TreeKind::Map && i < tree.children.size(); i += 2)
    node.keys.push_back(m_data->tree.nodes[tree.children[i]].text);
  node.readOnly = reason ? std::move(reason) : m_data->planner().readOnlyReason(tree);
  if (node.readOnly) node.readOnly->where = m_data->inText(node.readOnly->where);
  return node;
}

std::vector<Node> YamlEditor::twins(const Path& map, std::string_view key) const {
  std::vector<Node> found;
  if (m_data->problem || m_data->tree.empty()) return found;
  const Planner::Found place = m_data->planner().find(map);
  const yaml::TreeNode& node = m_data->tree.nodes[place.node];
  if (place.refusal || place.depth < map.size() || node.kind != yaml::TreeKind::Map) return found;
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const yaml::TreeNode& candidate = m_data->tree.nodes[node.children[i]];
    if (candidate.isScalar() && candidate.text == key) found.push_back(describe(node.children[i + 1], {}));
  }
  return found;
}

EditResult YamlEditor::checked(Plan plan) const {
  const Refusal doubt = refusal("verify", {}, {0, m_data->text.size()});
  const std::string changed = applyEdits(m_data->body(), plan.edits);
  yaml::Outline expected = yaml::outlineOf(m_data->tree);
  if (!applyChange(expected, plan.change)) return refused(doubt);
  const yaml::Tree tree = yaml::readTree(changed, kLimits);
  if (treeProblem(tree, changed)) return refused(doubt);
  if (!saysTheSame(yaml::outlineOf(tree), expected, m_data->dialect)) return refused(doubt);
  if (!agreesAgain(m_data->tree, m_data->body(), plan, changed, m_data->dialect)) return refused(doubt);
  EditResult result;
  result.edits = std::move(plan.edits);
  for (TextEdit& edit : result.edits)
    edit.offset += m_data->bom;
  return result;
}

EditResult YamlEditor::planned(const std::function<Plan(const Planner&)>& make) const {
  const std::optional<Refusal>& unreadable = m_data->problem;
  if (unreadable) return refused(*unreadable);
  Plan plan = make(m_data->planner());
  if (plan.refusal) {
    Refusal why = *std::move(plan.refusal);
    why.where = m_data->inText(why.where);
    return refused(std::move(why));
  }
  return plan.edits.empty() ? EditResult{} : checked(std::move(plan));
}

EditResult YamlEditor::set(const Path& path, const Content& value, Missing missing) const {
  return planned([&](const Planner& planner) { return planner.set(path, value, missing); });
}

EditResult YamlEditor::set(const Path& path, const Scalar& value, Missing missing) const {
  return set(path, Content(value), missing);
}

EditResult YamlEditor::insert(const Path& map, std::string_view key, const Content& value,
                              Missing missing) const {
  return planned([&](const Planner& planner) { return planner.insert(map, key, value, missing); });
}

EditResult YamlEditor::append(const Path& list, const Content& value, Missing missing) const {
  return planned([&](const Planner& planner) { return planner.append(list, value, missing); });
}

EditResult YamlEditor::insertItem(const Path& list, std::size_t index, const Content& value) const {
  return planned([&](const Planner& planner) { return planner.insertItem(list, index, value); });
}

EditResult YamlEditor::remove(const Path& path) const {
  return planned([&](const Planner& planner) { return planner.remove(path); });
}

EditResult YamlEditor::removeTwin(const Path& path, std::size_t index) const {
  return planned([&](const Planner& planner) { return planner.removeTwin(path, index); });
}

EditResult YamlEditor::rename(const Path& path, std::string_view key) const {
  return planned([&](const Planner& planner) { return planner.rename(path, key); });
}

EditResult YamlEditor::move(const Path& path, std::size_t index) const {
  return planned([&](const Planner& planner) { return planner.move(path, index); });
}

EditResult YamlEditor::moveInto(const Path& path, const Path& target) const {
  return planned([&](const Planner& planner) { return planner.moveInto(path, target); });
}

EditResult YamlEditor::requote(std::size_t offset) const {
  return planned([&](const Planner& planner) { return planner.requote(offset - m_data->bom); });
}

EditResult YamlEditor::apply(const EditOperation& operation) const {
  const EditOperation& o = operation;
  switch (o.kind) {
    case OperationKind::Set:
      return set(o.path, o.value);
    case OperationKind::Append:
      return append(o.path, o.value);
    case OperationKind::InsertItem:
      return insertItem(o.path, o.index, o.value);
    case OperationKind::Remove:
      return remove(o.path);
    case OperationKind::RemoveTwin:
      return removeTwin(o.path, o.index);
    case OperationKind::Rename:
      return rename(o.path, o.key);
    case OperationKind::Move:
      return move(o.path, o.index);
    case OperationKind::MoveInto:
      return moveInto(o.path, o.target);
    case OperationKind::Requote:
      break; // needs the file around the text
  }
  return {};
}

} // namespace postwright::front_matter

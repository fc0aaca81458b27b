#include "app/front_matter/change.h"

#include "app/front_matter/dialect.h"
#include "app/yaml/scalar.h"

namespace postwright::front_matter {
namespace {

using yaml::Outline;
using yaml::TreeKind;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

Outline scalarOutline(const Scalar& value) {
  Outline scalar;
  scalar.plain = value.type != ScalarType::String;
  scalar.text = value.type == ScalarType::Null ? "" : value.text;
  return scalar;
}

Outline keyOutline(const std::string& key) {
  return scalarOutline({ScalarType::String, key});
}

bool isNull(const Outline& node) {
  return node.kind == TreeKind::Scalar && node.plain && typeOf(node, Dialect::Cobalt) == ScalarType::Null;
}

/// An empty value turns into a collection and keeps its properties.
void makeCollection(Outline& node, TreeKind kind) {
  node.kind = kind;
  node.plain = true;
  node.text.clear();
}

/// yaml-cpp tells a key spelled `null` without its spelling.
bool isKey(const Outline& candidate, const std::string& key) {
  if (candidate.kind != TreeKind::Scalar) return false;
  const bool isUnspelled = candidate.plain && candidate.text.empty() && yaml::isNullWord(key);
  return candidate.text == key || isUnspelled;
}

/// Index of the child that a step leads to.
std::size_t childIndex(const Outline& node, const Step& step) {
  if (const auto* index = std::get_if<std::size_t>(&step)) {
    return node.kind == TreeKind::List && *index < node.children.size() ? *index : kNowhere;
  }
  if (node.kind != TreeKind::Map) return kNowhere;
  const std::string& key = std::get<std::string>(step);
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    if (isKey(node.children[i], key)) return i + 1;
  }
  return kNowhere;
}

/// The node at the step, made as an empty value where its key is missing.
Outline* childOrNew(Outline& node, const Step& step) {
  const std::size_t index = childIndex(node, step);
  if (index != kNowhere) return &node.children[index];
  const auto* key = std::get_if<std::string>(&step);
  if (key == nullptr) return nullptr;
  if (isNull(node)) makeCollection(node, TreeKind::Map);
  if (node.kind != TreeKind::Map) return nullptr;
  node.children.push_back(keyOutline(*key));
  return &node.children.emplace_back(scalarOutline({ScalarType::Null, {}}));
}

bool removeAt(Outline& root, const Path& path) {
  Outline* parent = &root;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const std::size_t index = childIndex(*parent, path[i]);
    if (index == kNowhere) return false;
    parent = &parent->children[index];
  }
  const std::size_t index = path.empty() ? kNowhere : childIndex(*parent, path.back());
  if (index == kNowhere) return false;
  const auto last = parent->children.begin() + static_cast<std::ptrdiff_t>(index);
  parent->children.erase(parent->kind == TreeKind::Map ? last - 1 : last, last + 1);
  return true;
}

} // namespace

bool applyChange(Outline& root, const Change& change) {
  if (change.kind == ChangeKind::Remove) return removeAt(root, change.path);
  Outline* node = &root;
  for (const Step& step : change.path) {
    node = childOrNew(*node, step);
    if (node == nullptr) return false;
  }
  Outline scalar = scalarOutline(change.value);
  if (change.kind == ChangeKind::Append) {
    if (isNull(*node)) makeCollection(*node, TreeKind::List);
    if (node->kind != TreeKind::List) return false;
    node->children.push_back(std::move(scalar));
    return true;
  }
  if (node->kind != TreeKind::Scalar) return false;
  node->text = std::move(scalar.text);
  node->plain = scalar.plain;
  return true;
}

bool saysTheSame(const Outline& a, const Outline& b, Dialect dialect) {
  if (a.kind != b.kind || a.tag != b.tag || a.anchor != b.anchor) return false;
  if (a.children.size() != b.children.size()) return false;
  if (a.kind == TreeKind::Scalar) {
    const ScalarType type = typeOf(a, dialect);
    if (type != typeOf(b, dialect)) return false;
    return type == ScalarType::Null || a.text == b.text;
  }
  if (a.text != b.text) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!saysTheSame(a.children[i], b.children[i], dialect)) return false;
  }
  return true;
}

} // namespace postwright::front_matter

#include "app/front_matter/change.h"

#include <algorithm>
#include <array>
#include <iterator>

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

Outline outlineOf(const Content& content) {
  if (content.kind == NodeKind::Scalar) return scalarOutline(content.scalar);
  Outline outline;
  outline.kind = content.kind == NodeKind::List ? TreeKind::List : TreeKind::Map;
  for (std::size_t i = 0; i < content.items.size(); ++i) {
    if (outline.kind == TreeKind::Map) outline.children.push_back(keyOutline(content.keys[i]));
    outline.children.push_back(outlineOf(content.items[i]));
  }
  return outline;
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

/// The new value in the old one's place: properties stay.
void replace(Outline& node, Outline value) {
  value.tag = std::move(node.tag);
  value.anchor = std::move(node.anchor);
  node = std::move(value);
}

/// yaml-cpp tells a key spelled `null` without its spelling.
bool isKey(const Outline& candidate, const std::string& key) {
  if (candidate.kind != TreeKind::Scalar) return false;
  const bool isUnspelled = candidate.plain && candidate.text.empty() && yaml::isNullWord(key);
  return candidate.text == key || isUnspelled;
}

/// Index of the child that a step leads to; of a key that is there more than once, the `twin`-th.
std::size_t childIndex(const Outline& node, const Step& step, std::size_t twin = 0) {
  if (const auto* index = std::get_if<std::size_t>(&step)) {
    return node.kind == TreeKind::List && *index < node.children.size() ? *index : kNowhere;
  }
  if (node.kind != TreeKind::Map) return kNowhere;
  const std::string& key = std::get<std::string>(step);
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    if (isKey(node.children[i], key) && twin-- == 0) return i + 1;
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

Outline* nodeOrNew(Outline& root, const Path& path) {
  Outline* node = &root;
  for (const Step& step : path) {
    node = childOrNew(*node, step);
    if (node == nullptr) return nullptr;
  }
  return node;
}

/// A node's place: its parent, and its own index there.
struct Place {
  Outline* parent = nullptr;
  std::size_t index = kNowhere;

  bool exists() const { return index != kNowhere; }
  /// How many children one entry of the parent takes: a key and its value, or an item.
  std::size_t stride() const { return parent->kind == TreeKind::Map ? 2 : 1; }
  std::ptrdiff_t first() const { return static_cast<std::ptrdiff_t>(index + 1 - stride()); }
};

Place placeOf(Outline& root, const Path& path, std::size_t twin = 0) {
  Place place{&root, kNowhere};
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) place.parent = &place.parent->children[place.index];
    place.index = childIndex(*place.parent, path[i], i + 1 == path.size() ? twin : 0);
    if (!place.exists()) return place;
  }
  return place;
}

std::vector<Outline> take(const Place& place) {
  std::vector<Outline>& children = place.parent->children;
  const auto begin = children.begin() + place.first();
  const auto end = begin + static_cast<std::ptrdiff_t>(place.stride());
  std::vector<Outline> entry(std::make_move_iterator(begin), std::make_move_iterator(end));
  children.erase(begin, end);
  return entry;
}

bool putBack(Outline& parent, std::size_t index, std::vector<Outline> entry) {
  const std::size_t position = index * entry.size();
  if (position > parent.children.size()) return false;
  parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(position),
                         std::make_move_iterator(entry.begin()), std::make_move_iterator(entry.end()));
  return true;
}

bool set(Outline& root, const EditOperation& change) {
  Outline* node = nodeOrNew(root, change.path);
  if (node == nullptr) return false;
  replace(*node, outlineOf(change.value));
  return true;
}

bool append(Outline& root, const EditOperation& change) {
  Outline* node = nodeOrNew(root, change.path);
  if (node == nullptr) return false;
  if (isNull(*node)) makeCollection(*node, TreeKind::List);
  if (node->kind != TreeKind::List) return false;
  node->children.push_back(outlineOf(change.value));
  return true;
}

bool insertItem(Outline& root, const EditOperation& change) {
  Outline* node = nodeOrNew(root, change.path);
  return node != nullptr && node->kind == TreeKind::List &&
         putBack(*node, change.index, {outlineOf(change.value)});
}

bool remove(Outline& root, const EditOperation& change) {
  const Place place = placeOf(root, change.path);
  if (place.exists()) take(place);
  return place.exists();
}

bool removeTwin(Outline& root, const EditOperation& change) {
  const Place place = placeOf(root, change.path, change.index);
  if (place.exists()) take(place);
  return place.exists();
}

bool rename(Outline& root, const EditOperation& change) {
  const Place place = placeOf(root, change.path);
  if (!place.exists() || place.parent->kind != TreeKind::Map) return false;
  replace(place.parent->children[place.index - 1], keyOutline(change.key));
  return true;
}

bool move(Outline& root, const EditOperation& change) {
  const Place place = placeOf(root, change.path);
  return place.exists() && putBack(*place.parent, change.index, take(place));
}

/// A target that is missing beside the entry takes its place; others are made as for any value.
bool moveInto(Outline& root, const EditOperation& change) {
  const Place place = placeOf(root, change.path);
  if (!place.exists() || place.parent->kind != TreeKind::Map) return false;
  const bool isBeside = change.target.size() == change.path.size() &&
                        std::equal(change.path.begin(), change.path.end() - 1, change.target.begin());
  const bool isMissing = isBeside && childIndex(*place.parent, change.target.back()) == kNowhere;
  std::vector<Outline> entry = take(place);
  if (isMissing) {
    Outline map = outlineOf(Content::map({}, {}));
    map.children = std::move(entry);
    const auto position = place.parent->children.begin() + place.first();
    const auto value = place.parent->children.insert(position, std::move(map));
    place.parent->children.insert(value, keyOutline(std::get<std::string>(change.target.back())));
    return true;
  }
  Outline* target = nodeOrNew(root, change.target);
  if (target == nullptr) return false;
  if (isNull(*target)) makeCollection(*target, TreeKind::Map);
  return target->kind == TreeKind::Map && putBack(*target, target->children.size() / 2, std::move(entry));
}

} // namespace

bool applyChange(Outline& root, const EditOperation& change) {
  using Apply = bool (*)(Outline&, const EditOperation&);
  constexpr auto kApply = std::to_array<std::pair<OperationKind, Apply>>({
      {OperationKind::Set, set},
      {OperationKind::Append, append},
      {OperationKind::InsertItem, insertItem},
      {OperationKind::Remove, remove},
      {OperationKind::RemoveTwin, removeTwin},
      {OperationKind::Rename, rename},
      {OperationKind::Move, move},
      {OperationKind::MoveInto, moveInto},
  });
  const auto* found = std::ranges::find(kApply, change.kind, &std::pair<OperationKind, Apply>::first);
  return found != kApply.end() && found->second(root, change);
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

#include "app/front_matter/raw_edit.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "app/front_matter/change.h"
#include "app/front_matter/layout.h"
#include "app/front_matter/refusal.h"
#include "app/yaml/outline.h"
#include "app/yaml/tree.h"

namespace postwright::front_matter {
namespace {

using yaml::Outline;
using yaml::Tree;
using yaml::TreeKind;
using yaml::TreeNode;

constexpr std::size_t kStep = 2; // columns that a value stands below its key, where nothing shows it

/// Where the value stands in the YAML, and how far its further lines are indented.
struct Place {
  Span span;
  std::size_t indent = 0;
  bool isFirstOnLine = false;
};

/// Where `path` leads from `node`; `childOf(node, i)` is its child number `i`. Null: nowhere.
template <typename Node, typename ChildOf>
Node* walk(Node* node, const Path& path, ChildOf childOf) {
  for (const Step& step : path) {
    const auto* key = std::get_if<std::string>(&step);
    std::size_t index = node->children.size();
    if (key == nullptr && node->kind == TreeKind::List) index = std::get<std::size_t>(step);
    for (std::size_t i = 0; key != nullptr && node->kind == TreeKind::Map && i + 1 < node->children.size();
         i += 2)
      if (index == node->children.size() && childOf(*node, i)->text == *key) index = i + 1;
    if (index >= node->children.size()) return nullptr;
    node = childOf(*node, index);
  }
  return node;
}

const TreeNode* nodeAt(const Tree& tree, const Path& path) {
  if (tree.empty()) return nullptr;
  return walk(&tree.root(), path,
              [&tree](const TreeNode& node, std::size_t index) { return &tree.nodes[node.children[index]]; });
}

Outline* outlineAt(Outline& root, const Path& path) {
  return walk(&root, path, [](Outline& node, std::size_t index) { return &node.children[index]; });
}

std::vector<std::string> linesOf(std::string_view text) {
  const std::string whole = normaliseLineEnds(text);
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = whole.find('\n'); end != std::string::npos; end = whole.find('\n', begin)) {
    lines.push_back(whole.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(whole.substr(begin));
  return lines;
}

/// The indentation that all lines but the first have; nothing when there is one line only.
std::optional<std::size_t> commonIndent(const std::vector<std::string>& lines) {
  std::optional<std::size_t> common;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t text = lines[i].find_first_not_of(' ');
    if (text != std::string::npos) common = std::min(text, common.value_or(text));
  }
  return common;
}

std::optional<Place> placeOf(std::string_view yaml, const Path& path) {
  const Tree tree = yaml::readTree(yaml);
  const TreeNode* node = nodeAt(tree, path);
  if (node == nullptr || path.empty()) return std::nullopt;
  const Layout layout(yaml);
  Place place;
  place.span = {node->start, std::max(node->start, node->span.end)};
  place.isFirstOnLine = layout.isFirstOnLine(node->start);
  const std::size_t lineIndent = layout.indentOf(node->start).size();
  place.indent = place.isFirstOnLine ? lineIndent : lineIndent + kStep;
  const auto lines = linesOf(yaml.substr(place.span.begin, place.span.size()));
  place.indent = commonIndent(lines).value_or(place.indent);
  return place;
}

std::string joined(const std::vector<std::string>& lines, const std::string& lineBreak, std::size_t indent) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) text += lineBreak;
    if (i > 0 && !lines[i].empty()) text.append(indent, ' ');
    text += lines[i];
  }
  return text;
}

/// Whether `after` says what `before` says, whatever stands at `path`.
bool isOnlyThere(Outline before, Outline after, const Path& path) {
  Outline* old = outlineAt(before, path);
  Outline* now = outlineAt(after, path);
  if (old == nullptr || now == nullptr) return false;
  *old = Outline();
  *now = Outline();
  return saysTheSame(before, after, Dialect::Cobalt);
}

/// Why the edit is not to be made, if so.
std::optional<Refusal> objection(const FrontMatterDocument& document, const TextEdit& edit,
                                 const Path& path) {
  const std::string file = applyEdits(document.file(), {&edit, 1});
  const FrontMatterDocument after(file);
  if (after.problem()) return after.problem();
  Refusal doubt = refusal("verify", {}, document.yaml());
  const std::string_view body = std::string_view(document.file()).substr(document.bodyOffset());
  if (std::string_view(file).substr(after.bodyOffset()) != body) return doubt;
  const auto yamlOf = [](const FrontMatterDocument& of) {
    return std::string_view(of.file()).substr(of.yaml().begin, of.yaml().size());
  };
  const Tree old = yaml::readTree(yamlOf(document));
  const Tree now = yaml::readTree(yamlOf(after));
  if (!isOnlyThere(yaml::outlineOf(old), yaml::outlineOf(now), path)) return doubt;
  const auto oldAgain = yaml::readOutlineAgain(yamlOf(document));
  if (!oldAgain) return std::nullopt; // yaml-cpp is only asked about texts that it could read before
  const auto nowAgain = yaml::readOutlineAgain(yamlOf(after));
  return nowAgain && isOnlyThere(*oldAgain, *nowAgain, path) ? std::nullopt : std::optional(std::move(doubt));
}

} // namespace

std::string rawText(const FrontMatterDocument& document, const Path& path) {
  const std::string_view yaml =
      std::string_view(document.file()).substr(document.yaml().begin, document.yaml().size());
  const std::optional<Place> place = placeOf(yaml, path);
  if (!place) return {};
  std::vector<std::string> lines = linesOf(yaml.substr(place->span.begin, place->span.size()));
  for (std::size_t i = 1; i < lines.size(); ++i)
    lines[i].erase(0, std::min(place->indent, lines[i].size()));
  return joined(lines, "\n", 0);
}

EditResult setRaw(const FrontMatterDocument& document, const Path& path, std::string_view yaml) {
  if (document.problem()) return {{}, document.problem()};
  const std::size_t offset = document.yaml().begin;
  const std::string_view text = std::string_view(document.file()).substr(offset, document.yaml().size());
  const std::optional<Place> place = placeOf(text, path);
  if (!place) return {{}, refusal("no-such-key", {}, document.yaml())};
  if (yaml == rawText(document, path)) return {};
  const Layout layout(text);
  const std::string lineBreak = layout.lineBreak(place->span.begin);
  const std::vector<std::string> lines = linesOf(yaml);
  const bool needsBlank = place->span.begin > 0 && text[place->span.begin - 1] == ':';
  TextEdit edit{offset + place->span.begin, place->span.size(),
                (needsBlank ? " " : "") + joined(lines, lineBreak, place->indent)};
  const std::optional<Refusal> refused = objection(document, edit, path);
  if (!refused) return {{edit}, {}};
  if (lines.size() == 1 || place->isFirstOnLine) return {{}, refused};
  const std::size_t begin = layout.skipBlanksBack(place->span.begin); // a block goes below its key
  std::vector<std::string> below = lines;
  below.insert(below.begin(), std::string());
  edit = {offset + begin, place->span.end - begin, joined(below, lineBreak, place->indent)};
  if (objection(document, edit, path)) return {{}, refused};
  return {{edit}, {}};
}

} // namespace postwright::front_matter

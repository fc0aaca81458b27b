// Finds the smallest edits of a YAML text for one change, in the style found there.
// The one rule: a plan touches the lines of the change and no other; whether it does what was asked is for
// the check that follows it to say. Source: the edit design's tables for writing, inserting and removing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/front_matter/change.h"
#include "app/front_matter/edit_types.h"
#include "app/front_matter/layout.h"
#include "app/front_matter/scalar_writer.h"
#include "app/yaml/tree.h"

namespace postwright::front_matter {

/// What to do about keys of a path that are not there.
enum class Missing : std::uint8_t { Make, Refuse };

/// Edits of the text, ascending; or why not; neither means there is nothing to do. `change` is what the edits
/// are to say, its literal spelled as it is written.
struct Plan {
  std::vector<TextEdit> edits;
  std::optional<Refusal> refusal;
  Change change;
};

/// Plans against one text; the tree is its reading and has no problem.
class Planner {
 public:
  Planner(const yaml::Tree& tree, const Layout& layout, Dialect dialect)
      : m_tree(tree), m_layout(layout), m_dialect(dialect) {}

  Plan set(const Path& path, const Scalar& value, Missing missing) const;
  Plan insert(const Path& map, std::string_view key, const Scalar& value, Missing missing) const;
  Plan append(const Path& list, const Scalar& value, Missing missing) const;
  Plan remove(const Path& path) const;

  /// How far `path` leads, or why nothing on it can be changed.
  struct Found {
    std::size_t node = 0;  ///< the last node reached
    std::size_t depth = 0; ///< steps taken
    std::optional<Refusal> refusal;
  };
  Found find(const Path& path) const;
  /// Why the value of this node cannot be replaced, if so.
  std::optional<Refusal> readOnlyReason(const yaml::TreeNode& node) const;

 private:
  using Node = yaml::TreeNode;

  /// What a new entry says: keys from the outside in, then a value, perhaps as the first item of a list.
  struct Payload {
    std::vector<std::string> keys;
    Scalar value;
    bool asList = false;
    yaml::Style valueStyle = yaml::Style::Plain;
    yaml::Style keyStyle = yaml::Style::Plain;
    std::string colonGap = " ";
  };
  struct Entry {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  const Node& nodeAt(std::size_t index) const { return m_tree.nodes[index]; }
  std::string_view text() const { return m_layout.text(); }
  Refusal refuse(std::string_view code, const Node& node, const Path& path = {}) const;
  Found step(const Node& node, const Step& step, const Path& path) const;
  std::optional<Refusal> collectionReason(const Node& node) const;
  bool isNull(const Node& node) const;
  bool inFlow(const Node& node) const;
  bool isExplicitKey(const Node& key) const;

  Plan replace(const Node& node, const Scalar& value, const Path& path) const;
  bool needsTime(const Found& found, const Path& path) const;
  bool isEqual(const Node& node, const Scalar& value) const;
  Scalar spelled(const Node& node, const Scalar& value) const;
  std::string written(const Node& node, const Scalar& value) const;
  Plan place(const Node& node, const std::string& value) const;
  Plan placeEmpty(const Node& node, const std::string& value) const;
  Plan clear(const Node& node) const;

  Plan add(const Found& found, Payload payload) const;
  Plan addToEmptyText(const Payload& payload) const;
  Plan addToBlockMap(const Node& map, const Payload& payload) const;
  Plan addToNull(const Node& node, const Payload& payload) const;
  Plan addToBlockList(const Node& list, const Payload& payload) const;
  Plan addToFlow(const Node& collection, const Payload& payload) const;
  Plan addToEmptyFlow(const Node& collection, const Payload& payload) const;
  Plan addFlowLine(const Node& collection, const Entry& last, const std::string& entry) const;
  std::string flowGap(const Node& collection) const;
  void followSiblings(const Node& collection, Payload& payload) const;
  std::string blockText(const Payload& payload, std::size_t column) const;
  std::string flowText(const Payload& payload, bool inFlow) const;
  std::string valueText(const Payload& payload, bool isFlow, std::size_t blockIndent) const;
  std::string keyText(const Payload& payload, std::size_t index, bool isFlow) const;

  Plan removeFromBlock(const Node& parent, std::size_t index) const;
  Plan removeLast(const Node& parent) const;
  Plan removeFromFlow(const Node& parent, std::size_t index) const;
  std::optional<Refusal> removalReason(const Node& node, const Path& path) const;

  std::size_t entryCount(const Node& parent) const;
  Entry entryAt(const Node& parent, std::size_t index) const;
  std::size_t dashOf(const Node& list, std::size_t index) const;
  std::size_t ownerColumn(const Node& node) const;
  std::size_t indentStep() const;
  std::optional<std::size_t> listOffset() const;

  const yaml::Tree& m_tree;
  const Layout& m_layout;
  Dialect m_dialect;
};

} // namespace postwright::front_matter

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
  EditOperation change;
};

/// Plans against one text; the tree is its reading and has no problem.
class Planner {
 public:
  Planner(const yaml::Tree& tree, const Layout& layout, Dialect dialect)
      : m_tree(tree), m_layout(layout), m_dialect(dialect) {}

  Plan set(const Path& path, const Content& value, Missing missing) const;
  Plan insert(const Path& map, std::string_view key, const Content& value, Missing missing) const;
  Plan append(const Path& list, const Content& value, Missing missing) const;
  Plan insertItem(const Path& list, std::size_t index, const Content& value) const;
  Plan remove(const Path& path) const;
  Plan removeTwin(const Path& path, std::size_t index) const;
  Plan rename(const Path& path, std::string_view key) const;
  Plan move(const Path& path, std::size_t index) const;
  Plan moveInto(const Path& path, const Path& target) const;

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

  /// What is written: a map with the new entries, or the new item of a list; and how its scalars look.
  struct Payload {
    Content content;
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

  bool isValid(const Content& content) const;
  static std::optional<Content> entryBelow(const Path& path, std::size_t depth, Content value);
  Plan replace(const Node& node, const Content& value, const Path& path) const;
  Plan replaceScalar(const Node& node, const Scalar& value, const Path& path) const;
  Plan replaceByBlock(const Node& node, const Payload& payload) const;
  Plan replaceLines(const Node& node, const std::string& text) const;
  std::optional<Refusal> replacementReason(const Node& node, const Path& path) const;
  bool needsTime(const Found& found, const Path& path) const;
  bool isEqual(const Node& node, const Content& value) const;
  bool isEqualScalar(const Node& node, const Scalar& value) const;
  Scalar spelled(const Node& node, const Scalar& value) const;
  std::string written(const Node& node, const Scalar& value) const;
  Plan place(const Node& node, const std::string& value) const;
  Plan placeEmpty(const Node& node, const std::string& value) const;
  Plan clear(const Node& node) const;
  std::optional<std::size_t> behindIndicator(const Node& node) const;

  Plan add(const Found& found, Payload payload) const;
  Plan addToEmptyText(const Payload& payload) const;
  Plan addToBlockMap(const Node& map, const Payload& payload) const;
  Plan addToNull(const Node& node, const Payload& payload) const;
  Plan addToBlockList(const Node& list, const Payload& payload) const;
  Plan addToFlow(const Node& collection, const Payload& payload) const;
  Plan addToEmptyFlow(const Node& collection, const Payload& payload) const;
  Plan addFlowLine(const Node& collection, const Entry& last, const std::string& entry) const;
  Plan addBefore(const Node& list, std::size_t index, const Payload& payload) const;
  std::string flowGap(const Node& collection) const;
  std::string dashGap(const Node& list, std::size_t index) const;

  // How a payload is written; see planner_content.cpp.
  void followSiblings(const Node& collection, Payload& payload) const;
  bool mayBeBlock(const std::string& value) const;
  std::string scalarText(const Payload& style, const Scalar& scalar, bool isFlow, std::size_t indent) const;
  std::string keyText(const Payload& style, const std::string& key, bool isFlow) const;
  std::string flowValue(const Payload& style, const Content& value) const;
  std::string flowEntry(const Payload& payload, const Node& parent) const;
  bool isWrittenInFlow(const Content& content) const;
  std::string behindColon(const Payload& style, const Content& value, std::size_t column) const;
  std::string behindDash(const Payload& style, const Content& value, std::size_t column) const;
  std::string blockEntries(const Payload& style, const Content& map, std::size_t column) const;
  std::string blockItems(const Payload& style, const Content& list, std::size_t column) const;
  std::string blockText(const Payload& payload, std::size_t column) const;

  Plan removeEntry(const Node& parent, std::size_t index, const Path& path) const;
  Plan removeFromBlock(const Node& parent, std::size_t index) const;
  Plan removeLast(const Node& parent) const;
  Plan removeFromFlow(const Node& parent, std::size_t index) const;
  std::optional<Refusal> removalReason(const Node& node, const Path& path) const;

  // Entries with the comments that belong to them; see planner_move.cpp.
  Plan moveInBlock(const Node& parent, std::size_t from, std::size_t to) const;
  Plan moveInFlow(const Node& parent, std::size_t from, std::size_t to) const;
  std::optional<Entry> chunkAt(const Node& parent, std::size_t index) const;
  std::string shifted(const Entry& chunk, std::size_t from, std::size_t to) const;
  Plan wrap(const Node& parent, std::size_t index, const std::string& key) const;
  Plan moveLinesInto(const Node& parent, std::size_t index, const Found& target, const Path& path) const;
  Plan moveAsContent(const Found& source, const Found& target, const Path& path) const;
  std::optional<Content> contentOf(const Node& node) const;
  std::optional<Refusal> referenceReason(const Node& node) const;
  std::size_t indexOf(const Node& node) const;

  std::size_t entryCount(const Node& parent) const;
  Entry entryAt(const Node& parent, std::size_t index) const;
  std::size_t dashOf(const Node& list, std::size_t index) const;
  std::size_t ownerColumn(const Node& node) const;
  std::size_t columnOf(const Node& collection) const;
  std::size_t indentStep() const;
  std::optional<std::size_t> listOffset() const;

  const yaml::Tree& m_tree;
  const Layout& m_layout;
  Dialect m_dialect;
};

} // namespace postwright::front_matter

// The nodes of one YAML document with the bytes each stands on: what lossless edits are planned from.
// The one rule: a span covers exactly the value's own text (no blank lines, comments or properties around
// it), and an alias is a leaf. Source: libyaml's marks, corrected where they run past the value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/text.h"
#include "app/yaml/events.h"

namespace postwright::yaml {

enum class TreeKind : std::uint8_t { Scalar, List, Map, Alias };

struct TreeNode {
  TreeKind kind = TreeKind::Scalar;
  Style style = Style::Plain;
  std::string text;                  ///< of a scalar, decoded; of an alias, the anchor's name
  std::string tag;                   ///< resolved, empty when none is written
  std::string anchor;                ///< empty when none
  std::size_t start = 0;             ///< byte of the first property or of the value
  std::size_t propertiesEnd = 0;     ///< behind the last property; `start` when there is none
  Span span;                         ///< bytes of the value; empty when nothing is written
  std::uint32_t column = 0;          ///< of `start`, 0-based, in code points
  std::uint32_t line = 0;            ///< of `start`, 0-based, as libyaml counts lines
  std::size_t parent = 0;            ///< the root is its own parent
  std::vector<std::size_t> children; ///< of a list: items; of a map: key, value, key, value, …
  std::size_t aliasCount = 0;        ///< how many aliases refer to this node's anchor

  bool isScalar() const { return kind == TreeKind::Scalar; }
  bool isFlow() const { return style == Style::Flow; }
};

/// `nodes` in the order of the text; empty for an empty document or when there is an error.
struct Tree {
  std::vector<TreeNode> nodes;
  std::optional<SyntaxError> error;
  bool moreDocuments = false;
  std::optional<std::size_t> recursiveAlias; ///< a node inside the very node it refers to

  bool empty() const { return nodes.empty(); }
  const TreeNode& root() const { return nodes.front(); }
};

/// Reads `text`. Never throws.
Tree readTree(std::string_view text, const Limits& limits = {});

} // namespace postwright::yaml

// What a YAML document says, without places: the form in which two readings are compared. It can be made by
// libyaml and, as a second opinion, by yaml-cpp. The one rule: an alias is a leaf, so an outline is a tree as
// deep as the text's own nesting. Source: the events of both parsers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/yaml/tree.h"

namespace postwright::yaml {

struct Outline {
  TreeKind kind = TreeKind::Scalar;
  bool plain = true; ///< of a scalar: neither quoted nor a block
  std::string text;  ///< of a scalar, decoded; of an alias, the anchor's name
  std::string tag;   ///< empty when none is written
  std::string anchor;
  std::vector<Outline> children; ///< as in TreeNode
};

/// The outline of a tree; an empty document is an empty map.
Outline outlineOf(const Tree& tree);

/// yaml-cpp's reading of the first document, or nothing when it cannot read the text or a limit is passed.
/// Anchors and aliases have no names in it. Never throws.
std::optional<Outline> readOutlineAgain(std::string_view text, const Limits& limits = {});

} // namespace postwright::yaml

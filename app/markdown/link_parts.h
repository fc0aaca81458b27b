// The parts of links and of their definitions: labels, destinations. The one rule: the white space of a label
// is collapsed, its escapes stay; case is the map's business. Source: CommonMark 0.31 as pulldown-cmark 0.13
// reads it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/markdown/text_block.h"

namespace postwright::markdown {

struct LinkLabel {
  std::size_t end = 0; ///< behind the `]`
  std::string label;
};

/// The label whose first byte stands at `pos`, behind the `[`. Without `linesOf` it ends on its line.
std::optional<LinkLabel> linkLabelAt(std::string_view text, std::size_t pos, const TextBlock* linesOf,
                                     bool isTableCell);

/// A footnote's definition: `[^label]:` at `pos`. `end` is behind the colon.
std::optional<LinkLabel> footnoteDefinitionAt(std::string_view text, std::size_t pos);

/// `label` without case: labels that differ in nothing else fold to the same bytes.
std::string foldedLabel(std::string_view label);

struct LinkDestination {
  std::size_t end = 0;
  std::string_view raw; ///< escapes are not resolved
};

/// The destination at `pos`, in angle brackets or bare; a bare one may be empty.
std::optional<LinkDestination> linkDestinationAt(std::string_view text, std::size_t pos);

} // namespace postwright::markdown

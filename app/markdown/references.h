// Link reference definitions: reading those at a paragraph's start, and the table of a document's.
// The one rule: the first definition of a label wins; case does not matter. Source: CommonMark 0.31, 4.7.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/markdown/text_block.h"

namespace postwright::markdown {

struct Reference {
  std::string url;
  std::string title; ///< empty: none
};

class References {
 public:
  void add(std::string_view label, Reference&& reference);
  /// Null when there is no such label. Valid until the next `add`.
  const Reference* find(std::string_view label) const;
  bool isEmpty() const { return m_byLabel.empty(); }

 private:
  std::unordered_map<std::string, Reference> m_byLabel;
};

/// Reads the definitions that `paragraph` starts with into `references`, which may be null. Returns how many
/// of its lines they take.
std::size_t readReferences(const TextBlock& paragraph, References* references);

} // namespace postwright::markdown

// A tag or block: its name and the function that reads its arguments and content.
// The one rule: to add a tag, write its function in tags/ and name it in its family's table.
// Source: the tags and blocks that Cobalt 0.20.4 registers.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/liquid/parser.h"

namespace postwright::liquid {

/// What a tag is read from.
struct TagSource {
  Parser& parser;
  TagArguments arguments;
  Block block;        ///< of a block; unused by plain tags
  std::size_t offset; ///< byte of the text where the tag starts
};

using TagFunction = Outcome<NodePointer> (*)(TagSource& source);

struct TagEntry {
  std::string_view name;
  std::string_view endName; ///< empty: not a block
  TagFunction parse;
};

/// Null when there is no such tag.
const TagEntry* findTag(std::string_view name);
/// Of the plain tags, or of the blocks; sorted.
std::vector<std::string> tagNames(bool blocks);

/// The families; each file of tags/ has one.
std::span<const TagEntry> conditionTags();
std::span<const TagEntry> includeTags();
std::span<const TagEntry> loopTags();
std::span<const TagEntry> textTags();
std::span<const TagEntry> variableTags();

} // namespace postwright::liquid

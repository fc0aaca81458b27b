#include "app/liquid/tag.h"

#include <algorithm>
#include <array>

namespace postwright::liquid {
namespace {

std::array<std::span<const TagEntry>, 5> families() {
  return {conditionTags(), includeTags(), loopTags(), textTags(), variableTags()};
}

} // namespace

const TagEntry* findTag(std::string_view name) {
  for (const auto family : families()) {
    for (const TagEntry& entry : family) {
      if (entry.name == name) return &entry;
    }
  }
  return nullptr;
}

std::vector<std::string> tagNames(bool blocks) {
  std::vector<std::string> names;
  for (const auto family : families()) {
    for (const TagEntry& entry : family) {
      if (entry.endName.empty() != blocks) names.emplace_back(entry.name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace postwright::liquid

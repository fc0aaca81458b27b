#include "app/export/export.h"
#include "app/front_matter/split.h"

namespace postwright::exporting {

std::string markdownSource(const std::string& fileText, bool withFrontMatter) {
  if (withFrontMatter) return fileText;
  const front_matter::Split split = front_matter::split(fileText);
  return fileText.substr(split.contentBytes.begin, split.contentBytes.size());
}

} // namespace postwright::exporting

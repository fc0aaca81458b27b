#include "app/generators/cobalt/output_index.h"

#include <algorithm>

#include "app/site/paths.h"

namespace postwright::generators::cobalt {

const Entry* writtenEntry(const Config& config, const SourceDocument& document) {
  const EntryPointer& entry = document.entries[config.includeDrafts ? 1 : 0];
  if (entry == nullptr || entry->document.problem) return nullptr;
  return entry->document.fields.isDraft && !config.includeDrafts ? nullptr : entry.get();
}

void OutputIndex::fill() const {
  for (const SourceDocument& document : m_base->documents) {
    const Entry* entry = writtenEntry(m_base->settings.config, document);
    if (entry != nullptr) m_writers[entry->document.outputPath].push_back(&document);
  }
}

const std::vector<const SourceDocument*>& OutputIndex::writersOf(std::string_view outputPath) const {
  static const std::vector<const SourceDocument*> none;
  std::call_once(m_once, [this] { fill(); });
  const auto found = m_writers.find(outputPath);
  return found == m_writers.end() ? none : found->second;
}

std::vector<const SourceDocument*> otherWriters(const Parts& parts, std::string_view path,
                                                std::string_view outputPath) {
  std::vector<const SourceDocument*> writers;
  for (const SourceDocument* document : parts.outputs->writersOf(outputPath))
    if (document->path != path && !parts.unsaved.contains(document->path)) writers.push_back(document);
  for (const auto& [name, document] : parts.unsaved) {
    const Entry* entry = writtenEntry(parts.base->settings.config, document);
    if (name != path && entry != nullptr && entry->document.outputPath == outputPath)
      writers.push_back(&document);
  }
  std::ranges::sort(writers, site::walkedBefore, &SourceDocument::path);
  return writers;
}

} // namespace postwright::generators::cobalt

#include "app/generators/cobalt/base.h"

#include <algorithm>

#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

bool isBefore(const SourceDocument* a, const SourceDocument* b) {
  return site::walkedBefore(a->path, b->path);
}

} // namespace

const SourceDocument* Base::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(documents, path, site::walkedBefore, &SourceDocument::path);
  return found != documents.end() && found->path == path ? &*found : nullptr;
}

Result<std::shared_ptr<const highlight::Highlighter>> HighlighterSlot::get() const {
  std::call_once(m_once, [this] { m_made = highlight::Highlighter::create(m_settings); });
  return m_made;
}

const SourceDocument* Parts::find(std::string_view path) const {
  const auto found = unsaved.find(path);
  return found != unsaved.end() ? &found->second : base->find(path);
}

std::vector<const SourceDocument*> Parts::documents() const {
  std::vector<const SourceDocument*> all;
  all.reserve(base->documents.size() + unsaved.size());
  for (const SourceDocument& document : base->documents) {
    if (!unsaved.contains(document.path)) all.push_back(&document);
  }
  const auto loaded = static_cast<std::ptrdiff_t>(all.size());
  for (const auto& [path, document] : unsaved)
    all.push_back(&document);
  // Sorting them all would take longer than whatever is asked of them.
  std::sort(all.begin() + loaded, all.end(), isBefore);
  std::inplace_merge(all.begin(), all.begin() + loaded, all.end(), isBefore);
  return all;
}

site::DocumentPointer documentOf(const EntryPointer& entry) {
  if (entry == nullptr) return nullptr;
  return {entry, &entry->document};
}

} // namespace postwright::generators::cobalt

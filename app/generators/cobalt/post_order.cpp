#include "app/generators/cobalt/post_order.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

/// Newest first; posts of the drafts folder follow the others of the same instant.
bool isNewer(const site::Document& a, const site::Document& b) {
  const DateTime first = a.fields.publishedDate.value_or(DateTime());
  const DateTime second = b.fields.publishedDate.value_or(DateTime());
  if (!first.sameInstant(second)) return second.before(first);
  if (a.inDraftsFolder != b.inDraftsFolder) return b.inDraftsFolder;
  return site::walkedBefore(a.path, b.path);
}

} // namespace

bool PostBefore::operator()(const EntryPointer& a, const EntryPointer& b) const {
  return ascending ? isNewer(b->document, a->document) : isNewer(a->document, b->document);
}

void sortPosts(std::vector<EntryPointer>& posts, PostBefore before) {
  struct Key {
    DateTime date;
    bool inDraftsFolder;
    std::size_t index;
  };
  std::vector<Key> keys;
  keys.reserve(posts.size());
  for (const EntryPointer& post : posts) {
    const site::Document& document = post->document;
    keys.push_back(
        {document.fields.publishedDate.value_or(DateTime()), document.inDraftsFolder, keys.size()});
  }
  std::ranges::sort(keys, [](const Key& a, const Key& b) {
    if (!a.date.sameInstant(b.date)) return b.date.before(a.date);
    return std::tie(a.inDraftsFolder, a.index) < std::tie(b.inDraftsFolder, b.index);
  });
  if (before.ascending) std::ranges::reverse(keys);
  std::vector<EntryPointer> sorted;
  sorted.reserve(posts.size());
  for (const Key& key : keys)
    sorted.push_back(std::move(posts[key.index]));
  posts = std::move(sorted);
}

PostOrder::PostOrder(std::span<const EntryPointer> loaded, std::vector<EntryPointer> added,
                     std::vector<std::string_view> replaced, PostBefore before)
    : m_loaded(loaded), m_added(std::move(added)), m_replaced(std::move(replaced)), m_before(before) {
  std::ranges::sort(m_added, m_before);
  std::ranges::sort(m_replaced);
}

bool PostOrder::isReplaced(const EntryPointer& entry) const {
  return std::ranges::binary_search(m_replaced, std::string_view(entry->document.path));
}

std::vector<EntryPointer> PostOrder::all() const {
  std::vector<EntryPointer> kept;
  kept.reserve(m_loaded.size() + m_added.size());
  std::ranges::copy_if(m_loaded, std::back_inserter(kept),
                       [this](const EntryPointer& entry) { return !isReplaced(entry); });
  if (m_added.empty()) return kept;
  std::vector<EntryPointer> merged;
  merged.reserve(kept.size() + m_added.size());
  std::ranges::merge(kept, m_added, std::back_inserter(merged), m_before);
  return merged;
}

EntryPointer PostOrder::after(const EntryPointer& entry) const {
  auto loaded = std::ranges::upper_bound(m_loaded, entry, m_before);
  while (loaded != m_loaded.end() && isReplaced(*loaded))
    ++loaded;
  const auto added = std::ranges::upper_bound(m_added, entry, m_before);
  if (loaded == m_loaded.end()) return added == m_added.end() ? nullptr : *added;
  return added != m_added.end() && m_before(*added, *loaded) ? *added : *loaded;
}

EntryPointer PostOrder::before(const EntryPointer& entry) const {
  auto loaded = std::ranges::lower_bound(m_loaded, entry, m_before);
  while (loaded != m_loaded.begin() && isReplaced(*(loaded - 1)))
    --loaded;
  const auto added = std::ranges::lower_bound(m_added, entry, m_before);
  if (loaded == m_loaded.begin()) return added == m_added.begin() ? nullptr : *(added - 1);
  return added != m_added.begin() && m_before(*(loaded - 1), *(added - 1)) ? *(added - 1) : *(loaded - 1);
}

} // namespace postwright::generators::cobalt

#include "app/highlight/cache.h"

namespace postwright::highlight {
namespace {

std::string keyOf(std::string_view code, std::optional<std::string_view> language) {
  std::string key = language ? std::to_string(language->size()) + ":" : "-";
  if (language) key += *language;
  return key += code;
}

} // namespace

std::optional<std::string> Cache::find(std::string_view code, std::optional<std::string_view> language) {
  const std::string key = keyOf(code, language);
  const std::lock_guard lock(m_mutex);
  const auto found = m_byKey.find(key);
  if (found == m_byKey.end()) return std::nullopt;
  m_entries.splice(m_entries.begin(), m_entries, found->second);
  return found->second->html;
}

void Cache::keep(std::string_view code, std::optional<std::string_view> language, const std::string& html) {
  std::string key = keyOf(code, language);
  if (key.size() + html.size() > kCapacity / 4) return;
  const std::lock_guard lock(m_mutex);
  if (m_byKey.contains(key)) return;
  m_bytes += key.size() + html.size();
  m_entries.push_front({std::move(key), html});
  m_byKey.emplace(m_entries.front().key, m_entries.begin());
  while (m_bytes > kCapacity)
    dropOldest();
}

void Cache::dropOldest() {
  const Entry& oldest = m_entries.back();
  m_bytes -= oldest.key.size() + oldest.html.size();
  m_byKey.erase(oldest.key);
  m_entries.pop_back();
}

} // namespace postwright::highlight

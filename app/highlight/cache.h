// What was coloured before, by code and language, so that an unchanged block costs nothing.
// The one rule: it holds at most `kCapacity` bytes; the longest unused blocks go first.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace postwright::highlight {

/// Safe to use from several threads.
class Cache {
 public:
  static constexpr std::size_t kCapacity = 16 << 20;

  /// The HTML kept for this code in this language, or nothing.
  std::optional<std::string> find(std::string_view code, std::optional<std::string_view> language);
  /// Keeps `html`, unless it alone is beyond a quarter of the capacity.
  void keep(std::string_view code, std::optional<std::string_view> language, const std::string& html);

 private:
  struct Entry {
    std::string key;
    std::string html;
  };
  using Entries = std::list<Entry>;

  void dropOldest();

  std::mutex m_mutex;
  Entries m_entries; ///< latest used first
  std::unordered_map<std::string_view, Entries::iterator> m_byKey;
  std::size_t m_bytes = 0;
};

} // namespace postwright::highlight

#include "app/site/walk.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include "app/base/text.h"
#include "app/site/paths.h"

namespace postwright::site {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string name;
  bool isFolder = false;
};

class Walk {
 public:
  Walk(const std::string& folder, std::span<const IgnoreRules> lists, std::stop_token stop)
      : m_folder(folder), m_lists(lists), m_stop(std::move(stop)) {}

  std::vector<WalkedFile> run() {
    visit({}, std::vector<bool>(m_lists.size(), true));
    return std::move(m_found);
  }

 private:
  std::vector<Entry> entriesOf(const std::string& relative) const {
    std::vector<Entry> entries;
    std::error_code error;
    for (fs::directory_iterator next(joined(m_folder, relative), error), end; !error && next != end;
         next.increment(error)) {
      // In this order the folder's own listing mostly answers, without a look at each file.
      if (next->is_symlink(error) || error) continue;
      const bool isFolder = next->is_directory(error);
      if (error || (!isFolder && !next->is_regular_file(error))) continue;
      entries.push_back({next->path().filename().string(), isFolder});
    }
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
  }

  /// Which of the lists let `path` be seen, of those that have come as far as its folder.
  std::vector<bool> seenBy(const std::string& path, bool isFolder, std::vector<bool> isSeen) const {
    for (std::size_t i = 0; i < m_lists.size(); ++i)
      isSeen[i] = isSeen[i] && !m_lists[i].ignores(path, isFolder);
    return isSeen;
  }

  void visit(const std::string& relative, const std::vector<bool>& isEntered) {
    for (const Entry& entry : entriesOf(relative)) {
      if (m_stop.stop_requested()) return;
      if (firstInvalidUtf8(entry.name)) continue;
      std::string path = joined(relative, entry.name);
      std::vector<bool> isSeen = seenBy(path, entry.isFolder, isEntered);
      if (std::ranges::none_of(isSeen, std::identity())) continue;
      if (entry.isFolder) {
        visit(path, isSeen);
      } else {
        m_found.push_back({std::move(path), std::move(isSeen)});
      }
    }
  }

  const std::string& m_folder;
  std::span<const IgnoreRules> m_lists;
  std::stop_token m_stop;
  std::vector<WalkedFile> m_found;
};

} // namespace

std::vector<WalkedFile> walkFor(const std::string& folder, std::span<const IgnoreRules> lists,
                                std::stop_token stop) {
  return Walk(folder, lists, std::move(stop)).run();
}

std::vector<std::string> walk(const std::string& folder, const IgnoreRules& rules, std::stop_token stop) {
  std::vector<std::string> paths;
  for (WalkedFile& file : walkFor(folder, std::span(&rules, 1), std::move(stop)))
    paths.push_back(std::move(file.path));
  return paths;
}

} // namespace postwright::site

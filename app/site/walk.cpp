#include "app/site/walk.h"

#include <algorithm>
#include <filesystem>

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
  Walk(const std::string& folder, const IgnoreRules& rules, std::stop_token stop)
      : m_folder(folder), m_rules(rules), m_stop(std::move(stop)) {}

  std::vector<std::string> run() {
    visit({});
    return std::move(m_found);
  }

 private:
  std::vector<Entry> entriesOf(const std::string& relative) const {
    std::vector<Entry> entries;
    std::error_code error;
    for (fs::directory_iterator next(joined(m_folder, relative), error), end; !error && next != end;
         next.increment(error)) {
      const fs::file_type type = next->symlink_status(error).type();
      if (error || (type != fs::file_type::regular && type != fs::file_type::directory)) {
        error.clear();
        continue;
      }
      entries.push_back({next->path().filename().string(), type == fs::file_type::directory});
    }
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
  }

  void visit(const std::string& relative) {
    for (const Entry& entry : entriesOf(relative)) {
      if (m_stop.stop_requested()) return;
      if (firstInvalidUtf8(entry.name)) continue;
      const std::string path = joined(relative, entry.name);
      if (m_rules.ignores(path, entry.isFolder)) continue;
      if (entry.isFolder) {
        visit(path);
      } else {
        m_found.push_back(path);
      }
    }
  }

  const std::string& m_folder;
  const IgnoreRules& m_rules;
  std::stop_token m_stop;
  std::vector<std::string> m_found;
};

} // namespace

std::vector<std::string> walk(const std::string& folder, const IgnoreRules& rules, std::stop_token stop) {
  return Walk(folder, rules, std::move(stop)).run();
}

} // namespace postwright::site

#include "app/site/stamps.h"

#include <sys/stat.h>

#include "app/site/paths.h"
#include "app/site/walk.h"

namespace postwright::site {

Stamp stampOf(const std::string& file) {
  struct stat status{};
  if (::lstat(file.c_str(), &status) != 0) return {};
  constexpr std::int64_t kNsPerSecond = 1'000'000'000;
  return {static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec * kNsPerSecond + status.st_mtim.tv_nsec, status.st_ino};
}

Stamps stampsBelow(const std::string& folder, const std::string& leftOut, std::stop_token stop) {
  IgnoreRules rules;
  for (const std::string& line : {std::string(".*"), leftOut.empty() ? std::string() : "/" + leftOut})
    (void)rules.add(line); // neither can be a broken pattern but for a folder that is named like one
  Stamps stamps;
  for (const std::string& path : walk(folder, rules, std::move(stop)))
    stamps.emplace(path, stampOf(joined(folder, path)));
  return stamps;
}

std::vector<std::string> differences(const Stamps& before, const Stamps& after) {
  std::vector<std::string> paths;
  auto old = before.begin();
  auto now = after.begin();
  while (old != before.end() || now != after.end()) {
    if (now == after.end() || (old != before.end() && old->first < now->first)) {
      paths.push_back((old++)->first);
    } else if (old == before.end() || now->first < old->first) {
      paths.push_back((now++)->first);
    } else {
      if (old->second != now->second) paths.push_back(now->first);
      ++old;
      ++now;
    }
  }
  return paths;
}

} // namespace postwright::site

// When the files of a site were changed last, so that two looks at them tell which are others now.
// The one rule: no file is read for it. Symbolic links, hidden names and what is built are left out.
#pragma once

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace postwright::site {

struct Stamp {
  std::uint64_t size = 0;
  std::int64_t modifiedNs = 0;
  std::uint64_t inode = 0;

  bool operator==(const Stamp&) const = default;
};

/// By path relative to the folder.
using Stamps = std::map<std::string, Stamp, std::less<>>;

/// Every file below `folder` but those below `leftOut` (relative, may be empty). Cut short when stopped.
Stamps stampsBelow(const std::string& folder, const std::string& leftOut, std::stop_token stop = {});

/// Of one file; all zero when there is none.
Stamp stampOf(const std::string& file);

/// The paths that only one of the two has, or whose stamps differ; sorted.
std::vector<std::string> differences(const Stamps& before, const Stamps& after);

} // namespace postwright::site

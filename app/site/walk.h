// The regular files below a folder, as an ignore list lets them be seen.
// The one rule: no symbolic link is followed or returned, so nothing outside the folder is ever met.
// Source: Cobalt 0.20.4's walk (depth first, each folder sorted by the bytes of its names).
#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "app/site/ignore_rules.h"

namespace postwright::site {

struct WalkedFile {
  std::string path;
  std::vector<bool> isSeen; ///< by each of the ignore lists
};

/// As `walk` below, with several ignore lists at once: the files that any of them lets be seen.
std::vector<WalkedFile> walkFor(const std::string& folder, std::span<const IgnoreRules> lists,
                                std::stop_token stop = {});

/// Paths relative to `folder`, '/'-separated, in walking order. What cannot be read, or is not UTF-8, is left
/// out; a missing folder is empty. Cut short when stopped.
std::vector<std::string> walk(const std::string& folder, const IgnoreRules& rules, std::stop_token stop = {});

} // namespace postwright::site

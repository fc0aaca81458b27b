// What the configuration decides about every file of a site: where it belongs, what its defaults are.
// The one rule: immutable once made; shared by every snapshot of the site. Source: spec 1.3-1.5.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/generators/cobalt/config.h"
#include "app/site/ignore_rules.h"
#include "app/site/permalink.h"

namespace postwright::generators::cobalt {

enum class Role : std::uint8_t { Asset, Post, Draft, Page };

struct Settings {
  Config config;
  std::string root;       ///< absolute folder of the configuration
  std::string source;     ///< absolute
  std::string configFile; ///< absolute; empty: none
  PartialFields postDefaults;
  PartialFields draftDefaults; ///< of a post in the drafts folder
  PartialFields pageDefaults;
  site::Permalinks permalinks;
};

/// Fills in the defaults of each kind of document and the source folder; `root` and `configFile` are kept.
void applyConfig(Settings& settings, Config config);

/// The ignore list of a build with or without drafts. Errors: ConfigInvalid for a line that is no glob.
Result<site::IgnoreRules> ignoreRules(const Config& config, bool drafts);

/// What the file at `path` is in a build with or without drafts; ignore rules are not asked.
Role roleOf(const Config& config, std::string_view path, bool drafts);

/// `path`, a draft's as if it lay in the posts folder.
std::string sitePathOf(const Config& config, std::string_view path, Role role);

} // namespace postwright::generators::cobalt

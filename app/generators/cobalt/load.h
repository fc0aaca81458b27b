// Opens a Cobalt site (0.20.4): `_cobalt.yml`, posts, pages, layouts, includes, data.
// The one rule: nothing outside the source folder is ever read. Source: spec 1-3.
#pragma once

#include <string>

#include "app/site/site.h"

namespace postwright::generators::cobalt {

struct LoadOptions {
  std::string configFile; ///< empty: `_cobalt.yml` in the folder
  bool takesAnyFolder =
      false; ///< a folder without configuration and documents is an empty site, as for Cobalt
  bool isBuiltElsewhere = false; ///< the output folder is named by hand: the configured one is a folder like
                                 ///< any other, as for Cobalt
};

/// Loads the site in `folder`. A folder without a configuration is a site with Cobalt's defaults only when
/// `options.configFile` says so or the folder has a document; see `looksLikeSite`.
/// Errors: NoSite, ConfigInvalid (file, line, column, key), Cancelled. A broken post is not an error: its
/// Document carries the problem.
Result<site::SitePointer> load(const std::string& folder, const LoadOptions& options = {},
                               const site::LoadProgress& progress = {}, const std::stop_token& stop = {});

/// True when `folder` has a `_cobalt.yml`.
bool looksLikeSite(const std::string& folder);

/// The nearest folder at or above `path` that has a `_cobalt.yml`; empty when none.
std::string siteFolderOf(const std::string& path);

} // namespace postwright::generators::cobalt

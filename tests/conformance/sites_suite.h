// Folders of whole sites: `about.json`, `site/` and `expected/`, compared file by file.
#pragma once

#include <string>

#include "tests/conformance/suite.h"

namespace postwright::conformance {

struct SitesResult {
  SuiteResult suite;
  int leftOut = 0; ///< unstable, minified and compiled files
};

/// True when `folder` is laid out as one recorded site.
bool isRecordedSite(const std::string& folder);

/// Builds the site in `folder`; `name` begins the names of its cases.
SitesResult runRecordedSite(const std::string& folder, const std::string& name);

} // namespace postwright::conformance

// The folder a build writes into. The one rule: nothing is written outside it, nor among the site's own
// files.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/base/diagnostic.h"
#include "app/base/result.h"
#include "app/site/site.h"

namespace postwright::exporting {

class OutputFolder {
 public:
  /// Makes the folder. A folder below the source is taken only when its name hides it from the site
  /// (`_site`, `.build`). Errors: DestinationInSource, FileWriteFailed.
  static Result<OutputFolder> open(const site::Site& site, const std::string& folder);

  /// Writes `bytes` to `path` below the folder for the file `from` of the site, making folders.
  /// Errors: OutputOutsideDestination, FileWriteFailed.
  Result<void> write(const std::string& path, std::string_view bytes, const std::string& from);

  /// Copies the file at absolute `source` to `path`. Errors: as write, and FileVanished.
  Result<void> copy(const std::string& path, const std::string& source, const std::string& from);

  /// One warning for each file that replaced another of this build.
  const Diagnostics& warnings() const { return m_warnings; }

 private:
  Result<std::string> place(const std::string& path, const std::string& from);

  std::string m_folder;
  std::map<std::string, std::string> m_written; ///< path -> the file it was made from
  Diagnostics m_warnings;
};

} // namespace postwright::exporting

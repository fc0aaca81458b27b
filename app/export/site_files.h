// The files of a site that its pages refer to, found by the address a page uses.
// The one rule: nothing outside the site's source folder is read; what is on the web stays there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/site/addresses.h"
#include "app/site/site.h"

namespace postwright::exporting {

struct SiteFile {
  std::string path;     ///< below the source, as the address names it
  std::string fragment; ///< "#…" of the address, or empty
  std::string bytes;    ///< of a compiled style sheet: the CSS
};

class SiteFiles {
 public:
  explicit SiteFiles(const site::Site& site);

  /// The file that `url` means on a page or style sheet at `base` (a path below the destination).
  /// Nothing for an address that names no file (`data:`, `#part`, empty).
  /// Errors: NotInlinedRemote, NotInlinedMissing, NotInlinedOutside, NotInlinedTooLarge.
  Result<std::optional<SiteFile>> find(const std::string& url, std::string_view base) const;

 private:
  Result<std::string> read(const std::string& path, const std::string& url) const;

  const site::Site& m_site;
  site::Addresses m_addresses;
};

} // namespace postwright::exporting

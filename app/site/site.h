// A site as it was read at one moment: configuration, documents, layouts, includes, data. Shared between
// threads. The one rule: a Site never changes; unsaved text makes a new Site that shares everything else with
// the old one.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/front_matter/advice.h"
#include "app/front_matter/learned_form.h"
#include "app/liquid/template.h"
#include "app/site/document.h"

namespace postwright::front_matter {
class FrontMatterDocument;
}

namespace postwright::site {

class TemplateFolder;
class View;
using DocumentPointer = std::shared_ptr<const Document>;

/// What a window and a command line need to know of a site. Every method is safe from any thread.
class Site {
 public:
  Site() = default;
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  virtual ~Site() = default;

  virtual const std::string& root() const = 0;       ///< absolute folder of the configuration
  virtual const std::string& source() const = 0;     ///< absolute source folder; document paths are below it
  virtual const std::string& configFile() const = 0; ///< absolute path of `_cobalt.yml`; empty: none
  /// Folder of what is built, relative to the source folder; "" when it lies elsewhere.
  virtual std::string destination() const { return {}; }
  virtual std::string title() const = 0;        ///< "" when not configured
  virtual std::string baseUrl() const = 0;      ///< "" when not configured
  virtual std::string postsFolder() const = 0;  ///< relative to source
  virtual std::string draftsFolder() const = 0; ///< relative to source, "" when none

  /// Every post and page, drafts of both kinds and broken documents too, in path order.
  virtual std::vector<DocumentPointer> documents() const = 0;
  /// Null when the site has no document of this path.
  virtual DocumentPointer document(std::string_view path) const = 0;
  /// The document a URL of the site leads to ("blog/x", "/blog/x/", with or without index.html), or null.
  virtual DocumentPointer documentAtUrl(std::string_view url) const = 0;
  /// Keys of `_layouts`, sorted.
  virtual std::vector<std::string> layoutNames() const = 0;
  /// Problems of the site as a whole, such as an unreadable data file.
  virtual Diagnostics problems() const = 0;

  /// True when the configuration publishes drafts.
  virtual bool includesDrafts() const { return false; }
  /// The site as a build with drafts, or without them, sees it; made once and kept.
  virtual std::shared_ptr<const View> view(bool /*drafts*/) const { return nullptr; }

  /// What the generator says of the front matter's fields; empty: nothing.
  virtual std::vector<front_matter::KnownField> knownFields() const { return {}; }
  /// What the generator says of a post's front matter; see front_matter/advice.h.
  virtual std::vector<front_matter::FieldAdvice> adviceOn(
      const front_matter::FrontMatterDocument& /*post*/) const {
    return {};
  }
  /// Why the file at `path` has no page in a build, or why its page is another's; empty when it has.
  virtual std::vector<front_matter::Reason> whyNotOnSite(std::string_view /*path*/) const { return {}; }
  /// The other documents whose page a build would write to the file of the document at `path`, be that itself
  /// built or not: their paths, in order.
  virtual std::vector<std::string> otherWriters(std::string_view /*path*/) const { return {}; }
  /// Null when the site has no such templates.
  virtual std::shared_ptr<const TemplateFolder> layouts() const { return nullptr; }
  virtual std::shared_ptr<const TemplateFolder> includes() const { return nullptr; }

  /// The same site after the files at these paths (relative to the source folder) were made, changed or
  /// removed on disk: only they are read. Null when the site must be loaded anew, as after a change of the
  /// configuration.
  virtual std::shared_ptr<const Site> withFilesChanged(const std::vector<std::string>& /*paths*/) const {
    return nullptr;
  }

  /// The same site with `text` (bytes of the whole file) as the file at `path`; a path without a file is
  /// added.
  virtual std::shared_ptr<const Site> withText(std::string_view path, std::string_view text) const = 0;
};

using SitePointer = std::shared_ptr<const Site>;

/// (files read, files in all), called from the loading thread.
using LoadProgress = std::function<void(std::size_t, std::size_t)>;

} // namespace postwright::site

// From a permalink to the URL of a page, and from a URL to the file that a web server shows there.
// The one rule: a permalink is Liquid without tags and filters. Source: spec 2.5 (Cobalt's permalink.rs).
#pragma once

#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/base/value.h"
#include "app/liquid/template.h"

namespace postwright::site {

/// Parses each permalink once; a site has few of them. Safe to use from several threads.
class Permalinks {
 public:
  Permalinks() = default;
  /// What was parsed is only kept for speed: a copy begins with nothing.
  Permalinks(const Permalinks& /*other*/) : Permalinks() {}
  Permalinks& operator=(const Permalinks&) = delete;
  /// The URL, without its leading slash. Errors: PermalinkInvalid, Liquid's message in `detail`.
  Result<std::string> url(const std::string& permalink, const Object& variables) const;

 private:
  Result<liquid::TemplatePointer> parsed(const std::string& permalink) const;

  mutable std::shared_mutex m_mutex;
  mutable std::map<std::string, Result<liquid::TemplatePointer>, std::less<>> m_parsed;
};

/// The file below the destination for `url`: "blog/x/" is "blog/x/index.html". May hold ".." as `url` does.
std::string outputPathOf(std::string_view url);

} // namespace postwright::site

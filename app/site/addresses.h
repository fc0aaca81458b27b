// What an address written in a page means: a path of the same site, or something elsewhere.
// The one rule: the disk is never touched. Source: how browsers resolve relative references, and how a site
// below the path of its `base_url` is served.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postwright::site {

class Addresses {
 public:
  /// `baseUrl` as the configuration has it; may be empty.
  explicit Addresses(std::string baseUrl);

  /// The path below the destination that `url` means on the page written to `page` (its output path), decoded
  /// and normalised, without query and fragment; ".." stays in front when it leads out. Nothing for an
  /// address elsewhere.
  std::optional<std::string> pathOf(std::string_view url, std::string_view page) const;

 private:
  std::string m_baseUrl;
  std::string m_basePath; ///< "/blog", "" when the site is at the root
};

/// `text` with its `%20` and the like as the bytes they stand for.
std::string percentDecoded(std::string_view text);

} // namespace postwright::site

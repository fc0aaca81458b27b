// A post as a file: the page as the site builds it, the same in one self-contained file, the Markdown source.
// The one rule: only files below the site are read into an export.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "app/base/file.h"
#include "app/render/page.h"

namespace postwright::exporting {

/// (things done, things in all).
using Progress = std::function<void(std::size_t, std::size_t)>;

struct SelfContained {
  std::string html;
  Diagnostics warnings; ///< what could not be inlined (remote, missing, too large), one each
};

/// `page` with the style sheets, scripts, images and fonts of the site inlined. Errors: Cancelled.
Result<SelfContained> selfContained(const site::Site& site, const render::Page& page,
                                    const Progress& progress = {}, const std::stop_token& stop = {});

/// The post's file as it is, or its body alone (its bytes, the front matter and the blank lines after it cut
/// off).
std::string markdownSource(const std::string& fileText, bool withFrontMatter);

struct BuildOptions {
  std::optional<bool> drafts; ///< nothing: as the configuration says
  DateTime now;
};

/// Writes every document, feed, sitemap and paginator page, and copies assets, as `cobalt build` would. What
/// was written before an error stays. The diagnostics are errors for style sheets that cannot be compiled,
/// which alone are left out, and warnings, such as two files of one name.
/// Errors: the first that stops Cobalt, FileWriteFailed, DestinationInSource, OutputOutsideDestination,
/// Cancelled.
Result<Diagnostics> buildSite(const site::SitePointer& site, const std::string& destination,
                              const BuildOptions& options, const Progress& progress = {},
                              std::stop_token stop = {});

} // namespace postwright::exporting

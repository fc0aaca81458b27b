// Reading the files of a site one by one, when it is loaded and when some of them changed.
// The one rule: what a build would not see is not read. Source: spec 1.3-1.6.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "app/generators/cobalt/base.h"

namespace postwright::generators::cobalt {

/// Whether builds without and with drafts see the file at `path`: its own name and the folders on its way.
std::array<bool, 2> visibilityOf(const Config& config, std::string_view path);

/// The document at `path` as it lies on the disk; one that cannot be read carries the problem.
SourceDocument readSourceFile(const Settings& settings, const std::string& path, std::array<bool, 2> isSeen);

/// Puts posts and pages of one kind of build in their order, from the documents of `base`; assets stay.
void lineUp(Base& base, bool drafts);

/// The colours of code with the site's own grammars.
std::shared_ptr<const HighlighterSlot> highlighterOf(const Settings& settings);

} // namespace postwright::generators::cobalt

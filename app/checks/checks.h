// What a build passes over in silence but a reader would meet: dead links, missing images, headings that skip
// a level, conditions that never hold.
// The one rule: only warnings come from here, each placed in the file that a person would change.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "app/base/diagnostic.h"
#include "app/render/page.h"

namespace postwright::checks {

/// Kinds of warnings, each of which can be switched off.
enum class Kind : std::uint8_t { Conditions, Links, Anchors, Files, ImageTexts, Headings };
inline constexpr std::uint8_t kKindCount = 6;

/// Nothing for a code that does not come from here.
std::optional<Kind> kindOf(ErrorCode code);

/// The warnings for `page`, which renderPage() made of `request` (renderLoneFile() without a site), in the
/// order of the page. Slow: pages that it links to with a fragment are rendered. When stopped: what was found
/// so far.
Diagnostics checkPage(const render::Request& request, const render::Page& page, std::stop_token stop = {});

} // namespace postwright::checks

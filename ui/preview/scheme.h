// The page's own URL scheme, and what must be settled before the application object exists.
#pragma once

#include <QString>

namespace postwright::ui {

/// Pages and files of a site are at `postwright://SITE/path`.
inline constexpr const char* kScheme = "postwright";

/// Makes the scheme known to WebEngine. Call once, before the application is made.
void registerScheme();

/// Sets WebEngine's process-wide switches: no WebRTC round the network lock, and no sandbox where it cannot
/// run (as root: said in one line on stderr). Call before the application is made.
void prepareWebEngineEnvironment();

} // namespace postwright::ui

// Light or dark, as the page's own `prefers-color-scheme` rules have it.
#pragma once

#include <QString>
#include <cstdint>

class QWebEnginePage;
class QWebEngineProfile;

namespace postwright::ui {

enum class PageScheme : std::uint8_t { Automatic, Light, Dark }; ///< Automatic: as the browser decides

/// The pages of `profile` that are loaded from now on.
void setPageScheme(QWebEngineProfile& profile, PageScheme scheme);
/// The documents of `page` that are loaded from now on, whatever its profile has.
void setPageScheme(QWebEnginePage& page, PageScheme scheme);
/// The document that is in `page` now.
void showPageScheme(QWebEnginePage& page, PageScheme scheme);

} // namespace postwright::ui

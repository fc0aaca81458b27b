// Style sheets and images that changed on disk, shown in the page as it stands: their elements get an address
// that was never loaded. No script of the page runs again, nothing scrolls.
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace postwright::ui {

/// A script for our own world that refreshes these files; its value is true when all of them were found in
/// the page. Nothing when a file is of a kind that only a reload can take up. `version` must be a new one.
std::optional<QString> refreshScript(const QStringList& files, int version);

/// Whether refreshScript() made this address.
bool isRefreshed(const QUrl& url);

} // namespace postwright::ui

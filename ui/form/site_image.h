// Images of the site as front matter names them: site path <-> file. The one rule: nothing outside the source
// folder is read, and nothing is ever fetched.
#pragma once

#include <QPixmap>
#include <QString>

namespace postwright::ui {

/// The existing file that `value` ("/img/a.png", "img/a.png?v=1") names below `root`; empty for a URL, a path
/// that leads out, or no file.
QString siteImageFile(const QString& root, const QString& value);

/// Whether `value` names something outside the site: "https://…", "//host/…".
bool leadsToTheWeb(const QString& value);

/// `file` as a path of the site; empty when it is not below `root`. Without a leading '/' when `like` has
/// none.
QString sitePathOf(const QString& root, const QString& file, const QString& like);

/// The image in `file` cut to a square of `side` device pixels with round corners; null when unreadable.
QPixmap thumbnail(const QString& file, int side);

} // namespace postwright::ui

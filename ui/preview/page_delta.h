// What of a page's text changed, so that a keystroke sends a few bytes to the page's process and not the
// page.
#pragma once

#include <QString>

namespace postwright::ui {

/// The new text is the old one's first `head` units, `text`, and the old one's last `tail` units.
struct PageDelta {
  qsizetype head = 0; ///< UTF-16 units
  qsizetype tail = 0;
  QString text;
};

/// The smallest such delta that cuts no surrogate pair.
PageDelta deltaOf(const QString& before, const QString& after);

/// `text` as a JavaScript string literal, quotes included.
QString scriptLiteral(const QString& text);

} // namespace postwright::ui

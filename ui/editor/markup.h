// Markdown written for someone: links and images whose parts may hold any sign.
#pragma once

#include <QString>

namespace postwright::ui {

/// `text` with its brackets and backslashes escaped.
QString escapedLabel(const QString& text);

/// `url` as it may stand between a link's parentheses.
QString linkTarget(const QString& url);

} // namespace postwright::ui

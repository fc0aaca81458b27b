// Colours as CSS writes them, read and written again in the notation that was found.
#pragma once

#include <QColor>
#include <QString>
#include <optional>

namespace postwright::ui {

/// `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa` (alpha last, as in CSS), `rgb(r, g, b)` and `rgba(r, g, b, a)`.
std::optional<QColor> parseColour(const QString& text);

/// `colour` in the notation of `like` (hexadecimal when it has none): case, three digits where they do,
/// rgb().
QString colourText(const QColor& colour, const QString& like);

/// Whether a value is a colour without knowing its name: `#123` may be the number of an issue.
bool looksLikeColour(const QString& text);

} // namespace postwright::ui

// Line icons of one family: the desktop's theme first, then Breeze; painted in the theme's colours.
#pragma once

#include <QIcon>

#include "ui/base/theme.h"

namespace postwright::ui {

/// The icon of this freedesktop name, drawn in `role`'s colour as it is when painted; disabled it is faint,
/// checked it has the accent.
QIcon icon(const QString& name, Role role = Role::Dim);

/// Makes Breeze the fallback of the desktop's icon theme. Call once after the application was made.
void useIconThemes();

} // namespace postwright::ui

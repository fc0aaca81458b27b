// Colours between the theme's own.
#pragma once

#include "ui/base/theme.h"

namespace postwright::ui {

/// `role`'s colour, `share` (0 to 1) of the way to the editor's background.
QColor towardsBase(Role role, double share);

} // namespace postwright::ui

// The small flat buttons inside a field's frame.
#pragma once

#include <QToolButton>

namespace postwright::ui {

/// A button with the icon `iconName` that takes no focus by the mouse. `tip` is its tooltip and name.
QToolButton* makeFieldButton(const QString& iconName, const QString& tip);

} // namespace postwright::ui

#include "ui/form/field_button.h"

#include "ui/base/icons.h"

namespace postwright::ui {

QToolButton* makeFieldButton(const QString& iconName, const QString& tip) {
  auto* button = new QToolButton;
  button->setProperty("inField", true);
  button->setIcon(icon(iconName));
  button->setIconSize({14, 14});
  button->setFixedSize(20, 20);
  button->setFocusPolicy(Qt::NoFocus);
  button->setCursor(Qt::ArrowCursor);
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  return button;
}

} // namespace postwright::ui

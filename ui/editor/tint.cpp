#include "ui/editor/tint.h"

namespace postwright::ui {

QColor towardsBase(Role role, double share) {
  const QColor from = color(role);
  const QColor to = color(Role::Base);
  const auto blend = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
  return {blend(from.red(), to.red()), blend(from.green(), to.green()), blend(from.blue(), to.blue())};
}

} // namespace postwright::ui

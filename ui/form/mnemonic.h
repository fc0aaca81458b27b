// Labels as they are written for menus and labels: `&` before the mnemonic, a literal `&` doubled.
#pragma once

#include <QString>

namespace postwright::ui {

inline QString withoutMnemonic(const QString& label) {
  QString name;
  for (qsizetype i = 0; i < label.size(); ++i) {
    if (label[i] == QLatin1Char('&') && ++i == label.size()) break;
    name.append(label[i]);
  }
  return name;
}

} // namespace postwright::ui

// The form's sentences outside its widgets, under one name for translators.
#pragma once

#include <QCoreApplication>

namespace postwright::ui {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(FrontMatterForm)
};

} // namespace postwright::ui

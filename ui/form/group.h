// The heading of a group of fields: its name and a thin rule.
#pragma once

#include "ui/form/field.h"

class QLabel;

namespace postwright::ui {

class Group : public Field {
  Q_OBJECT

 public:
  Group(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState&, bool) override {}
  void applyLock(bool) override {}
  void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace postwright::ui

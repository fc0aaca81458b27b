// The end of a list of objects: a button that adds one, with its first field begun.
#pragma once

#include "ui/form/field.h"

class QPushButton;

namespace postwright::ui {

class AddItem : public Field {
  Q_OBJECT

 public:
  AddItem(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;

 private:
  void add();

  QPushButton* m_button;
};

} // namespace postwright::ui

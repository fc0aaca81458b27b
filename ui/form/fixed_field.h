// A value that is shown and cannot be changed in the form; the line under it says why, and a button leads to
// it in the text.
#pragma once

#include "ui/form/field.h"

namespace postwright::ui {

class FieldBox;
class LineEdit;

class FixedField : public Field {
  Q_OBJECT

 public:
  FixedField(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool) override {} ///< it is always locked

 private:
  LineEdit* m_line;
};

} // namespace postwright::ui

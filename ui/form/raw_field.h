// A value as its own YAML, in the editor's font: for whatever has no field of its own. What reads as one
// value is an edit; what does not stays here, marked with the reader's reason.
#pragma once

#include "ui/form/field.h"

namespace postwright::ui {

class FieldBox;
class GrowingText;

class RawField : public Field {
  Q_OBJECT

 public:
  RawField(const Row& row, QWidget* parent);

  QString unsaid() const override;
  void retype(const QString& text) override;

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void mark(bool invalid) override;

 private:
  void onTyped();
  void onKey(QKeyEvent* event);

  FieldBox* m_box;
  GrowingText* m_text;
};

} // namespace postwright::ui

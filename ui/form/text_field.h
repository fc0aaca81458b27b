// A field of one line.
#pragma once

#include "ui/form/typed_field.h"

namespace postwright::ui {

class LineEdit;

class TextField : public TypedField {
  Q_OBJECT

 public:
  TextField(const Row& row, QWidget* parent);

  QString typedText() const override;

 protected:
  void replaceText(const QString& text) override;
  void setPlaceholder(const QString& text) override;
  void applyLock(bool locked) override;
  virtual void onLineKey(QKeyEvent* event);
  LineEdit* line() const { return m_line; }

 private:
  void onEdited(const QString& text);

  LineEdit* m_line;
};

} // namespace postwright::ui

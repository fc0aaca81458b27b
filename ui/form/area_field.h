// A field whose text wraps and grows: the title (large, no frame at rest), the description (dim, no frame at
// rest) and long texts.
#pragma once

#include "ui/form/typed_field.h"

namespace postwright::ui {

class GrowingText;

class AreaField : public TypedField {
  Q_OBJECT

 public:
  AreaField(const Row& row, QWidget* parent);

  QString typedText() const override;

 protected:
  void replaceText(const QString& text) override;
  void setPlaceholder(const QString& text) override;
  void applyLock(bool locked) override;

 private:
  void dress();

  GrowingText* m_text;
};

} // namespace postwright::ui

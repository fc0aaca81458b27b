// A line that names a colour, with a swatch that opens the picker.
#pragma once

#include "ui/form/text_field.h"

class QToolButton;

namespace postwright::ui {

class ColourField : public TextField {
  Q_OBJECT

 public:
  ColourField(const Row& row, QWidget* parent);

  /// Puts a colour in, in the notation of the value that is there.
  void take(const QColor& colour);

 protected:
  void applyLock(bool locked) override;

 private:
  void pick();
  void showSwatch();

  QToolButton* m_swatch;
};

} // namespace postwright::ui

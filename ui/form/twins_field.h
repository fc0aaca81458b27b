// A name that the text gives more than one value: all of them in order, the one that counts marked, each with
// the button that keeps it and takes the others away.
#pragma once

#include <vector>

#include "ui/form/field.h"

class QLabel;
class QPushButton;

namespace postwright::ui {

class LineEdit;

class TwinsField : public Field {
  Q_OBJECT

 public:
  TwinsField(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;

 private:
  struct Twin {
    LineEdit* line = nullptr;
    QLabel* mark = nullptr;
    QPushButton* keep = nullptr;
  };

  Twin makeTwin(std::size_t index);
  void keep(std::size_t index);

  std::vector<Twin> m_twins;
};

} // namespace postwright::ui

// A number that keeps its spelling: typed as it is to stand in the file, stepped by the arrow keys.
#pragma once

#include "ui/form/text_field.h"

class QToolButton;

namespace postwright::ui {

class NumberField : public TextField {
  Q_OBJECT

 public:
  NumberField(const Row& row, QWidget* parent);

 protected:
  void applyLock(bool locked) override;
  void showOffered(bool offered) override;
  void onLineKey(QKeyEvent* event) override;

 private:
  void step(int by);

  std::vector<QToolButton*> m_steps;
};

} // namespace postwright::ui

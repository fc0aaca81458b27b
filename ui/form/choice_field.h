// A line with a list of known values behind it (layout, format): anything may be typed that the rule allows.
#pragma once

#include "ui/form/text_field.h"

class QToolButton;

namespace postwright::ui {

class Suggestions;

class ChoiceField : public TextField {
  Q_OBJECT

 public:
  ChoiceField(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void onLineKey(QKeyEvent* event) override;

 private:
  void offerAll();

  Suggestions* m_suggestions;
  QToolButton* m_open;
};

} // namespace postwright::ui

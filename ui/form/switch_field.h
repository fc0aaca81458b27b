// A true or false of the front matter, and the draft state: a switch with its word. Not written at all is a
// third state: Delete goes back to it.
#pragma once

#include "ui/form/field.h"

class QLabel;

namespace postwright::ui {

class Switch;

class SwitchField : public Field {
  Q_OBJECT

 public:
  SwitchField(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void addActions(QMenu& menu) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool isDraft() const { return kind() == FieldKind::Draft; }
  void toggle();
  void showWord();
  bool isAbsent() const { return !isDraft() && state().absence != Absence::None; }

  Switch* m_switch;
  QLabel* m_word;
};

} // namespace postwright::ui

// An on/off switch with a third state for nothing said. It shows what it is told: a click only asks for
// another state.
#pragma once

#include <QAbstractButton>

#include "ui/base/theme.h"

namespace postwright::ui {

class Switch : public QAbstractButton {
  Q_OBJECT

 public:
  /// `on` is the colour of the on state.
  explicit Switch(Role on, QWidget* parent = nullptr);

  void setOn(bool on);
  /// Nothing is said: the knob stands in the middle of an empty track.
  void setAbsent(bool absent);
  bool isOn() const { return isChecked(); }
  QSize sizeHint() const override;

 protected:
  void nextCheckState() override {} ///< the state is the document's
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Role m_role;
  bool m_absent = false;
};

} // namespace postwright::ui

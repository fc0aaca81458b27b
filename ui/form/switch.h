// An on/off switch. It shows what it is told: a click only asks for the other state.
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
  bool isOn() const { return isChecked(); }
  QSize sizeHint() const override;

 protected:
  void nextCheckState() override {} ///< the state is the document's
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Role m_role;
};

} // namespace postwright::ui

// The heading of one object of a list: its number, a word about it, and what can be done with it as a whole.
// Moving takes the object's whole text with its comments. By keys: Alt+Up and Alt+Down move it, Delete
// removes it, Left and Right fold.
#pragma once

#include "ui/form/field.h"

class QLabel;
class QToolButton;

namespace postwright::ui {

class Card : public Field {
  Q_OBJECT

 public:
  Card(const Row& row, QWidget* parent);

  front_matter::Path list() const; ///< the list this is an item of
  std::size_t index() const { return state().index; }
  /// Makes it number `index` of its list.
  void moveTo(std::size_t index);

 signals:
  void dragged(const QPoint& global); ///< while the mouse holds it
  void dropped(const QPoint& global);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void addActions(QMenu& menu) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();
  void step(int by);
  bool onKey(const QKeyEvent& event);
  void showButtons();

  QToolButton* m_fold;
  QLabel* m_number;
  QLabel* m_summary;
  QToolButton* m_up;
  QToolButton* m_down;
  QToolButton* m_more;
  QPoint m_pressedAt;
  bool m_isPressed = false;
  bool m_isDragged = false;
  bool m_isHovered = false;
};

} // namespace postwright::ui

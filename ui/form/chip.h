// One value of a list as a rounded tag with a cross.
#pragma once

#include <QWidget>

namespace postwright::ui {

class Chip : public QWidget {
  Q_OBJECT

 public:
  explicit Chip(const QString& text, QWidget* parent = nullptr);

  const QString& text() const { return m_text; }
  void setText(const QString& text);
  /// Shown while the mouse rests on it.
  void setAbout(const QString& about);
  void setLocked(bool locked);
  QSize sizeHint() const override;

 signals:
  void removeRequested();
  void stepRequested(int step); ///< to the neighbour on the left (-1) or right (+1)
  void moveRequested(int step); ///< to change places with it
  void activated();             ///< double-clicked, or Enter

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QRect crossRect() const;
  QString shownText() const;
  int textWidth() const;

  QString m_text;
  QString m_about;
  bool m_locked = false;
  bool m_overCross = false;
};

} // namespace postwright::ui

// The name beside a field: right-aligned, dim, with an ellipsis where it is too long, and a button for the
// field's menu that shows while the mouse is over it. Its mnemonic (Alt+letter) goes to the buddy; the
// tooltip names it, since a column of underlined letters would be louder than the values.
#pragma once

#include <QKeySequence>
#include <QLabel>

class QToolButton;

namespace postwright::ui {

class FieldLabel : public QLabel {
  Q_OBJECT

 public:
  /// `text` has `&` before its mnemonic; a literal `&` is doubled.
  explicit FieldLabel(const QString& text, QWidget* parent = nullptr);

  int fullWidth() const;
  /// Takes the mnemonic of `text`, which has `&` before it; the name stays.
  void setMnemonic(const QString& text);
  const QKeySequence& mnemonic() const { return m_mnemonic; }
  /// The look of a field that the text does not have; `help` goes into the tooltip.
  void describe(bool offered, const QString& help);
  QSize minimumSizeHint() const override;

 signals:
  void menuRequested(const QPoint& global);

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void elide();

  QString m_text; ///< without mnemonic
  QString m_help;
  bool m_offered = false;
  mutable int m_fullWidth = -1; ///< of m_text; -1: not measured yet
  QKeySequence m_mnemonic;
  int m_shortcut = 0;
  QToolButton* m_more;
};

} // namespace postwright::ui

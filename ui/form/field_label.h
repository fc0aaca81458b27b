// The name beside a field: right-aligned, dim, with an ellipsis where it is too long, and a button for the
// field's menu that shows while the mouse is over it.
#pragma once

#include <QLabel>

class QToolButton;

namespace postwright::ui {

class FieldLabel : public QLabel {
  Q_OBJECT

 public:
  /// `text` has `&` before its mnemonic.
  explicit FieldLabel(const QString& text, QWidget* parent = nullptr);

  const QString& fullText() const { return m_text; }
  int fullWidth() const;
  QSize minimumSizeHint() const override;

 signals:
  void menuRequested(const QPoint& global);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void elide();

  QString m_text;
  QToolButton* m_more;
};

} // namespace postwright::ui

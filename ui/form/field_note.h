// The line under a field: what is wrong, or a hint, and the button that puts it right.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/form/form_rows.h"

class QLabel;
class QPushButton;

namespace postwright::ui {

class FieldNote : public QWidget {
  Q_OBJECT

 public:
  explicit FieldNote(QWidget* parent = nullptr);

  /// Shows the remark; hides itself when it has no text.
  void show(const FieldRemark& remark);
  const QString& text() const { return m_text; }

  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void fixRequested();

 protected:
  bool event(QEvent* event) override;

 private:
  void fit();
  bool hasFix() const;

  QString m_text;
  QLabel* m_label;
  QPushButton* m_fix;
  int m_neededHeight = 0;
  std::optional<Severity> m_severity; ///< whose colour the text has
};

} // namespace postwright::ui

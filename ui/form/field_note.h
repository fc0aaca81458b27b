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
  QString text() const;

 signals:
  void fixRequested();

 private:
  QLabel* m_text;
  QPushButton* m_fix;
  std::optional<Severity> m_severity; ///< whose colour the text has
};

} // namespace postwright::ui

// One line above the form that says why it cannot be used, with a way to the place of the problem.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace postwright::ui {

class FormBanner : public QWidget {
  Q_OBJECT

 public:
  explicit FormBanner(QWidget* parent = nullptr);

  /// An error in the front matter; `line` is 1-based, 0 gives no link. `fix`: what puts it right; may be
  /// empty.
  void showProblem(const QString& message, int line, const QString& fix);
  void showReason(const QString& message);

 signals:
  void lineRequested(int line);
  void fixRequested();

 private:
  void showText(const QString& message, bool isProblem);

  QLabel* m_text;
  QPushButton* m_link;
  QPushButton* m_fix;
  int m_line = 0;
};

} // namespace postwright::ui

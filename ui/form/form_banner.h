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

  /// An error in the front matter; `line` is 1-based, 0 gives no link.
  void showProblem(const QString& message, int line);
  void showReason(const QString& message);

 signals:
  void lineRequested(int line);

 private:
  void showText(const QString& message, bool isProblem);

  QLabel* m_text;
  QPushButton* m_link;
  int m_line = 0;
};

} // namespace postwright::ui

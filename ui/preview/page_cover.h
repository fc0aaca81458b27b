// What is there instead of a page: nothing chosen, not rendered yet, or no page because of an error.
// It lies over the page until that has painted, so that no white flashes up.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace postwright::ui {

class PageCover : public QFrame {
  Q_OBJECT

 public:
  explicit PageCover(QWidget* parent = nullptr);

  /// An empty surface.
  void showBlank();
  /// A title with a sentence below it.
  void showText(const QString& title, const QString& text);
  /// An error, the place it is at, and with `action` a button.
  void showError(const QString& title, const QString& text, const QString& action);

 signals:
  void actionTriggered();

 private:
  void setContent(const QString& title, const QString& text, bool isError);

  QLabel* m_icon;
  QLabel* m_title;
  QLabel* m_text;
  QPushButton* m_action;
};

} // namespace postwright::ui

// What is there instead of a page or a text: nothing chosen, not rendered yet, or no page because of an
// error.
#pragma once

#include <QFrame>
#include <QIcon>

class QLabel;
class QPushButton;

namespace postwright::ui {

class Cover : public QFrame {
  Q_OBJECT

 public:
  explicit Cover(QWidget* parent = nullptr);

  /// An empty surface.
  void showBlank();
  /// A symbol of the icon theme, a title, a sentence below it, and with `action` a button.
  void showText(const QString& symbol, const QString& title, const QString& text, const QString& action = {});
  /// An error, the place it is at, and with `action` a button.
  void showError(const QString& title, const QString& text, const QString& action);

 signals:
  void actionTriggered();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setContent(const QIcon& symbol, const QString& title, const QString& text, const QString& action);

  QIcon m_symbol; ///< in m_icon
  QLabel* m_icon;
  QLabel* m_title;
  QLabel* m_text;
  QPushButton* m_action;
};

} // namespace postwright::ui

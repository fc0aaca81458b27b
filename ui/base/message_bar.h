// One line above what it concerns: a message, actions, and a close button. Never a dialog.
#pragma once

#include <QWidget>
#include <cstdint>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace postwright::ui {

class MessageBar : public QWidget {
  Q_OBJECT

 public:
  enum class Kind : std::uint8_t { Info, Warning, Error };

  explicit MessageBar(QWidget* parent = nullptr);

  /// Shows the bar; `strong` is set in semibold before `text`. The actions it had are removed.
  void say(Kind kind, const QString& strong, const QString& text = {});
  /// A link-like button at the right; it does not close the bar by itself.
  QPushButton* addAction(const QString& text);
  void setClosable(bool closable);
  QString text() const; ///< everything it says; empty while hidden

 signals:
  void closed(); ///< by the user

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void applyColors();

  Kind m_kind = Kind::Info;
  QLabel* m_strong;
  QLabel* m_text;
  QHBoxLayout* m_actions;
  QToolButton* m_close;
};

} // namespace postwright::ui

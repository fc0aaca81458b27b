// One line above a view that says what is the matter and offers the way out; where there is no room for it,
// the way out is below. It never takes the focus.
#pragma once

#include <QFrame>
#include <cstdint>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace postwright::ui {

class MessageBar : public QFrame {
  Q_OBJECT

 public:
  enum class Kind : std::uint8_t { Info, Warning, Error };

  explicit MessageBar(QWidget* parent = nullptr);

  /// Shows the bar: `text` in bold, `note` after it. What does not fit in a few lines is cut with an ellipsis
  /// and whole in the tooltip.
  void showMessage(Kind kind, const QString& text, const QString& note = {});
  /// A link at the right, before the close button; "" takes it away.
  void setAction(const QString& text, const QString& toolTip = {});
  /// A second link after the first; "" takes it away.
  void setOtherAction(const QString& text);
  /// Longer text that unfolds below the line; "" takes it away.
  void setDetails(const QString& details);
  void setClosable(bool closable);
  /// What closing the bar means, where it is more than not seeing it.
  void setCloseToolTip(const QString& text);

  QString text() const { return m_text; }
  QString note() const { return m_note; }

 signals:
  void actionTriggered();
  void otherActionTriggered();
  void closed(); ///< by the user

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeLine();
  void addLabels(QWidget* line);
  void addButtons(QWidget* line);
  void setKind(Kind kind);
  void updateIcon();
  void toggleDetails();
  int buttonsWidth() const;
  void setStacked(bool stacked);
  void arrange();
  void wrap(int width);

  Kind m_kind = Kind::Info;
  QString m_text;
  QString m_note;
  bool m_isStacked = false; ///< note and buttons are below the text
  QWidget* m_line = nullptr;
  QWidget* m_rest = nullptr; ///< note and buttons
  QLabel* m_icon = nullptr;
  QLabel* m_textLabel = nullptr;
  QLabel* m_noteLabel = nullptr;
  QPushButton* m_detailsButton = nullptr;
  QPushButton* m_actionButton = nullptr;
  QPushButton* m_otherButton = nullptr;
  QToolButton* m_closeButton = nullptr;
  QPlainTextEdit* m_details = nullptr;
};

} // namespace postwright::ui

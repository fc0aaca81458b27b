// The window's tool bar. Where it is too narrow for all, formats go first: the menu has them, and what says
// and changes the post's state always shows.
#pragma once

#include <QList>
#include <QToolBar>

namespace postwright::ui {

class ToolBar : public QToolBar {
  Q_OBJECT

 public:
  explicit ToolBar(const QString& title, QWidget* parent = nullptr);

  /// Adds commands that may be left out, the last one first, and the room between them and what follows.
  void addFormats(const QList<QAction*>& formats);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();

  QList<QAction*> m_formats;
  qsizetype m_shown = 0; ///< how many of m_formats are in the bar
  QAction* m_room = nullptr;
};

} // namespace postwright::ui

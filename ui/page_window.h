// The page in a window of its own. Closing it puts the page back.
#pragma once

#include <QWidget>

namespace postwright::ui {

class PageWindow : public QWidget {
  Q_OBJECT

 public:
  /// Takes `page` in; `actions` have their keys here too.
  PageWindow(QWidget* page, const QList<QAction*>& actions);

 signals:
  void closed(); ///< the page is to be taken back now

 protected:
  void closeEvent(QCloseEvent* event) override;
};

} // namespace postwright::ui

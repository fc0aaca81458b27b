// The widget that shows the page: a plain web view with a menu of its own and no way out of the page.
#pragma once

#include <QWebEngineView>

#include "ui/preview/preview_page.h"

namespace postwright::ui {

class PreviewView : public QWebEngineView {
  Q_OBJECT

 public:
  /// Shows `page`, which stays its owner's.
  explicit PreviewView(PreviewPage* page, QWidget* parent = nullptr);
  ~PreviewView() override;

  /// Shows this page instead.
  void showPage(PreviewPage* page);
  /// Commands of the page as a whole, for its menu: at its beginning and at its end.
  void setMenuCommands(const QList<QAction*>& first, const QList<QAction*>& last);

 signals:
  void linkChosen(const QUrl& url);
  void sourceRequested(const QPoint& place); ///< CSS pixels in the view

 protected:
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void addSelectionCommands(QMenu& menu);
  void addLinkCommands(QMenu& menu, const QUrl& link);

  PreviewPage* m_page;
  QList<QAction*> m_firstCommands;
  QList<QAction*> m_lastCommands;
};

} // namespace postwright::ui

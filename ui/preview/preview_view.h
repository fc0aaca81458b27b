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

 signals:
  void reloadRequested();

 protected:
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  PreviewPage* m_page;
};

} // namespace postwright::ui

// The commands for looking at the page in other ways, for the page's bar and the window's menu: widths, zoom,
// light and dark, print view, HTML, inspector, a window of its own.
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include "ui/preview/page_scheme.h"

class QActionGroup;
class QMenu;

namespace postwright::ui {

/// How the page is looked at; remembered from start to start.
struct PageLook {
  int width = 0; ///< CSS pixels; 0: all there is
  int zoom = 100;
  PageScheme scheme = PageScheme::Automatic;

  bool operator==(const PageLook&) const = default;
};

class PageTools : public QObject {
  Q_OBJECT

 public:
  explicit PageTools(QObject* parent = nullptr);

  const PageLook& look() const { return m_look; }
  void setLook(const PageLook& look);

  /// Phone, tablet, desktop, free.
  QList<QAction*> widthActions() const;
  QAction* darkAction() const { return m_dark; }
  QAction* printViewAction() const { return m_printView; }
  QAction* copyHtmlAction() const { return m_copyHtml; }
  QAction* inspectorAction() const { return m_inspector; }
  QAction* windowAction() const { return m_window; }
  /// Everything, with separators, into a menu.
  void fill(QMenu& menu) const;
  /// Whether there is a page to act on.
  void setHasPage(bool hasPage);
  QList<QAction*> all() const;

 signals:
  void lookChanged(); ///< by a command or setLook()

 private:
  void makeWidths();
  void makeZoom();
  void makeSchemes();
  void makeOthers();
  QAction* make(const QString& icon, const QString& text, const QKeySequence& key = {});
  void change(const PageLook& look);
  void zoomBy(int direction);
  void check();

  PageLook m_look;
  QActionGroup* m_widths;
  QActionGroup* m_schemes;
  QList<QAction*> m_zooms;
  QAction* m_dark = nullptr;
  QAction* m_printView = nullptr;
  QAction* m_copyHtml = nullptr;
  QAction* m_inspector = nullptr;
  QAction* m_window = nullptr;
};

} // namespace postwright::ui

#include "ui/preview/preview_view.h"

#include <QAction>
#include <QApplication>
#include <QChildEvent>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QWebEngineContextMenuRequest>

namespace postwright::ui {

PreviewView::PreviewView(PreviewPage* page, QWidget* parent) : QWebEngineView(parent), m_page(page) {
  showPage(page);
  setAccessibleName(tr("Page"));
  setAcceptDrops(false); // a file dropped here is for the window
}

PreviewView::~PreviewView() {
  setPage(nullptr);
}

void PreviewView::showPage(PreviewPage* page) {
  m_page = page;
  setPage(page);
}

bool PreviewView::event(QEvent* event) {
  // The child that gets the input is made with the first page, and anew with each process.
  if (event->type() == QEvent::ChildPolished) {
    static_cast<QChildEvent*>(event)->child()->installEventFilter(this);
  }
  return QWebEngineView::event(event);
}

bool PreviewView::eventFilter(QObject* watched, QEvent* event) {
  const bool isInput = event->type() == QEvent::MouseButtonRelease ||
                       event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress ||
                       event->type() == QEvent::TouchEnd;
  if (isInput) m_page->noteUserInput();
  return QWebEngineView::eventFilter(watched, event);
}

void PreviewView::setMenuCommands(const QList<QAction*>& first, const QList<QAction*>& last) {
  m_firstCommands = first;
  m_lastCommands = last;
}

void PreviewView::contextMenuEvent(QContextMenuEvent* event) {
  const QWebEngineContextMenuRequest* request = lastContextMenuRequest();
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addActions(m_firstCommands);
  menu->addSeparator();
  addSelectionCommands(*menu);
  if (request != nullptr) {
    addLinkCommands(*menu, request->linkUrl());
    if (request->mediaType() == QWebEngineContextMenuRequest::MediaTypeImage) {
      menu->addAction(tr("Copy &Image"), this,
                      [this] { m_page->triggerAction(QWebEnginePage::CopyImageToClipboard); });
    }
  }
  menu->addSeparator();
  const QPoint place = (QPointF(event->pos()) / zoomFactor()).toPoint();
  menu->addAction(tr("&Go to the Source"), this, [this, place] { emit sourceRequested(place); });
  menu->addSeparator();
  menu->addActions(m_lastCommands);
  menu->popup(event->globalPos());
}

void PreviewView::addSelectionCommands(QMenu& menu) {
  QAction* copy = menu.addAction(tr("&Copy"), this, [this] { m_page->triggerAction(QWebEnginePage::Copy); });
  copy->setEnabled(m_page->hasSelection());
  menu.addAction(tr("Select &All"), this, [this] { m_page->triggerAction(QWebEnginePage::SelectAll); });
}

void PreviewView::addLinkCommands(QMenu& menu, const QUrl& link) {
  if (link.isEmpty()) return;
  menu.addSeparator();
  menu.addAction(tr("Open the &Link"), this, [this, link] { emit linkChosen(link); });
  menu.addAction(tr("Copy Link A&ddress"), this, [address = m_page->addressOf(link)] {
    QApplication::clipboard()->setText(address.toString());
  });
}

} // namespace postwright::ui

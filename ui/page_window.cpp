#include "ui/page_window.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace postwright::ui {
namespace {

constexpr QSize kFirstSize(900, 800);

} // namespace

PageWindow::PageWindow(QWidget* page, const QList<QAction*>& actions) {
  setWindowTitle(tr("Page — Postwright"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(page);
  page->show();
  addActions(actions);
  resize(kFirstSize);
}

void PageWindow::closeEvent(QCloseEvent* event) {
  event->accept();
  emit closed();
}

} // namespace postwright::ui

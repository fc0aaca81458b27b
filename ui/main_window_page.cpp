// The page's own commands in the window: its look, which is remembered, and its own window.
#include <QMenu>
#include <QSplitter>

#include "ui/main_window.h"
#include "ui/page_window.h"
#include "ui/preview/page_tools.h"
#include "ui/preview/preview_pane.h"

namespace postwright::ui {

void MainWindow::connectPageTools() {
  PageTools* tools = m_preview->tools();
  addActions(tools->all());
  tools->fill(*m_actions.pageMenu);
  m_actions.pageMenu->addSeparator();
  m_actions.pageMenu->addActions({m_preview->backAction(), m_preview->forwardAction(),
                                  m_preview->reloadAction(), m_preview->browserAction()});
  tools->setLook(m_state.pageLook());
  connect(tools, &PageTools::lookChanged, this, [this, tools] { m_state.setPageLook(tools->look()); });
  connect(tools->windowAction(), &QAction::toggled, this, &MainWindow::setPageDetached);
}

void MainWindow::setPageDetached(bool detached) {
  if (detached == (m_pageWindow != nullptr)) return;
  if (!detached) return takePageBack();
  m_columnSizes = m_columns->sizes();
  m_pageWindow = new PageWindow(m_preview, QWidget::actions());
  connect(m_pageWindow, &PageWindow::closed, this, &MainWindow::takePageBack);
  m_pageWindow->show();
}

void MainWindow::takePageBack() {
  if (m_pageWindow == nullptr) return;
  m_columns->addWidget(m_preview);
  m_columns->setStretchFactor(m_columns->indexOf(m_preview), 1);
  m_columns->setSizes(m_columnSizes);
  m_preview->setVisible(m_actions.showPage->isChecked());
  std::exchange(m_pageWindow, nullptr)->deleteLater();
  m_preview->tools()->windowAction()->setChecked(false);
}

} // namespace postwright::ui

#include "ui/preview/page_windows.h"

#include <QUrl>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineView>

namespace postwright::ui {
namespace {

constexpr QSize kWindowSize(900, 700);

} // namespace

PageWindows::PageWindows(QWidget* parent)
    : QObject(parent), m_owner(parent), m_profile(new QWebEngineProfile(this)) {}

PageWindows::~PageWindows() {
  delete m_inspector;
  delete m_printView;
  delete m_profile; // after its pages
}

QWebEngineView* PageWindows::makeView(const QString& title) {
  auto* view = new QWebEngineView;
  view->setWindowTitle(title);
  view->setAttribute(Qt::WA_DeleteOnClose);
  view->setContextMenuPolicy(Qt::NoContextMenu);
  view->setPage(new QWebEnginePage(m_profile, view));
  view->resize(kWindowSize);
  connect(m_owner, &QObject::destroyed, view, &QWidget::close);
  return view;
}

void PageWindows::showInspector(QWebEnginePage* page) {
  if (!m_inspector) m_inspector = makeView(tr("Inspector"));
  inspect(page);
  m_inspector->show();
  m_inspector->raise();
  m_inspector->activateWindow();
}

void PageWindows::inspect(QWebEnginePage* page) {
  if (m_inspector) m_inspector->page()->setInspectedPage(page);
}

QString PageWindows::pdfFile() {
  return m_folder.filePath(QStringLiteral("page-%1.pdf").arg(++m_prints));
}

void PageWindows::showPdf(const QString& file) {
  if (!m_printView) {
    m_printView = makeView(tr("Print view"));
    m_printView->settings()->setAttribute(QWebEngineSettings::PluginsEnabled, true);
    m_printView->settings()->setAttribute(QWebEngineSettings::PdfViewerEnabled, true);
  }
  m_printView->load(QUrl::fromLocalFile(file));
  m_printView->show();
  m_printView->raise();
  m_printView->activateWindow();
}

} // namespace postwright::ui

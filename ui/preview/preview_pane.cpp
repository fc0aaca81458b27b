#include "ui/preview/preview_pane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QPointer>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEngineNotification>
#include <QWebEngineScript>
#include <algorithm>

#include "ui/base/cover.h"
#include "ui/base/message_bar.h"
#include "ui/base/text_bridge.h"
#include "ui/preview/file_refresh.h"
#include "ui/preview/layout_scripts.h"
#include "ui/preview/live_page.h"
#include "ui/preview/page_frame.h"
#include "ui/preview/page_places.h"
#include "ui/preview/page_questions.h"
#include "ui/preview/page_tools.h"
#include "ui/preview/page_windows.h"
#include "ui/preview/pdf_printer.h"
#include "ui/preview/preview_bar.h"
#include "ui/preview/preview_profile.h"
#include "ui/preview/preview_view.h"

namespace postwright::ui {
namespace {

constexpr int kHostsNamed = 3; ///< in the bar; the details have all

const Diagnostic* firstError(const Diagnostics& diagnostics) {
  const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                  [](const Diagnostic& it) { return it.severity == Severity::Error; });
  return found == diagnostics.end() ? nullptr : &*found;
}

QString includeChain(const Error& error) {
  QStringList lines;
  for (const SourcePosition& position : error.chain)
    lines.append(PreviewPane::tr("included from %1").arg(toQString(toString(position))));
  return lines.join(QLatin1Char('\n'));
}

} // namespace

PreviewPane::PreviewPane(QWidget* parent)
    : QWidget(parent),
      m_profile(new PreviewProfile(this)),
      m_live(new LivePage(m_profile, this)),
      m_tools(new PageTools(this)),
      m_places(new PagePlaces(m_live, this)) {
  build();
  connectBar();
  connectLivePage();
  connectMessages();
  connectTools();
  updateCover();
}

PreviewPane::~PreviewPane() {
  delete m_windows; // its pages look at the page
  delete m_view;    // the page outlives its view, the profile outlives the page
  delete m_live;
  qDeleteAll(findChildren<PdfPrinter*>(QString(), Qt::FindDirectChildrenOnly));
}

void PreviewPane::build() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  m_bar = new PreviewBar(*m_tools, this);
  layout->addWidget(m_bar);
  buildBars();
  m_frame = new PageFrame(this);
  auto* area = new QStackedLayout(m_frame->content());
  area->setStackingMode(QStackedLayout::StackAll); // a page that is not visible would never paint
  m_view = new PreviewView(m_live->page(), this);
  m_cover = new Cover(this); // over the page until that has painted, so that no white flashes up
  area->addWidget(m_view);
  area->addWidget(m_cover);
  area->setCurrentWidget(m_cover);
  layout->addWidget(m_frame, 1);
  setFocusProxy(m_view);
  addActions({backAction(), forwardAction(), reloadAction()});
}

void PreviewPane::buildBars() {
  m_problemBar = new MessageBar(this);
  m_problemBar->setObjectName(QStringLiteral("problemBar"));
  m_problemBar->setClosable(false);
  m_scriptBar = new MessageBar(this);
  m_scriptBar->setObjectName(QStringLiteral("scriptBar"));
  m_blockedBar = new MessageBar(this);
  m_blockedBar->setObjectName(QStringLiteral("blockedBar"));
  m_questionBar = new MessageBar(this);
  m_questionBar->setObjectName(QStringLiteral("questionBar"));
  for (MessageBar* bar : {m_problemBar, m_scriptBar, m_questionBar, m_blockedBar})
    layout()->addWidget(bar);
  m_blockedTimer = new QTimer(this);
  m_blockedTimer->setSingleShot(true);
  m_blockedTimer->setInterval(0);
}

void PreviewPane::connectBar() {
  connect(backAction(), &QAction::triggered, this, [this] { emit documentRequested(m_history.back()); });
  connect(forwardAction(), &QAction::triggered, this,
          [this] { emit documentRequested(m_history.forward()); });
  connect(reloadAction(), &QAction::triggered, this, &PreviewPane::reload);
  connect(m_bar->browserAction(), &QAction::triggered, this, &PreviewPane::openInBrowserRequested);
  connect(m_bar->networkAction(), &QAction::triggered, this, &PreviewPane::allowNetwork);
  m_view->setMenuCommands({backAction(), forwardAction(), reloadAction()},
                          {browserAction(), m_tools->inspectorAction()});
  connect(m_view, &PreviewView::linkChosen, this, &PreviewPane::onLink);
  connect(m_view, &PreviewView::sourceRequested, m_places, &PagePlaces::locate);
}

void PreviewPane::connectLivePage() {
  connect(m_live, &LivePage::appeared, this, &PreviewPane::onAppeared);
  connect(m_live, &LivePage::painted, this, &PreviewPane::onPainted);
  connect(m_live, &LivePage::pageReplaced, this, [this](PreviewPage* page) {
    m_view->showPage(page);
    m_questions->setPage(page);
    m_windows->inspect(page);
    applyLook();
    m_appeared = false;
    updateCover();
  });
  connect(m_live, &LivePage::scriptsStopped, this, [this] {
    showScriptMessage(tr("A script of the page never ended"),
                      tr("It was stopped; the page is shown without scripts"), tr("Run scripts again"));
  });
  connect(m_live, &LivePage::crashed, this,
          [this] { showScriptMessage(tr("The page's process ended unexpectedly"), {}, tr("Load again")); });
  connect(m_live, &LivePage::linkActivated, this, &PreviewPane::onLink);
  connect(m_live, &LivePage::messageShown, this, &PreviewPane::showWords);
  m_profile->setNotificationPresenter([this](const std::unique_ptr<QWebEngineNotification>& notification) {
    showWords(notification->title() + QLatin1Char(' ') + notification->message());
  });
  connect(m_profile->interceptor(), &PageInterceptor::blocked, this, &PreviewPane::onBlocked);
  connect(m_profile, &PreviewProfile::networkChanged, this, &PreviewPane::reload);
}

void PreviewPane::connectMessages() {
  connect(m_problemBar, &MessageBar::actionTriggered, this, &PreviewPane::goToProblem);
  connect(m_cover, &Cover::actionTriggered, this, &PreviewPane::goToProblem);
  connect(m_scriptBar, &MessageBar::actionTriggered, this, &PreviewPane::reload);
  connect(m_blockedBar, &MessageBar::actionTriggered, this, [this] { allowNetwork(true); });
  connect(m_blockedTimer, &QTimer::timeout, this, &PreviewPane::showBlocked);
  m_questions = new PageQuestions(m_profile, m_questionBar, this);
  m_questions->setPage(m_live->page());
  connect(m_questions, &PageQuestions::windowAllowed, this, &PreviewPane::onLink);
}

void PreviewPane::connectTools() {
  m_windows = new PageWindows(this);
  connect(m_tools, &PageTools::lookChanged, this, &PreviewPane::applyLook);
  connect(m_frame, &PageFrame::zoomFactorChanged, m_view, &PreviewView::setZoomFactor);
  // A new document of another host begins at 100 %.
  connect(m_live, &LivePage::loaded, this, [this] { m_view->setZoomFactor(m_frame->zoomFactor()); });
  connect(m_tools->copyHtmlAction(), &QAction::triggered, this, &PreviewPane::copyHtml);
  connect(m_tools->inspectorAction(), &QAction::triggered, this,
          [this] { m_windows->showInspector(m_live->page()); });
  connect(m_tools->printViewAction(), &QAction::triggered, this, [this] {
    const QString file = m_windows->pdfFile();
    printToPdf(file, [self = QPointer(this), file](bool done) {
      if (!self) return;
      if (done) {
        self->m_windows->showPdf(file);
      } else {
        self->showScriptMessage(tr("The page could not be printed"), {}, {});
      }
    });
  });
  setPageScheme(*m_profile, m_tools->look().scheme);
}

void PreviewPane::applyLook() {
  const PageLook& look = m_tools->look();
  m_frame->setPageWidth(look.width);
  m_frame->setZoom(look.zoom / 100.0);
  m_view->setZoomFactor(m_frame->zoomFactor());
  setPageScheme(*m_profile, look.scheme);
  showPageScheme(*m_live->page(), look.scheme);
}

void PreviewPane::copyHtml() {
  QApplication::clipboard()->setText(QString::fromUtf8(m_html));
}

void PreviewPane::setSite(const site::SitePointer& site) {
  const bool isSameSite = site && m_site && site->source() == m_site->source() &&
                          site->root() == m_site->root() && site->baseUrl() == m_site->baseUrl();
  m_site = site;
  if (isSameSite) return m_profile->handler()->updateSite(site);
  setRoot(site, site ? toQString(site->source()) : QString());
}

void PreviewPane::setLoneFile(const QString& file) {
  const QFileInfo info(file);
  m_site.reset();
  setRoot(nullptr, info.absolutePath());
  setDocument(info.fileName());
}

void PreviewPane::setRoot(const site::SitePointer& site, const QString& folder) {
  const QString baseUrl = site ? toQString(site->baseUrl()) : QString();
  const SiteUrls urls(folder, baseUrl);
  m_profile->setSite(site, urls, site ? SiteFiles::ofSite(site) : SiteFiles::ofFolder(folder));
  setNetworkAllowed(false);
  m_history.clear();
  m_document.clear();
  clearView();
  forgetPage();
  setState(PreviewState::Empty);
}

void PreviewPane::setPageProvider(PageProvider provider) {
  m_profile->handler()->setPageProvider(std::move(provider));
}

void PreviewPane::setDocument(const QString& path) {
  if (path == m_document) return;
  m_document = path;
  if (path.isEmpty()) {
    clearView();
  } else {
    m_history.visit(path);
  }
  forgetPage();
  setState(path.isEmpty() ? PreviewState::Empty : PreviewState::Rendering);
}

void PreviewPane::clearView() {
  m_live->clear();
  m_appeared = false;
}

void PreviewPane::forgetPage() {
  m_hasPage = false;
  m_path.clear();
  m_html.clear();
  m_tools->setHasPage(false);
  m_problem.reset();
  m_problemBar->hide();
  m_scriptBar->hide();
  m_questions->clear();
  m_blockedBar->hide();
  m_blocked.clear();
  m_bar->setUrl({}, {});
  updateHistory();
}

void PreviewPane::showPage(const render::Page& page) {
  if (!page.ok) {
    if (const Diagnostic* error = firstError(page.diagnostics)) showProblem(*error);
    return;
  }
  m_isOnTheWay = false;
  put(page);
}

void PreviewPane::showOnTheWay(const render::Page& page) {
  if (!page.ok || m_state == PreviewState::Empty) return;
  m_isOnTheWay = true;
  put(page);
}

void PreviewPane::put(const render::Page& page) {
  m_problem.reset();
  m_problemBar->hide();
  const QString path = toQString(page.url);
  if (path != m_path || !m_hasPage) {
    m_blocked.clear();
    m_blockedBar->hide();
  }
  m_hasPage = true;
  m_path = path;
  m_history.setUrl(shownUrl());
  const SiteUrls& urls = m_profile->handler()->urls();
  m_bar->setUrl(shownUrl(), urls.publicUrl(m_path).toString());
  setState(PreviewState::Rendering);
  const QByteArray html(page.html.data(), static_cast<qsizetype>(page.html.size()));
  m_html = html;
  m_tools->setHasPage(true);
  const std::string document = toUtf8(m_document);
  m_live->show({m_path, html, layoutScripts(page, document), textOf(page, document), m_document,
                std::make_shared<const render::SourceMap>(page.sourceMap)});
}

void PreviewPane::showStale() {
  if (m_state == PreviewState::Fresh) setState(PreviewState::Rendering);
}

void PreviewPane::showProblem(const Diagnostic& problem) {
  if (problem.error.code == ErrorCode::Cancelled) return;
  m_problem = problem;
  const SourcePosition& where = problem.error.where;
  QStringList notes;
  const QString file = where.file.empty() ? m_document : toQString(where.file);
  if (where.line > 0) {
    notes.append(tr("%1 line %2").arg(file).arg(where.line));
  } else if (!where.file.empty()) {
    notes.append(file);
  }
  if (m_hasPage) {
    notes.append(tr("showing the last good page"));
    m_problemBar->showMessage(MessageBar::Kind::Error, toQString(describe(problem.error)),
                              notes.join(QStringLiteral(" · ")));
    m_problemBar->setAction(where.line > 0 ? tr("Go to line") : QString());
    m_problemBar->setDetails(includeChain(problem.error));
  }
  setState(PreviewState::Error);
}

void PreviewPane::clearProblem() {
  if (!m_problem) return;
  m_problem.reset();
  m_problemBar->hide();
  setState(m_hasPage ? PreviewState::Fresh : PreviewState::Rendering);
}

void PreviewPane::goToProblem() {
  if (!m_problem) return;
  const SourcePosition& where = m_problem->error.where;
  emit positionRequested(where.file.empty() ? m_document : toQString(where.file), where.line, where.column);
}

void PreviewPane::setState(PreviewState state) {
  const bool changed = state != m_state;
  m_state = state;
  updateCover();
  if (changed) emit stateChanged(state);
}

void PreviewPane::updateCover() {
  const bool isEmpty = m_state == PreviewState::Empty;
  const bool hasNoGoodPage = m_problem && !m_hasPage;
  if (isEmpty) {
    m_cover->showText(QStringLiteral("document-preview"), tr("No page to show"),
                      tr("Choose a post or a page and it appears here as the site will show it."));
  } else if (hasNoGoodPage) {
    const SourcePosition& where = m_problem->error.where;
    const QString file = where.file.empty() ? m_document : toQString(where.file);
    const QString place = where.line > 0 ? tr("%1 line %2").arg(file).arg(where.line) : file;
    m_cover->showError(toQString(describe(m_problem->error)), place,
                       where.line > 0 ? tr("Go to Line") : QString());
  } else if (!m_appeared) {
    m_cover->showBlank();
  }
  m_cover->setVisible(isEmpty || hasNoGoodPage || !m_appeared);
}

void PreviewPane::onAppeared() {
  m_appeared = true;
  updateCover();
}

void PreviewPane::onPainted() {
  if (m_isOnTheWay) return;
  if (m_state == PreviewState::Rendering && m_hasPage) setState(PreviewState::Fresh);
  emit painted();
}

void PreviewPane::updateHistory() {
  backAction()->setEnabled(m_history.canGoBack());
  forwardAction()->setEnabled(m_history.canGoForward());
}

void PreviewPane::reload() {
  m_scriptBar->hide();
  m_blockedBar->hide();
  m_blocked.clear();
  if (m_hasPage) m_live->reload();
}

void PreviewPane::refreshFiles() {
  const QStringList changed = m_hasPage ? m_profile->handler()->takeChangedFiles() : QStringList();
  if (changed.isEmpty()) return;
  const auto script = refreshScript(changed, ++m_refreshes);
  if (!script) return reload();
  m_live->page()->runJavaScript(*script, QWebEngineScript::ApplicationWorld,
                                [self = QPointer(this)](const QVariant& done) {
                                  if (self && !done.toBool()) self->reload();
                                });
}

void PreviewPane::onLink(const QUrl& url) {
  const QUrl meant = m_profile->handler()->urls().meant(url);
  if (const auto path = m_profile->handler()->urls().pathOf(meant)) return openPath(*path, meant);
  emit externalLinkActivated(meant);
}

void PreviewPane::openPath(const QString& path, const QUrl& url) {
  const site::DocumentPointer document = m_site ? m_site->documentAtUrl(toUtf8(path)) : nullptr;
  const QString fragment = url.fragment(QUrl::FullyDecoded);
  if (path == m_path || (document && toQString(document->path) == m_document)) {
    m_live->goToFragment(fragment);
    return;
  }
  if (document) {
    if (!fragment.isEmpty()) m_live->setNextFragment(toQString(document->url), fragment);
    emit documentRequested(QLatin1Char('/') + path);
    return;
  }
  const QString file = m_profile->handler()->files().find(path);
  const QUrl published = m_profile->handler()->urls().publicUrl(path);
  if (!file.isEmpty()) {
    emit externalLinkActivated(QUrl::fromLocalFile(file));
  } else if (published.isValid()) {
    emit externalLinkActivated(published);
  } else {
    m_scriptBar->setAction({});
    m_scriptBar->showMessage(MessageBar::Kind::Info, tr("Nothing is there:"), QLatin1Char('/') + path);
  }
}

void PreviewPane::onBlocked(const QUrl& url) {
  if (m_blocked.add(url)) m_blockedTimer->start();
}

void PreviewPane::showBlocked() {
  if (m_blocked.isEmpty() || isNetworkAllowed()) return m_blockedBar->hide();
  const QStringList hosts = m_blocked.hosts();
  QString named = hosts.mid(0, kHostsNamed).join(QStringLiteral(", "));
  if (hosts.size() > kHostsNamed) named += tr(" and %1 more").arg(hosts.size() - kHostsNamed);
  m_blockedBar->setAction(tr("Allow for this site"), tr("Allow network for this site"));
  m_blockedBar->setDetails(m_blocked.details());
  m_blockedBar->showMessage(MessageBar::Kind::Warning,
                            m_blocked.count() == 1 ? tr("1 network request blocked")
                                                   : tr("%1 network requests blocked").arg(m_blocked.count()),
                            named);
}

void PreviewPane::showWords(const QString& text) {
  m_scriptBar->setAction({});
  m_scriptBar->showMessage(MessageBar::Kind::Info, tr("The page says:"), text);
}

void PreviewPane::showScriptMessage(const QString& text, const QString& note, const QString& action) {
  m_scriptBar->setAction(action);
  m_scriptBar->showMessage(MessageBar::Kind::Warning, text, note);
}

void PreviewPane::allowNetwork(bool allowed) {
  setNetworkAllowed(allowed);
  emit networkAllowedChanged(allowed);
}

void PreviewPane::setNetworkAllowed(bool allowed) {
  m_profile->setNetworkAllowed(allowed);
  m_bar->setNetworkAllowed(allowed);
  if (allowed) m_blockedBar->hide();
}

bool PreviewPane::isNetworkAllowed() const {
  return m_profile->isNetworkAllowed();
}

QString PreviewPane::shownUrl() const {
  return m_hasPage ? QLatin1Char('/') + m_path : QString();
}

void PreviewPane::printToPdf(const QString& file, const std::function<void(bool)>& done) {
  if (!m_hasPage) return done(false);
  auto* printer = new PdfPrinter(m_profile, file, done, this);
  printer->print(m_profile->handler()->urls().toUrl(m_path), m_live->runsScripts());
}

void PreviewPane::evaluate(const QString& script, const std::function<void(const QVariant&)>& done) {
  m_live->page()->runJavaScript(script, QWebEngineScript::MainWorld, done);
}

QAction* PreviewPane::backAction() const {
  return m_bar->backAction();
}

QAction* PreviewPane::forwardAction() const {
  return m_bar->forwardAction();
}

QAction* PreviewPane::reloadAction() const {
  return m_bar->reloadAction();
}

QAction* PreviewPane::browserAction() const {
  return m_bar->browserAction();
}

} // namespace postwright::ui

#include "ui/preview/preview_page.h"

#include <QLoggingCategory>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineNewWindowRequest>
#include <utility>

namespace postwright::ui {
namespace {

Q_LOGGING_CATEGORY(lcPage, "postwright.page", QtWarningMsg)

constexpr qint64 kClickMs = 1000; ///< a navigation later than this after the input is the page's own doing

} // namespace

PreviewPage::PreviewPage(PreviewProfile* profile, QObject* parent)
    : QWebEnginePage(profile, parent), m_profile(profile) {
  connect(this, &QWebEnginePage::newWindowRequested, this, [this](QWebEngineNewWindowRequest& request) {
    // A script that opens a window while a button is pressed is the user's doing too, as the engine sees it.
    const QUrl url = request.requestedUrl();
    const bool isLink = request.isUserInitiated() && url == m_hovered;
    isLink ? emit linkActivated(url) : emit windowRequested(url);
  });
  connect(this, &QWebEnginePage::linkHovered, this, [this](const QString& url) { m_hovered = QUrl(url); });
  connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
          [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
  connect(this, &QWebEnginePage::selectClientCertificate, this,
          [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
}

void PreviewPage::open(const QUrl& url) {
  m_profile->noteUse();
  m_ordered = url;
  m_opening = true;
  emit opened();
  load(url);
}

void PreviewPage::openAgain() {
  m_reloadOrdered = true;
  m_opening = true;
  emit opened();
  // Not load(): it keeps style sheets and images even with caching off. Nor clearHttpCache() before it: that
  // cuts off requests of the new page which are under way.
  triggerAction(ReloadAndBypassCache);
}

QUrl PreviewPage::addressOf(const QUrl& link) const {
  const SiteUrls& urls = m_profile->handler()->urls();
  QUrl meant = urls.meant(link);
  const auto path = urls.pathOf(meant);
  if (!path) return meant;
  QUrl address = urls.publicUrl(*path);
  if (!address.isValid()) address.setPath(QLatin1Char('/') + *path);
  address.setFragment(meant.fragment());
  return address;
}

bool PreviewPage::acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) {
  if (!isMainFrame) return acceptFrame(url);
  const bool isOrdered = (type == NavigationTypeTyped && url == m_ordered) ||
                         (type == NavigationTypeReload && std::exchange(m_reloadOrdered, false));
  if (isOrdered) {
    // The page before has been asked; loadStarted() can come after the next one's first words.
    m_opening = false;
    return true;
  }
  const bool clicked = m_sinceInput.isValid() && m_sinceInput.elapsed() < kClickMs;
  if (type == NavigationTypeLinkClicked && clicked) {
    m_sinceInput.invalidate();
    // Queued: whoever listens may load a page, which must not happen inside this navigation.
    QMetaObject::invokeMethod(this, [this, url] { emit linkActivated(url); }, Qt::QueuedConnection);
  }
  return false;
}

bool PreviewPage::acceptFrame(const QUrl& url) {
  const PageInterceptor::Decision decision = m_profile->interceptor()->decide(url);
  if (decision.verdict != PageInterceptor::Verdict::Block) return true;
  m_profile->interceptor()->report(decision.url); // blocked later, an error page would fill the frame
  return false;
}

void PreviewPage::javaScriptAlert(const QUrl& /*origin*/, const QString& text) {
  emit messageShown(text);
}

bool PreviewPage::javaScriptConfirm(const QUrl& /*origin*/, const QString& text) {
  if (m_opening) return true; // 'leave this page?', when we go
  emit messageShown(text);
  return false;
}

bool PreviewPage::javaScriptPrompt(const QUrl& /*origin*/, const QString& text, const QString& /*value*/,
                                   QString* /*result*/) {
  emit messageShown(text);
  return false;
}

void PreviewPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel /*level*/, const QString& text,
                                           int line, const QString& source) {
  qCDebug(lcPage).noquote() << source << line << text;
}

QStringList PreviewPage::chooseFiles(FileSelectionMode /*mode*/, const QStringList& /*old*/,
                                     const QStringList& /*types*/) {
  return {};
}

} // namespace postwright::ui

#include "ui/preview/page_questions.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QWebEngineDownloadRequest>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineSettings>
#include <algorithm>
#include <array>

#include "ui/base/message_bar.h"
#include "ui/preview/preview_page.h"
#include "ui/preview/preview_profile.h"

namespace postwright::ui {
namespace {

constexpr qsizetype kMostOpen = 8;
constexpr int kMostWindows = 16; ///< that scripts of one document ask for; each costs the engine a page

struct Wish {
  QWebEnginePage::Feature feature;
  const char* text;
};

constexpr std::array kWishes = {
    Wish{QWebEnginePage::Geolocation,
         QT_TRANSLATE_NOOP("postwright::ui::PageQuestions", "This page wants to know where you are")},
    Wish{QWebEnginePage::Notifications,
         QT_TRANSLATE_NOOP("postwright::ui::PageQuestions", "This page wants to show notifications")},
    Wish{QWebEnginePage::MediaAudioCapture,
         QT_TRANSLATE_NOOP("postwright::ui::PageQuestions", "This page wants to use the microphone")},
    Wish{QWebEnginePage::MediaVideoCapture,
         QT_TRANSLATE_NOOP("postwright::ui::PageQuestions", "This page wants to use the camera")},
    Wish{QWebEnginePage::MediaAudioVideoCapture,
         QT_TRANSLATE_NOOP("postwright::ui::PageQuestions",
                           "This page wants to use the camera and the microphone")},
    Wish{QWebEnginePage::MouseLock,
         QT_TRANSLATE_NOOP("postwright::ui::PageQuestions", "This page wants to take the mouse pointer")},
};

/// What it answers when it is asked; a request that goes unanswered is refused by the engine.
template <typename Request>
std::function<void(bool)> replyTo(Request request) {
  return [request](bool accepted) mutable { accepted ? request.accept() : request.reject(); };
}

bool isWebAddress(const QUrl& url) {
  return url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
}

} // namespace

PageQuestions::PageQuestions(PreviewProfile* profile, MessageBar* bar, QObject* parent)
    : QObject(parent), m_profile(profile), m_bar(bar) {
  m_bar->setCloseToolTip(tr("Refuse this, and whatever else the page asks for until it is loaded again"));
  connect(m_bar, &MessageBar::actionTriggered, this, [this] { answer(true); });
  connect(m_bar, &MessageBar::otherActionTriggered, this, [this] { answer(false); });
  connect(m_bar, &MessageBar::closed, this, [this] {
    m_refusesAll = !m_open.isEmpty();
    refuseAll();
  });
  connect(m_profile, &QWebEngineProfile::downloadRequested, this, &PageQuestions::onDownload);
}

void PageQuestions::setPage(PreviewPage* page) {
  clear();
  if (m_page) m_page->disconnect(this);
  m_page = page;
  connect(page, &PreviewPage::windowRequested, this, &PageQuestions::onWindow);
  connect(page, &QWebEnginePage::featurePermissionRequested, this, &PageQuestions::onPermission);
  connect(page, &QWebEnginePage::quotaRequested, this, &PageQuestions::onQuota);
  connect(page, &QWebEnginePage::registerProtocolHandlerRequested, this, &PageQuestions::onLinkKind);
  // Not loadStarted(): it comes of flights, too, which are refused; the page could ask again and again.
  connect(page, &PreviewPage::opened, this, &PageQuestions::clear);
}

void PageQuestions::clear() {
  refuseAll();
  m_bar->hide();
  m_refused.clear();
  m_refusesAll = false;
  m_allowed.clear();
  m_windows = 0;
  if (m_page) m_page->settings()->resetAttribute(QWebEngineSettings::JavascriptCanOpenWindows);
  // The profile keeps an answer for good; the user's was to this document.
  for (const auto& [origin, feature] : std::exchange(m_denied, {}))
    if (m_page) m_page->setFeaturePermission(origin, feature, QWebEnginePage::PermissionUnknown);
}

void PageQuestions::ask(Question question) {
  const QString key = question.key();
  const bool isOpen =
      std::any_of(m_open.begin(), m_open.end(), [&](const Question& open) { return open.key() == key; });
  if (isOpen) return;
  if (m_refusesAll || m_refused.contains(key) || m_open.size() >= kMostOpen) return question.answer(false);
  m_open.append(std::move(question));
  if (m_open.size() == 1) showFirst();
}

void PageQuestions::answer(bool accepted) {
  if (m_open.isEmpty()) return;
  const Question question = m_open.takeFirst();
  if (!accepted) m_refused.insert(question.key());
  showFirst();
  question.answer(accepted);
}

void PageQuestions::refuseAll() {
  for (const Question& question : std::exchange(m_open, {}))
    question.answer(false);
}

void PageQuestions::showFirst() {
  if (m_open.isEmpty()) return m_bar->hide();
  const Question& question = m_open.first();
  m_bar->setAction(question.accept);
  m_bar->setOtherAction(question.refuse);
  m_bar->showMessage(MessageBar::Kind::Info, question.text, question.note);
}

void PageQuestions::onWindow(const QUrl& url) {
  if (++m_windows == kMostWindows)
    m_page->settings()->setAttribute(QWebEngineSettings::JavascriptCanOpenWindows, false);
  const SiteUrls& urls = m_profile->handler()->urls();
  const QUrl meant = urls.meant(url);
  const bool isOfSite = urls.pathOf(meant).has_value();
  if (!isOfSite && !isWebAddress(meant)) return; // it could only be shown in a window of the page's own
  const QString where = isOfSite ? meant.path() : meant.host();
  ask({tr("This page wants to open %1").arg(where), isOfSite ? QString() : meant.toDisplayString(),
       isOfSite ? tr("Open") : tr("Open in browser"), tr("Ignore"), [this, url](bool accepted) {
         if (accepted) emit windowAllowed(url);
       }});
}

void PageQuestions::onPermission(const QUrl& origin, QWebEnginePage::Feature feature) {
  const auto reply = [this, origin, feature](bool accepted) {
    if (accepted) {
      m_granted.insert({origin, feature});
    } else {
      m_denied.append({origin, feature});
    }
    if (m_page) {
      m_page->setFeaturePermission(
          origin, feature,
          accepted ? QWebEnginePage::PermissionGrantedByUser : QWebEnginePage::PermissionDeniedByUser);
    }
  };
  if (m_granted.contains({origin, feature})) return reply(true);
  const auto* wish = std::find_if(kWishes.begin(), kWishes.end(),
                                  [feature](const Wish& known) { return known.feature == feature; });
  if (wish == kWishes.end()) return reply(false);
  ask({tr(wish->text), foreignHost(origin), tr("Allow for this session"), tr("Deny"), reply});
}

/// Empty for the site's own pages.
QString PageQuestions::foreignHost(const QUrl& origin) const {
  return m_profile->handler()->urls().isServed(origin) ? QString() : origin.host();
}

void PageQuestions::onQuota(QWebEngineQuotaRequest request) {
  const QString size = QLocale().formattedDataSize(request.requestedSize());
  ask({tr("This page wants to keep up to %1 of data").arg(size), foreignHost(request.origin()),
       tr("Allow for this session"), tr("Deny"), replyTo(request)});
}

void PageQuestions::onLinkKind(QWebEngineRegisterProtocolHandlerRequest request) {
  ask({tr("This page wants to open the links of the kind “%1”").arg(request.scheme()),
       foreignHost(request.origin()), tr("Allow for this session"), tr("Deny"), replyTo(request)});
}

/// A download has to be accepted at once or not at all: it is cut off, and begins anew when it may be.
void PageQuestions::onDownload(QWebEngineDownloadRequest* download) {
  const QUrl url = download->url();
  const QString file = m_allowed.take(url);
  if (!file.isEmpty()) return save(download, file);
  const QString name = QFileInfo(download->suggestedFileName()).fileName();
  const bool isOfPage = download->page() == m_page;
  download->cancel();
  if (!isOfPage) return;
  ask({tr("This page wants to save a file"), name, tr("Save as…"), tr("Ignore"),
       [this, url, name](bool accepted) {
         if (accepted) chooseFile(url, name);
       }});
}

void PageQuestions::chooseFile(const QUrl& url, const QString& name) {
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
  auto* dialog = new QFileDialog(m_bar->window(), tr("Save the page's file"), folder.path());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(name);
  connect(dialog, &QFileDialog::fileSelected, this, [this, url](const QString& file) {
    m_allowed.insert(url, file);
    if (m_page) m_page->download(url);
  });
  dialog->open();
}

void PageQuestions::save(QWebEngineDownloadRequest* download, const QString& file) {
  const QFileInfo info(file);
  download->setDownloadDirectory(info.path());
  download->setDownloadFileName(info.fileName());
  connect(download, &QWebEngineDownloadRequest::isFinishedChanged, this, [this, download, file] {
    if (!m_open.isEmpty()) return; // a question is more urgent than news
    const bool isThere = download->state() == QWebEngineDownloadRequest::DownloadCompleted;
    m_bar->setAction({});
    m_bar->setOtherAction({});
    if (isThere) {
      m_bar->showMessage(MessageBar::Kind::Info, tr("Saved"), file);
    } else {
      m_bar->showMessage(MessageBar::Kind::Error, tr("The file could not be saved"),
                         download->interruptReasonString());
    }
  });
  download->accept();
}

} // namespace postwright::ui

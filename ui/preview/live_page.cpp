#include "ui/preview/live_page.h"

#include <signal.h>

#include <QFile>
#include <QLoggingCategory>
#include <QPointer>
#include <QWebChannel>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#include <algorithm>
#include <utility>

namespace postwright::ui {
namespace {

Q_LOGGING_CATEGORY(lcLive, "postwright.live", QtWarningMsg)

constexpr auto kWorld = QWebEngineScript::ApplicationWorld;
constexpr int kDeadlineMs = 4000;
constexpr int kDeadlineMsPerMegabyte = 2000;
constexpr qsizetype kMegabyte = qsizetype{1} << 20;

QString resource(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ourScripts() {
  QString source;
  for (const char* name : {"qtwebchannel/qwebchannel.js", "preview/dom.js", "preview/tree.js",
                           "preview/patch.js", "preview/follow.js"}) {
    source += resource(QStringLiteral(":/") + QLatin1String(name)) + QLatin1Char('\n');
  }
  return source;
}

QWebEngineScript startScript(const QString& source) {
  QWebEngineScript script;
  script.setName(QStringLiteral("postwright"));
  script.setSourceCode(source);
  script.setInjectionPoint(QWebEngineScript::DocumentCreation);
  script.setWorldId(kWorld);
  script.setRunsOnSubFrames(false);
  return script;
}

/// The places of the anchors from `first` to before `end`, counted from `base`, as a JavaScript array.
QString marksLiteral(const std::vector<Anchor>& anchors, std::size_t first, std::size_t end, qsizetype base) {
  QString literal = QStringLiteral("[");
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) literal += u',';
    literal += QString::number(anchors[i].mark - base);
  }
  return literal + u']';
}

QString partLiteral(const PagePart& part) {
  return QStringLiteral("{first: %1, end: %2, from: %3, oldEnd: %4, newEnd: %5}")
      .arg(part.first)
      .arg(part.oldEnd)
      .arg(part.from)
      .arg(part.oldTo)
      .arg(part.newTo);
}

int deadlineFor(qsizetype bytes) {
  return kDeadlineMs + static_cast<int>(bytes / kMegabyte) * kDeadlineMsPerMegabyte;
}

} // namespace

LivePage::LivePage(PreviewProfile* profile, QObject* parent)
    : QObject(parent),
      m_profile(profile),
      m_bridge(new PageBridge(this)),
      m_watchdog(new ScriptWatchdog(this)) {
  connect(m_bridge, &PageBridge::ready, this, &LivePage::onReady);
  connect(m_bridge, &PageBridge::painted, this, &LivePage::onPainted);
  connect(m_watchdog, &ScriptWatchdog::hung, this, &LivePage::onHung);
  m_loadLate.setSingleShot(true);
  connect(&m_loadLate, &QTimer::timeout, this, &LivePage::onUnpaired);
  makePage();
}

LivePage::~LivePage() {
  // Answers that scripts still owe come while the page goes; none may find its question.
  m_state = State::Empty;
  delete m_page; // before the channel's object
}

void LivePage::makePage() {
  m_page = new PreviewPage(m_profile, this);
  auto* channel = new QWebChannel(m_page);
  channel->registerObject(QStringLiteral("bridge"), m_bridge);
  m_page->setWebChannel(channel, kWorld);
  m_page->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, m_runsScripts);
  connect(m_page, &QWebEnginePage::loadFinished, this, &LivePage::onLoadFinished);
  connect(m_page, &QWebEnginePage::renderProcessTerminated, this, &LivePage::onTerminated);
  connect(m_page, &PreviewPage::linkActivated, this, &LivePage::linkActivated);
  connect(m_page, &PreviewPage::messageShown, this, &LivePage::messageShown);
  m_watchdog->setPage(m_page);
  m_loadedPath.reset();
  m_profile->handler()->forgetFiles();
}

void LivePage::replacePage() {
  PreviewPage* old = m_page;
  old->disconnect(this);
  makePage();
  emit pageReplaced(m_page);
  old->deleteLater();
}

void LivePage::setRunsScripts(bool runs) {
  m_runsScripts = runs;
  m_page->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, runs);
}

void LivePage::show(LiveContent content) {
  m_next = std::move(content);
  advance();
}

void LivePage::reload() {
  if (!m_next && m_state == State::Empty && m_shown.html.isEmpty()) return;
  if (!m_next) m_next = m_shown;
  rememberScroll();
  setRunsScripts(true);
  m_state = State::Empty;
  advance();
}

void LivePage::clear() {
  m_next.reset();
  m_shown = {};
  m_scroll.clear();
  m_nextPlace.clear();
  m_state = State::Empty;
  m_loadSerial = m_serial + 1; // no report of the old page counts
  m_loadedPath.reset();
  if (m_page->url().isValid()) m_page->open(QUrl(QStringLiteral("about:blank")));
  setRunsScripts(true);
  updateWatchdog();
}

void LivePage::advance() {
  if (!m_next || m_killed) return;
  const bool busy = m_state == State::Loading || m_state == State::Patching;
  if (busy && m_next->path == m_shown.path) return;
  LiveContent content = *std::exchange(m_next, std::nullopt);
  if (needsLoad(content)) {
    load(std::move(content));
  } else {
    patch(std::move(content));
  }
}

bool LivePage::needsLoad(const LiveContent& content) const {
  return m_state != State::Ready || content.path != m_shown.path ||
         content.layoutScripts != m_shown.layoutScripts;
}

void LivePage::run(const QString& call, const std::function<void(const QVariant&)>& done) {
  if (m_state == State::Empty || m_state == State::Loading) return;
  m_page->runJavaScript(call, kWorld, done ? done : [](const QVariant&) {});
}

void LivePage::load(LiveContent next) {
  rememberScroll();
  if (m_state == State::Ready) m_heaviest = 0;
  m_heaviest = std::max({m_heaviest, m_shown.html.size(), next.html.size()});
  m_shown = std::move(next);
  const LiveContent& content = m_shown;
  m_state = State::Loading;
  if (m_loadedPath != content.path && m_profile->handler()->hasChangedFiles()) replacePage();
  ++m_load;
  m_loadSerial = ++m_serial;
  m_profile->handler()->setPage(content.path, content.html);
  QUrl url = m_profile->handler()->urls().toUrl(content.path);
  // The place is kept until the page is there: it may have to be loaded once more.
  if (m_nextPlace.path(QUrl::FullyDecoded) != content.path) m_nextPlace.clear();
  const bool atFragment = m_nextPlace.hasFragment();
  if (atFragment) url.setFragment(m_nextPlace.fragment());
  m_isAtFragment = atFragment;
  installStart(atFragment);
  if (m_loadedPath == content.path) {
    m_page->openAgain();
  } else {
    m_loadedPath.reset(); // until it is there, a reload would bring back whichever page has come so far
    m_page->open(url);
  }
  m_loadLate.start(2 * deadlineFor(content.html.size()));
  updateWatchdog();
}

void LivePage::installStart(bool atFragment) {
  const QPointF scroll = atFragment ? QPointF() : m_scroll.value(m_shown.path);
  // The page as text goes with the script, so that both are of one load.
  const std::vector<Anchor>& anchors = m_shown.text.anchors;
  const QString start =
      QStringLiteral("\npostwright.begin(%1, %2, %3, %4, %5, %6);\n")
          .arg(m_load)
          .arg(m_serial)
          .arg(scroll.x())
          .arg(scroll.y())
          .arg(scriptLiteral(m_shown.text.html), marksLiteral(anchors, 0, anchors.size(), 0));
  static const QString source = ourScripts();
  m_page->scripts().clear();
  m_page->scripts().insert(startScript(source + start));
}

void LivePage::patch(LiveContent content) {
  const PageDelta delta = deltaOf(m_shown.text.html, content.text.html);
  const std::optional<PagePart> part = partOf(m_shown.text, content.text, delta);
  ++m_serial;
  m_shown = std::move(content);
  m_state = State::Patching;
  m_profile->handler()->setPage(m_shown.path, m_shown.html);
  sendPatch(delta, part);
  updateWatchdog();
}

/// Without a part the page parses the whole text.
void LivePage::sendPatch(const PageDelta& delta, const std::optional<PagePart>& part) {
  const std::vector<Anchor>& anchors = m_shown.text.anchors;
  const QString marks = part ? marksLiteral(anchors, part->first, part->newEnd, part->from)
                             : marksLiteral(anchors, 0, anchors.size(), 0);
  const QString call =
      QStringLiteral("postwright.patch(%1, {head: %2, tail: %3, middle: %4}, %5, %6)")
          .arg(m_serial)
          .arg(delta.head)
          .arg(delta.tail)
          .arg(scriptLiteral(delta.text), marks, part ? partLiteral(*part) : QStringLiteral("null"));
  m_page->runJavaScript(call, kWorld,
                        [self = QPointer(this), serial = m_serial, delta](const QVariant& result) {
                          if (self) self->onPatched(serial, delta, result.toString());
                        });
}

void LivePage::onPatched(int serial, const PageDelta& delta, const QString& result) {
  if (m_state != State::Patching || serial != m_serial) return; // a load has overtaken it
  if (result == QLatin1String("whole")) return sendPatch(delta, std::nullopt);
  const bool done = result == QLatin1String("patched");
  if (!done) qCDebug(lcLive) << "reload:" << result;
  if (done) {
    m_state = State::Ready;
    emit contentChanged();
  }
  if (!done && !m_next) m_next = m_shown;
  if (!done) {
    rememberScroll();
    m_state = State::Empty; // what is shown cannot be patched: load
  }
  updateWatchdog();
  advance();
}

void LivePage::onReady(int load) {
  if (load != m_load || m_state != State::Loading) return;
  m_state = State::Ready;
  m_heaviest = m_shown.html.size();
  if (m_nextPlace.path(QUrl::FullyDecoded) == m_shown.path) m_nextPlace.clear();
  m_loadedPath = m_shown.path;
  updateWatchdog();
  emit loaded();
  emit contentChanged();
  advance();
}

void LivePage::onPainted(int serial) {
  if (serial >= m_loadSerial) emit appeared();
  if (serial == m_serial) emit painted();
}

void LivePage::onLoadFinished() {
  if (m_state != State::Loading || m_page->isOpening()) return; // what finished was before it
  // The channel may have been late for the script's own report.
  m_page->runJavaScript(QStringLiteral("postwright.paired()"), kWorld,
                        [self = QPointer(this), load = m_load](const QVariant& paired) {
                          if (self && self->m_load == load) self->onPairedKnown(paired.toInt());
                        });
}

/// `paired` is the load that the document there was paired for; 0: none.
void LivePage::onPairedKnown(int paired) {
  if (paired == m_load) return onReady(paired);
  // An earlier document's, whose load was broken off; or the scripts came too late for this one.
  if (!m_page->isLoading()) onUnpaired();
}

void LivePage::onUnpaired() {
  // A page whose process is a new one can have lost its scripts, and a load that was broken off can hold up
  // the next one for ever; a new page has neither.
  if (m_state != State::Loading || m_retriedLoad == m_load) return;
  qCDebug(lcLive) << "load" << m_load << "has no script of ours";
  m_state = State::Empty;
  replacePage();
  if (!m_next) m_next = m_shown;
  m_retriedLoad = m_load + 1;
  advance();
}

void LivePage::rememberScroll() {
  if (m_state == State::Ready || m_state == State::Patching)
    m_scroll[m_shown.path] = m_page->scrollPosition();
}

void LivePage::goToFragment(const QString& fragment) {
  m_page->runJavaScript(QStringLiteral("postwright.goTo(%1)").arg(scriptLiteral(fragment)), kWorld);
}

void LivePage::setNextFragment(const QString& path, const QString& fragment) {
  m_nextPlace.clear();
  m_nextPlace.setPath(path, QUrl::DecodedMode);
  m_nextPlace.setFragment(fragment, QUrl::DecodedMode);
}

void LivePage::onHung() {
  const qint64 process = m_page->renderProcessPid();
  if (process <= 1 || m_killed) return;
  qCDebug(lcLive) << "load" << m_load << "hangs";
  m_killed = true;
  ::kill(static_cast<pid_t>(process), SIGKILL); // load() over an endless loop would never finish
}

void LivePage::onTerminated() {
  const bool killed = std::exchange(m_killed, false);
  m_state = State::Empty;
  if (killed) m_runsScripts = false;
  replacePage(); // a page whose process died may come back without our script
  updateWatchdog();
  if (!killed) {
    emit crashed();
    return;
  }
  emit scriptsStopped();
  if (!m_next) m_next = m_shown;
  advance();
}

void LivePage::updateWatchdog() {
  m_watchdog->setBusy(m_state == State::Loading || m_state == State::Patching);
  m_watchdog->setDeadline(deadlineFor(std::max(m_heaviest, m_shown.html.size())));
}

} // namespace postwright::ui

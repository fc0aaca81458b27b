#include "ui/document/site_session.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <utility>

#include "app/front_matter/form_rules.h"
#include "app/generators/cobalt/load.h"
#include "ui/base/text_bridge.h"
#include "ui/document/file_name.h"
#include "ui/document/git_lock.h"

namespace postwright::ui {
namespace {

constexpr int kSettleMs = 120; // a program writes a file in several steps, a branch switch hundreds of files
constexpr int kLongestMs = 1500;       // then one looks though it goes on
constexpr int kLongestGitMs = 30'000;  // beyond that its lock was left by a git that died
constexpr std::size_t kManyFiles = 64; // beyond that reading the whole site is quicker

std::string nameBelowSource(const site::Site& site, const QString& file) {
  return toUtf8(QDir(toQString(site.source())).relativeFilePath(file));
}

std::string configName(const site::Site& site) {
  if (site.configFile().empty()) return "_cobalt.yml";
  return nameBelowSource(site, toQString(site.configFile()));
}

/// What the site says of its fields; the file stands beside the configuration, not below the source folder.
QString rulesFile(const site::Site& site) {
  const auto name = QString::fromLatin1(front_matter::kRulesFile.data(), front_matter::kRulesFile.size());
  return QDir(toQString(site.root())).filePath(name);
}

/// The site with the changes at `paths`; another one, too, where only its rules changed.
site::SitePointer changedAt(const site::Site& site, std::vector<std::string> paths) {
  std::erase(paths, nameBelowSource(site, rulesFile(site)));
  return site.withFilesChanged(paths);
}

/// The site's files now; those written since `began` count as not looked at.
site::Stamps stampsOf(const site::Site& site, const std::stop_token& stop, std::int64_t began = -1) {
  site::Stamps stamps = site::stampsBelow(site.source(), site.destination(), stop);
  stamps.insert_or_assign(configName(site), site::stampOf(site.configFile()));
  stamps.insert_or_assign(nameBelowSource(site, rulesFile(site)), site::stampOf(toUtf8(rulesFile(site))));
  for (auto& [path, stamp] : stamps)
    if (began >= 0 && stamp.modifiedNs >= began) stamp = {};
  return stamps;
}

} // namespace

SiteSession::SiteSession(QObject* parent) : QObject(parent) {
  m_settle.setSingleShot(true);
  m_settle.setInterval(kSettleMs);
  connect(&m_settle, &QTimer::timeout, this, &SiteSession::refresh);
  connect(&m_watch, &FolderWatch::changed, this, &SiteSession::noteChange);
}

SiteSession::~SiteSession() = default;

void SiteSession::open(const QString& folder) {
  load(QDir(folder).absolutePath(), true);
}

void SiteSession::reload() {
  if (!m_folder.isEmpty()) load(m_folder, false);
}

void SiteSession::close() {
  ++m_generation;
  m_loader = {};
  m_isLoading = false;
  m_isLooking = false;
  m_folder.clear();
  m_onDisk.reset();
  m_current.reset();
  m_forms.reset();
  m_unsaved.clear();
  m_stamps.clear();
  m_settle.stop();
  m_watch.clear();
}

void SiteSession::load(const QString& folder, bool first) {
  m_isLoading = true;
  const auto work = [this, generation = m_generation + 1, name = toUtf8(folder)](
                        const std::stop_token& stop) { return loadAnew(name, generation, stop); };
  emit loadingStarted();
  run(work, first);
}

/// On the loading thread.
SiteSession::Look SiteSession::loadAnew(const std::string& folder, int generation,
                                        const std::stop_token& stop) {
  const auto progress = [this, generation](std::size_t done, std::size_t total) {
    QMetaObject::invokeMethod(this, [this, generation, done, total] {
      if (generation == m_generation && m_isLoading)
        emit progressed(static_cast<int>(done), static_cast<int>(total));
    });
  };
  constexpr std::int64_t kNsPerMs = 1'000'000;
  constexpr std::int64_t kClockTickMs = 10; // file times may lag by as much
  const std::int64_t began = (QDateTime::currentMSecsSinceEpoch() - kClockTickMs) * kNsPerMs;
  Look look{generators::cobalt::load(folder, {}, progress, stop), {}, {}};
  if (!look.site) return look;
  look.stamps = stampsOf(**look.site, stop, began);
  look.forms = std::make_shared<site::SiteForms>(**look.site);
  return look;
}

void SiteSession::run(std::function<Look(const std::stop_token&)> work, bool first) {
  m_loader = {}; // stops and waits for older work, which checks its token between files
  m_isLooking = true;
  m_savedMeanwhile.clear();
  const int generation = ++m_generation;
  m_loader = std::jthread([this, generation, first, work = std::move(work)](const std::stop_token& stop) {
    const Look look = work(stop);
    QMetaObject::invokeMethod(this, [this, generation, look, first] { finish(generation, look, first); });
  });
}

void SiteSession::finish(int generation, const Look& look, bool first) {
  if (generation != m_generation) return;
  m_isLooking = false;
  m_isLoading = false;
  if (!look.site) {
    emit failed(look.site.error());
  } else if (*look.site != nullptr) {
    adopt(look, first);
    if (look.paths.empty()) {
      emit loaded(first);
    } else {
      QStringList paths;
      for (const std::string& path : look.paths)
        paths << toQString(path);
      emit refreshed(paths);
    }
  }
  if (m_restless.isValid()) m_settle.start();
}

void SiteSession::adopt(const Look& look, bool first) {
  if (first) m_unsaved.clear();
  m_onDisk = *look.site;
  m_canonicalFolders.clear();
  m_forms = look.forms;
  m_stamps = look.stamps;
  for (auto saved = m_savedMeanwhile.cbegin(); !first && saved != m_savedMeanwhile.cend(); ++saved) {
    takeSaved(toUtf8(saved.key()), saved.value());
    m_stamps.insert_or_assign(toUtf8(saved.key()), site::stampOf(toUtf8(absolutePath(toUtf8(saved.key())))));
  }
  m_folder = toQString(m_onDisk->root());
  overlayUnsaved();
  if (!look.paths.empty()) return;
  m_watch.watch(toQString(m_onDisk->source()), toQString(m_onDisk->destination()), m_folder);
  noteChange(); // what was written before it was watched
}

void SiteSession::noteChange() {
  if (!m_restless.isValid()) m_restless.start();
  if (m_isLooking || m_restless.elapsed() > kLongestMs) return;
  m_settle.start();
}

void SiteSession::refresh() {
  if (!m_onDisk || m_isLooking) return; // finish() comes back to it
  if (m_restless.isValid() && m_restless.elapsed() < kLongestGitMs && isGitAtWork(m_folder))
    return m_settle.start();
  m_restless.invalidate();
  const auto work = [this, generation = m_generation + 1, site = m_onDisk,
                     before = m_stamps](const std::stop_token& stop) {
    Look look{site::SitePointer(), stampsOf(*site, stop), {}};
    look.paths = site::differences(before, look.stamps);
    if (look.paths.empty()) return look;
    if (look.paths.size() <= kManyFiles) look.site = changedAt(*site, look.paths);
    if (look.site.value() == nullptr) return loadAnew(site->root(), generation, stop);
    look.forms = std::make_shared<site::SiteForms>(**look.site);
    return look;
  };
  run(work, false);
}

void SiteSession::takeSaved(const std::string& path, const std::string& bytes) {
  const site::DocumentPointer before = m_onDisk->document(path);
  m_onDisk = m_onDisk->withText(path, bytes);
  m_forms->replace(before.get(), m_onDisk->document(path).get());
}

void SiteSession::overlayUnsaved() {
  m_current = m_onDisk;
  for (auto entry = m_unsaved.cbegin(); entry != m_unsaved.cend(); ++entry) {
    m_current = m_current->withText(toUtf8(entry.key()), entry.value());
  }
}

void SiteSession::setUnsaved(const std::string& path, const std::string& bytes) {
  if (!m_current) return;
  m_current = m_current->withText(path, bytes);
  m_unsaved.insert(toQString(path), bytes);
  emit changed();
}

void SiteSession::setSaved(const std::string& path, const std::string& bytes) {
  if (!m_current) return;
  m_unsaved.remove(toQString(path));
  if (m_isLooking) m_savedMeanwhile.insert(toQString(path), bytes);
  m_stamps.insert_or_assign(path, site::stampOf(toUtf8(absolutePath(path)))); // so that it is no news
  takeSaved(path, bytes);
  m_current = m_current->withText(path, bytes);
  emit changed();
}

/// Asked for at every key, so the disk is asked once for each reading of the site.
QString SiteSession::canonicalFolder(const QString& folder) const {
  const auto known = m_canonicalFolders.constFind(folder);
  if (known != m_canonicalFolders.cend()) return *known;
  QString name = QFileInfo(folder).canonicalFilePath();
  if (name.isEmpty()) return canonicalName(folder); // it may come
  m_canonicalFolders.insert(folder, name);
  return name;
}

std::string SiteSession::relativePath(const QString& file) const {
  if (!m_onDisk) return {};
  const QFileInfo info(file);
  const QString folder = canonicalFolder(info.path());
  const QDir source(canonicalFolder(toQString(m_onDisk->source())));
  const QString relative = source.relativeFilePath(folder + QLatin1Char('/') + info.fileName());
  return relative.startsWith(QLatin1String("..")) ? std::string() : toUtf8(relative);
}

QString SiteSession::absolutePath(const std::string& path) const {
  return m_onDisk ? QDir(toQString(m_onDisk->source())).filePath(toQString(path)) : QString();
}

} // namespace postwright::ui

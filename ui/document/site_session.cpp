#include "ui/document/site_session.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include "app/generators/cobalt/load.h"
#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

constexpr int kSettleMs = 250; // a branch switch writes hundreds of files: one reload, when it is quiet

} // namespace

SiteSession::SiteSession(QObject* parent) : QObject(parent) {
  m_reloadSoon.setSingleShot(true);
  m_reloadSoon.setInterval(kSettleMs);
  connect(&m_reloadSoon, &QTimer::timeout, this, &SiteSession::reload);
  const auto soon = [this] { m_reloadSoon.start(); };
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
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
  m_folder.clear();
  m_onDisk.reset();
  m_current.reset();
  m_forms.reset();
  m_unsaved.clear();
  m_reloadSoon.stop();
}

void SiteSession::load(const QString& folder, bool first) {
  m_loader = {}; // stops and waits for an older load, which checks its token between files
  m_isLoading = true;
  const int generation = ++m_generation;
  emit loadingStarted();
  m_loader = std::jthread([this, generation, first, folder = toUtf8(folder)](const std::stop_token& stop) {
    const auto progress = [this, generation](std::size_t done, std::size_t total) {
      QMetaObject::invokeMethod(this, [this, generation, done, total] {
        if (generation == m_generation) emit progressed(static_cast<int>(done), static_cast<int>(total));
      });
    };
    const Result<Loaded> result =
        generators::cobalt::load(folder, {}, progress, stop).map([](const site::SitePointer& site) {
          return Loaded{site, std::make_shared<site::SiteForms>(*site)};
        });
    QMetaObject::invokeMethod(this, [this, generation, result, first] { finish(generation, result, first); });
  });
}

void SiteSession::finish(int generation, const Result<Loaded>& result, bool first) {
  if (generation != m_generation) return;
  m_isLoading = false;
  if (!result) {
    emit failed(result.error());
    return;
  }
  if (first) m_unsaved.clear();
  m_onDisk = result->site;
  m_forms = result->forms;
  m_folder = toQString(m_onDisk->root());
  overlayUnsaved();
  watchFolders();
  emit loaded(first);
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
  const site::DocumentPointer before = m_onDisk->document(path);
  m_onDisk = m_onDisk->withText(path, bytes);
  m_forms->replace(before.get(), m_onDisk->document(path).get());
  m_current = m_current->withText(path, bytes);
  emit changed();
}

std::string SiteSession::relativePath(const QString& file) const {
  if (!m_onDisk) return {};
  const QString source = QFileInfo(toQString(m_onDisk->source())).canonicalFilePath();
  QFileInfo info(file);
  const QString folder = QFileInfo(info.path()).canonicalFilePath();
  const QString relative = QDir(source).relativeFilePath(folder + QLatin1Char('/') + info.fileName());
  return relative.startsWith(QLatin1String("..")) ? std::string() : toUtf8(relative);
}

QString SiteSession::absolutePath(const std::string& path) const {
  return m_onDisk ? QDir(toQString(m_onDisk->source())).filePath(toQString(path)) : QString();
}

void SiteSession::watchFolders() {
  if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
    m_watcher.removePaths(old);
  QSet<QString> paths;
  for (const auto& document : m_onDisk->documents())
    paths.insert(QFileInfo(absolutePath(document->path)).path());
  const QString source = toQString(m_onDisk->source());
  paths.insert(source);
  paths.insert(toQString(m_onDisk->configFile()));
  if (const QString rules = source + QStringLiteral("/_postwright.yml"); QFileInfo::exists(rules))
    paths.insert(rules);
  for (const char* folder : {"_layouts", "_includes", "_data"}) {
    const QDir dir(source + QLatin1Char('/') + QLatin1String(folder));
    if (!dir.exists()) continue;
    paths.insert(dir.path());
    // a file written in place changes no folder
    for (const QFileInfo& file : dir.entryInfoList(QDir::Files))
      paths.insert(file.filePath());
  }
  paths.remove(QString());
  m_watcher.addPaths(QStringList(paths.begin(), paths.end()));
}

} // namespace postwright::ui

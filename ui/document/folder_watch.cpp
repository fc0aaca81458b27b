#include "ui/document/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <array>

namespace postwright::ui {
namespace {

constexpr int kPollMs = 1000;
constexpr quint32 kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO |
                            IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

} // namespace

FolderWatch::FolderWatch(QObject* parent) : QObject(parent) {
  m_poll.setInterval(kPollMs);
  connect(&m_poll, &QTimer::timeout, this, &FolderWatch::changed);
}

FolderWatch::~FolderWatch() {
  close();
}

void FolderWatch::open() {
  m_descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (m_descriptor < 0) return m_poll.start();
  m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
  connect(m_notifier.get(), &QSocketNotifier::activated, this, &FolderWatch::read);
}

void FolderWatch::close() {
  m_notifier.reset();
  if (m_descriptor >= 0) ::close(m_descriptor);
  m_descriptor = -1;
  m_folders.clear();
}

void FolderWatch::clear() {
  close();
  m_poll.stop();
}

void FolderWatch::watch(const QString& folder, const QString& leftOut, const QString& beside) {
  clear();
  open();
  m_root = folder;
  m_leftOut = leftOut.isEmpty() ? QString() : QDir(folder).filePath(leftOut);
  addTree(folder);
  if (!beside.isEmpty() && beside != folder) add(beside);
}

void FolderWatch::addTree(const QString& folder) {
  if (folder == m_leftOut) return;
  add(folder);
  // Without QDir::Hidden: a .git alone has hundreds of folders.
  const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
  for (const QString& name : names)
    addTree(folder + QLatin1Char('/') + name);
}

void FolderWatch::add(const QString& folder) {
  if (m_descriptor < 0) return;
  const int watch = ::inotify_add_watch(m_descriptor, QFile::encodeName(folder).constData(), kEvents);
  if (watch >= 0) {
    m_folders.insert(watch, folder);
  } else if (errno != ENOENT && errno != ENOTDIR) { // those are gone again already
    m_poll.start();
  }
}

void FolderWatch::read() {
  alignas(inotify_event) std::array<char, 16384> buffer{};
  bool isNews = false;
  for (ssize_t size = 0; (size = ::read(m_descriptor, buffer.data(), buffer.size())) > 0;) {
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(at);
      take(event->wd, event->mask, event->len > 0 ? QFile::decodeName(event->name) : QString());
      isNews = isNews || (event->mask & IN_IGNORED) == 0;
      at += sizeof(inotify_event) + event->len;
    }
  }
  if (isNews) emit changed();
}

void FolderWatch::take(int watch, quint32 mask, const QString& name) {
  if ((mask & IN_IGNORED) != 0) {
    m_folders.remove(watch);
    return;
  }
  const bool isNewFolder = (mask & IN_ISDIR) != 0 && (mask & (IN_CREATE | IN_MOVED_TO)) != 0;
  const QString folder = m_folders.value(watch);
  const bool isBelow = folder == m_root || folder.startsWith(m_root + QLatin1Char('/'));
  if (isNewFolder && isBelow && !name.startsWith(QLatin1Char('.'))) addTree(folder + QLatin1Char('/') + name);
}

} // namespace postwright::ui

#include "ui/document/journal.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>
#include <vector>

#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

using namespace std::chrono_literals;

constexpr const char* kSuffix = ".unsaved";
constexpr auto kRetry = 1s; // a full disk may have room again

QString lockOf(const QString& folder) {
  return folder + QStringLiteral(".lock");
}

/// One line of JSON, then the text.
std::string written(const UnsavedText& text) {
  QJsonObject head{{QStringLiteral("file"), text.file}};
  if (text.base) {
    head.insert(QStringLiteral("size"), QString::number(text.base->size));
    head.insert(QStringLiteral("modified"), QString::number(text.base->modifiedNs));
    head.insert(QStringLiteral("hash"), QString::number(text.base->hash));
  }
  return QJsonDocument(head).toJson(QJsonDocument::Compact).toStdString() + '\n' + text.bytes;
}

QJsonObject headOf(const QByteArray& line) {
  return QJsonDocument::fromJson(line).object();
}

QString fileIn(const QJsonObject& head) {
  return head.value(QStringLiteral("file")).toString();
}

/// The file whose text an entry is; empty when it is none. The text is not read: there can be much of it.
QString fileOf(const QString& entry) {
  constexpr qint64 kLongestHead = 65536; // a path of 4096 bytes, each escaped
  QFile file(entry);
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QByteArray line = file.readLine(kLongestHead);
  return line.endsWith('\n') ? fileIn(headOf(line)) : QString();
}

std::optional<UnsavedText> readEntry(const QString& entry) {
  const Result<FileContent> content = readFile(toUtf8(entry));
  if (!content) return std::nullopt;
  const std::size_t end = content->bytes.find('\n');
  if (end == std::string::npos) return std::nullopt;
  const QJsonObject head = headOf(QByteArray::fromStdString(content->bytes.substr(0, end)));
  UnsavedText text{fileIn(head), content->bytes.substr(end + 1), {}};
  if (text.file.isEmpty()) return std::nullopt;
  if (head.contains(QStringLiteral("hash"))) {
    text.base = Fingerprint{head.value(QStringLiteral("size")).toString().toULongLong(),
                            head.value(QStringLiteral("modified")).toString().toLongLong(),
                            head.value(QStringLiteral("hash")).toString().toULongLong()};
  }
  return text;
}

void removeHalfWritten(const QString& folder) {
  for (const QFileInfo& half : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
    if (half.suffix() != QLatin1String(kSuffix + 1)) QFile::remove(half.filePath());
  }
}

/// The name of an entry that is no file's own: there may be several texts of one file.
QString newEntry(const QString& folder) {
  return folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) +
         QLatin1String(kSuffix);
}

QFileInfoList entriesIn(const QString& folder) {
  return QDir(folder).entryInfoList({u'*' + QLatin1String(kSuffix)}, QDir::Files);
}

bool makePrivate(const QString& folder) {
  return QDir().mkpath(folder) &&
         QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// Moves the texts of dead programs below `folder` into `shared`, so that the next start finds one folder and
/// not one for each program that ever died: to lock one costs a millisecond.
void collectLeft(const QString& folder, const QString& shared) {
  for (const QFileInfo& dead : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
    if (dead.filePath() == shared) continue;
    QLockFile lock(lockOf(dead.filePath()));
    lock.setStaleLockTime(0); // only a program that is gone loses its lock
    if (!lock.tryLock(0)) continue;
    removeHalfWritten(dead.filePath());
    for (const QFileInfo& entry : entriesIn(dead.filePath())) {
      if (makePrivate(shared)) QFile::rename(entry.filePath(), newEntry(shared));
    }
    QDir().rmdir(dead.filePath()); // fails, as it should, while something lies there
  }
}

} // namespace

QString Journal::usualFolder() {
  const QString state =
      qEnvironmentVariable("XDG_STATE_HOME", QDir::home().filePath(QStringLiteral(".local/state")));
  return state + QStringLiteral("/postwright/unsaved");
}

Journal::Journal(QString folder, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_shared(m_folder + QStringLiteral("/left")),
      m_own(m_folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces)) {
  lookForLeft();
  m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Journal::~Journal() {
  m_thread.request_stop();
  m_thread.join();
  if (m_ownLock) QDir().rmdir(m_own); // fails, as it should, while a text lies there
}

void Journal::lookForLeft() {
  collectLeft(m_folder, m_shared);
  m_left.clear();
  m_leftOrder.clear();
  std::vector<std::tuple<QDateTime, QString, QString>> found; // (written last, file, entry)
  for (const QFileInfo& entry : entriesIn(m_shared)) {
    if (const QString file = fileOf(entry.filePath()); !file.isEmpty())
      found.emplace_back(entry.lastModified(), file, entry.filePath());
  }
  std::sort(found.rbegin(), found.rend());
  for (const auto& [time, file, entry] : found) {
    if (!m_left.contains(file)) m_leftOrder << file;
    m_left[file] << entry;
  }
}

std::optional<UnsavedText> Journal::takeLeft(const QString& file) {
  QStringList entries = m_left.take(file);
  if (entries.isEmpty()) return std::nullopt;
  m_leftOrder.removeAll(file);
  // moved, so that of two programs one gets it; where nothing can be written it is read where it lies
  const QString claimed = newEntry(m_own);
  if (prepareOwnFolder().isEmpty() && QFile::rename(entries.first(), claimed)) entries.first() = claimed;
  auto text = readEntry(entries.first());
  if (text) order(file, text, entries);
  return text;
}

void Journal::keep(const UnsavedText& text) {
  order(text.file, text);
}

void Journal::forget(const QString& file) {
  order(file, std::nullopt);
}

bool Journal::leave(const UnsavedText& text) {
  keep(text);
  const QString entry = newEntry(m_shared);
  if (!isWritten(text.file) || !makePrivate(m_shared) || !QFile::rename(entryOf(text.file), entry))
    return false;
  m_left[text.file].prepend(entry);
  m_leftOrder.removeAll(text.file);
  m_leftOrder.prepend(text.file);
  return true;
}

void Journal::order(const QString& file, std::optional<UnsavedText> text, const QStringList& obsolete) {
  {
    const std::lock_guard lock(m_mutex);
    Order& order = m_orders[file];
    order.text = std::move(text);
    order.obsolete << obsolete;
  }
  m_changed.notify_all();
}

/// Waits until the orders for `file` are carried out, or some cannot be.
bool Journal::isWritten(const QString& file) {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock,
                 [&] { return !m_problem.isEmpty() || (m_writing != file && !m_orders.contains(file)); });
  return m_writing != file && !m_orders.contains(file);
}

void Journal::run(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  while (m_changed.wait(lock, stop, [this] { return !m_orders.empty(); }) || !m_orders.empty()) {
    const bool isLast = stop.stop_requested();
    noteProblem(carryOutAll(lock));
    m_changed.notify_all();
    if (m_problem.isEmpty()) continue;
    if (isLast) return;
    m_changed.wait_for(lock, stop, kRetry, [] { return false; });
  }
}

/// What went wrong; empty when nothing did. Orders that failed stand again unless there is a newer one.
QString Journal::carryOutAll(std::unique_lock<std::mutex>& lock) {
  QString problem;
  auto next = m_orders.begin();
  while (next != m_orders.end()) {
    auto node = m_orders.extract(next);
    m_writing = node.key();
    lock.unlock();
    const QString failure = carryOut(node.key(), node.mapped());
    lock.lock();
    m_writing.clear();
    if (!failure.isEmpty()) {
      problem = failure;
      putBack(node.key(), std::move(node.mapped()));
    }
    m_changed.notify_all();
    next = m_orders.upper_bound(node.key());
  }
  return problem;
}

void Journal::putBack(const QString& file, Order&& order) {
  const QStringList obsolete = order.obsolete;
  const auto [stands, isBack] = m_orders.try_emplace(file, std::move(order));
  if (!isBack) stands->second.obsolete << obsolete;
}

/// On the writing thread.
void Journal::noteProblem(const QString& problem) {
  const QString before = std::exchange(m_problem, problem);
  if (before.isEmpty() == problem.isEmpty()) return;
  QMetaObject::invokeMethod(this, [this, problem] {
    if (problem.isEmpty()) {
      emit recovered();
    } else {
      emit failed(problem);
    }
  });
}

/// What went wrong; empty when nothing did.
QString Journal::carryOut(const QString& file, const Order& order) {
  const QString entry = entryOf(file);
  if (order.text) {
    if (QString problem = prepareOwnFolder(); !problem.isEmpty()) return problem;
    if (const auto done = writeFile(toUtf8(entry), written(*order.text)); !done)
      return toQString(describe(done.error()));
  } else {
    QFile::remove(entry);
  }
  for (const QString& obsolete : order.obsolete)
    QFile::remove(obsolete);
  return {};
}

QString Journal::prepareOwnFolder() {
  const std::lock_guard guard(m_ownMutex);
  if (m_ownLock && QFileInfo::exists(m_own)) return {};
  m_ownLock.reset(); // somebody cleared the folder
  QDir().mkpath(m_folder);
  auto lock = std::make_unique<QLockFile>(lockOf(m_own));
  lock->setStaleLockTime(0);
  // the lock comes first: a folder without one would be taken for what another program left
  if (!lock->tryLock(0) || !makePrivate(m_own)) return tr("the folder %1 cannot be written").arg(m_folder);
  m_ownLock = std::move(lock);
  return {};
}

QString Journal::entryOf(const QString& file) const {
  const QByteArray name = QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha1).toHex();
  return m_own + QLatin1Char('/') + QLatin1String(name) + QLatin1String(kSuffix);
}

} // namespace postwright::ui

#include "ui/document/journal.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>
#include <utility>

#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

constexpr const char* kSuffix = ".unsaved";

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

} // namespace

QString Journal::usualFolder() {
  const QString state =
      qEnvironmentVariable("XDG_STATE_HOME", QDir::home().filePath(QStringLiteral(".local/state")));
  return state + QStringLiteral("/postwright/unsaved");
}

Journal::Journal(QString folder, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_own(m_folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces)) {
  findLeft();
  m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Journal::~Journal() {
  m_thread.request_stop();
  m_thread.join();
  if (m_ownLock) QDir().rmdir(m_own); // fails, as it should, while a text lies there
}

void Journal::findLeft() {
  Found found;
  for (const QFileInfo& folder : QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
    QLockFile lock(lockOf(folder.filePath()));
    lock.setStaleLockTime(0); // only a program that is gone loses its lock
    if (!lock.tryLock(0)) continue;
    removeHalfWritten(folder.filePath());
    adopt(folder.filePath(), found);
    QDir().rmdir(folder.filePath()); // fails, as it should, while something lies there
  }
  std::sort(found.rbegin(), found.rend());
  for (const auto& [time, entry] : found) {
    if (m_left.contains(entry.first)) continue;
    m_left.insert(entry.first, entry.second);
    m_leftOrder << entry.first;
  }
}

/// Moves what a program left into this one's folder, so that the next start finds one folder and not one for
/// each program that ever died: to lock one costs a millisecond.
void Journal::adopt(const QString& folder, Found& found) {
  for (const QFileInfo& entry : QDir(folder).entryInfoList({u'*' + QLatin1String(kSuffix)}, QDir::Files)) {
    const QString file = fileOf(entry.filePath());
    if (file.isEmpty() || !prepareOwnFolder().isEmpty()) continue;
    const QString own = newEntry(m_own);
    const QDateTime time = entry.lastModified();
    if (QFile::rename(entry.filePath(), own)) found.push_back({time, {file, own}});
  }
}

QStringList Journal::leftFiles() const {
  return m_leftOrder;
}

std::optional<UnsavedText> Journal::takeLeft(const QString& file) {
  const QString entry = m_left.take(file);
  if (entry.isEmpty()) return std::nullopt;
  m_leftOrder.removeAll(file);
  const bool isOwn = entry == entryOf(file);
  if (isOwn) flush();
  auto text = readEntry(entry);
  if (text && !isOwn) order(file, text, entry);
  return text;
}

void Journal::keep(const UnsavedText& text) {
  order(text.file, text);
}

void Journal::forget(const QString& file) {
  order(file, std::nullopt);
}

void Journal::leave(const UnsavedText& text) {
  keep(text);
  m_left.insert(text.file, entryOf(text.file));
  m_leftOrder.removeAll(text.file);
  m_leftOrder.prepend(text.file);
}

void Journal::order(const QString& file, std::optional<UnsavedText> text, const QString& obsolete) {
  {
    const std::lock_guard lock(m_mutex);
    Order& order = m_orders[file];
    order.text = std::move(text);
    if (!obsolete.isEmpty()) order.obsolete << obsolete;
  }
  m_changed.notify_all();
}

void Journal::flush() {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [this] { return m_orders.empty() && !m_isWriting; });
}

void Journal::run(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  while (m_changed.wait(lock, stop, [this] { return !m_orders.empty(); }) || !m_orders.empty()) {
    auto next = m_orders.extract(m_orders.begin());
    m_isWriting = true;
    lock.unlock();
    const QString problem = carryOut(next.key(), next.mapped());
    lock.lock();
    m_isWriting = false;
    if (!problem.isEmpty() && !std::exchange(m_hasFailed, true))
      QMetaObject::invokeMethod(this, [this, problem] { emit failed(problem); });
    m_changed.notify_all();
  }
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
  if (m_ownLock) return {};
  QDir().mkpath(m_folder);
  auto lock = std::make_unique<QLockFile>(lockOf(m_own));
  lock->setStaleLockTime(0);
  // the lock comes first: a folder without one would be taken for what another program left
  if (!lock->tryLock(0) || !QDir().mkdir(m_own)) return tr("the folder %1 cannot be written").arg(m_folder);
  QFile::setPermissions(m_own, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  m_ownLock = std::move(lock);
  return {};
}

QString Journal::entryOf(const QString& file) const {
  const QByteArray name = QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha1).toHex();
  return m_own + QLatin1Char('/') + QLatin1String(name) + QLatin1String(kSuffix);
}

} // namespace postwright::ui

#include "ui/document/git_lock.h"

#include <QDir>
#include <QFileInfo>

namespace postwright::ui {
namespace {

/// A linked worktree has a file there, which names the folder.
QString namedIn(const QString& file) {
  constexpr qint64 kLongest = 8192;
  const QByteArray key("gitdir: ");
  QFile named(file);
  if (!named.open(QIODevice::ReadOnly)) return {};
  const QByteArray line = named.readLine(kLongest).trimmed();
  if (!line.startsWith(key)) return {};
  return QFileInfo(file).dir().absoluteFilePath(QFile::decodeName(line.mid(key.size())));
}

/// Empty outside of a checkout.
QString gitFolderOf(const QString& folder) {
  QDir dir(folder);
  do {
    const QFileInfo git(dir.filePath(QStringLiteral(".git")));
    if (git.exists()) return git.isDir() ? git.filePath() : namedIn(git.filePath());
  } while (dir.cdUp());
  return {};
}

} // namespace

bool isGitAtWork(const QString& folder) {
  const QString git = gitFolderOf(folder);
  return !git.isEmpty() && QFileInfo::exists(git + QLatin1String("/index.lock"));
}

} // namespace postwright::ui

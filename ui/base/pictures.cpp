#include "ui/base/pictures.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <algorithm>
#include <array>

#include "app/base/file.h"
#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

constexpr std::array kSuffixes = {"png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "ico"};
constexpr int kMostFiles = 20'000; ///< looked at to find the folder

bool isPublished(const QString& relative) {
  const QStringList parts = relative.split(u'/');
  return std::none_of(parts.begin(), parts.end(),
                      [](const QString& part) { return part.startsWith(u'_') || part.startsWith(u'.'); });
}

/// `name` with a dash for whatever a URL or Markdown gives a meaning to, and none of the signs in front that
/// would keep the file from being published.
QString plainName(const QString& name) {
  QString plain;
  for (const QChar c : name) {
    const bool stays =
        c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || QStringView(u"_.").contains(c);
    if (stays || (!plain.isEmpty() && plain.back() != u'-')) plain += stays ? c : QChar(u'-');
  }
  const auto isSign = [](QChar c) { return QStringView(u"-_.").contains(c); };
  while (!plain.isEmpty() && isSign(plain.front()))
    plain.remove(0, 1);
  while (!plain.isEmpty() && isSign(plain.back()))
    plain.chop(1);
  return plain.isEmpty() ? QStringLiteral("picture") : plain;
}

} // namespace

bool isPicture(const QString& file) {
  const QString suffix = QFileInfo(file).suffix().toLower();
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [&suffix](const char* known) { return suffix == QLatin1String(known); });
}

QString pictureFolder(const QString& root) {
  QHash<QString, int> counts;
  QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
  for (int seen = 0; files.hasNext() && seen < kMostFiles; ++seen) {
    const QString relative = QDir(root).relativeFilePath(files.next());
    const QString folder = relative.section(u'/', 0, -2);
    if (!folder.isEmpty() && isPicture(relative) && isPublished(relative)) ++counts[folder];
  }
  QString best = QStringLiteral("images");
  int most = 0;
  for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry) {
    const bool wins = entry.value() > most || (entry.value() == most && entry.key() < best);
    if (!wins) continue;
    best = entry.key();
    most = entry.value();
  }
  return best;
}

Result<QString> addPicture(const QString& folder, const QString& name, const std::string& bytes) {
  const QString base = plainName(QFileInfo(name).completeBaseName());
  const QString suffix = plainName(QFileInfo(name).suffix());
  for (int number = 1;; ++number) {
    const QString tail = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
    const QString file = base + tail + QLatin1Char('.') + suffix;
    const std::string path = toUtf8(QDir(folder).filePath(file));
    const Result<Fingerprint> written = writeNewFile(path, bytes);
    if (written) return file;
    if (written.error().code != ErrorCode::FileExists) return failure(written.error());
    const Result<FileContent> there = readFile(path);
    if (there && there->bytes == bytes) return file;
  }
}

} // namespace postwright::ui

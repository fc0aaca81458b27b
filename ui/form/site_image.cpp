#include "ui/form/site_image.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

#include "app/base/file.h"
#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

constexpr qint64 kLargestFile = qint64{20} << 20;
constexpr qint64 kMostPixels = 40'000'000;

QImage readSmall(const QString& file, int side) {
  QImageReader reader(file);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (static_cast<qint64>(size.width()) * size.height() > kMostPixels) return {};
  // Twice the side is sharp enough, and large photographs are decoded at that size at once.
  if (size.isValid()) reader.setScaledSize(size.scaled(side * 2, side * 2, Qt::KeepAspectRatioByExpanding));
  return reader.read();
}

} // namespace

QString siteImageFile(const QString& root, const QString& value) {
  if (root.isEmpty() || value.isEmpty() || value.startsWith(QLatin1String("//"))) return {};
  QString path = value.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('?'), 0, 0);
  if (path.contains(QLatin1Char(':'))) return {};
  while (path.startsWith(QLatin1Char('/')))
    path.remove(0, 1);
  path = QUrl::fromPercentEncoding(path.toUtf8());
  const Result<std::string> inside = resolveInside(toUtf8(root), toUtf8(path));
  if (!inside) return {};
  const QFileInfo file(toQString(*inside));
  return file.isFile() && file.size() <= kLargestFile ? file.filePath() : QString();
}

bool leadsToTheWeb(const QString& value) {
  static const QRegularExpression address(QStringLiteral("^(https?:)?//[^/\\s]"),
                                          QRegularExpression::CaseInsensitiveOption);
  return address.match(value).hasMatch();
}

QString sitePathOf(const QString& root, const QString& file, const QString& like) {
  if (root.isEmpty()) return {};
  const QString relative = QDir(root).relativeFilePath(file);
  const bool isOutside = relative.startsWith(QLatin1String("..")) || QDir::isAbsolutePath(relative);
  if (isOutside || !resolveInside(toUtf8(root), toUtf8(relative))) return {};
  const bool isRooted =
      like.isEmpty() || like.startsWith(QLatin1Char('/')) || like.contains(QLatin1Char(':'));
  return isRooted ? QLatin1Char('/') + relative : relative;
}

QPixmap thumbnail(const QString& file, int side) {
  const QImage image = readSmall(file, side);
  if (image.isNull()) return {};
  const QImage scaled = image.scaled(side, side, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
  QPixmap square(side, side);
  square.fill(Qt::transparent);
  QPainter painter(&square);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath corners;
  corners.addRoundedRect(0, 0, side, side, side / 5.0, side / 5.0);
  painter.setClipPath(corners);
  painter.drawImage((side - scaled.width()) / 2, (side - scaled.height()) / 2, scaled);
  return square;
}

} // namespace postwright::ui

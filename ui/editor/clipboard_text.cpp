#include "ui/editor/clipboard_text.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <array>

namespace postwright::ui {
namespace {

constexpr std::array kImageSuffixes = {"png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "ico"};

bool isImage(const QString& path) {
  const QString suffix = QFileInfo(path).suffix().toLower();
  return std::any_of(kImageSuffixes.begin(), kImageSuffixes.end(),
                     [&suffix](const char* known) { return suffix == QLatin1String(known); });
}

} // namespace

QString plainText(const QMimeData& data) {
  QString text = data.text();
  text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
  text.replace(u'\r', u'\n');
  return text;
}

QString selectedText(const QTextCursor& cursor) {
  QString text = cursor.selectedText();
  text.replace(QChar::ParagraphSeparator, u'\n');
  return text;
}

bool isWebAddress(const QString& text) {
  const bool hasSpace = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
  if (hasSpace || text.size() > 4096) return false;
  const QUrl url(text, QUrl::StrictMode);
  const QString scheme = url.scheme();
  if (scheme == QLatin1String("mailto")) return url.isValid() && !url.path().isEmpty();
  return url.isValid() && !url.host().isEmpty() &&
         (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

DroppedFiles droppedFiles(const QMimeData& data) {
  DroppedFiles files;
  for (const QUrl& url : data.urls()) {
    if (!url.isLocalFile()) continue;
    const QString path = url.toLocalFile();
    (isImage(path) ? files.images : files.others) << path;
  }
  return files;
}

} // namespace postwright::ui

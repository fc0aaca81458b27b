#include "ui/editor/clipboard_text.h"

#include <QMimeData>
#include <QUrl>

#include "ui/base/pictures.h"

namespace postwright::ui {

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
    (isPicture(path) ? files.images : files.others) << path;
  }
  return files;
}

} // namespace postwright::ui

#include "ui/preview/file_refresh.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include "ui/preview/site_files.h"

namespace postwright::ui {
namespace {

const QString kQuery = QStringLiteral("postwright-refresh");

constexpr const char* kScript = R"((function(anyStyle, styles, images, query, version) {
  const own = (address) => new URL(address, document.baseURI).host === location.host;
  const nameOf = (address) => decodeURIComponent(address.split(/[?#]/)[0].split('/').pop());
  const renewed = (address) => {
    const url = new URL(address, document.baseURI);
    url.searchParams.set(query, version);
    return url.href;
  };
  const missing = new Set([...styles, ...images]);
  for (const link of document.querySelectorAll('link[rel~="stylesheet"][href]')) {
    if (!anyStyle || !own(link.href)) continue;
    missing.delete(nameOf(link.href));
    link.href = renewed(link.href);
  }
  for (const image of document.images) {
    const address = image.currentSrc || image.src;
    if (!images.includes(nameOf(address)) || !own(address)) continue;
    missing.delete(nameOf(address));
    image.removeAttribute('srcset');
    image.src = renewed(address);
  }
  return missing.size === 0;
})(...%1))";

bool isSass(const QString& suffix) {
  return suffix == QLatin1String("scss") || suffix == QLatin1String("sass");
}

} // namespace

std::optional<QString> refreshScript(const QStringList& files, int version) {
  bool hasSass = false;
  QStringList styles;
  QStringList images;
  for (const QString& file : files) {
    const QFileInfo info(file);
    const QString suffix = info.suffix().toLower();
    if (isSass(suffix)) {
      hasSass = true; // it may be part of any sheet
    } else if (suffix == QLatin1String("css")) {
      styles << info.fileName();
    } else if (contentTypeOf(file).startsWith("image/")) {
      images << info.fileName();
    } else {
      return std::nullopt;
    }
  }
  const QJsonArray arguments = {hasSass || !styles.isEmpty(), QJsonArray::fromStringList(styles),
                                QJsonArray::fromStringList(images), kQuery, version};
  return QString::fromLatin1(kScript).arg(
      QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact)));
}

bool isRefreshed(const QUrl& url) {
  return QUrlQuery(url).hasQueryItem(kQuery);
}

} // namespace postwright::ui

#include "ui/preview/site_urls.h"

#include <QCryptographicHash>

#include "ui/preview/scheme.h"

namespace postwright::ui {
namespace {

QString hostFor(const QString& root) {
  const QByteArray hash = QCryptographicHash::hash(root.toUtf8(), QCryptographicHash::Sha1);
  return QStringLiteral("site-") + QString::fromLatin1(hash.toHex().left(12));
}

bool isWeb(const QUrl& url) {
  return url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
}

QString withoutLeadingSlashes(QString path) {
  while (path.startsWith(QLatin1Char('/')))
    path.remove(0, 1);
  return path;
}

bool startsWithFolder(const QString& path, const QString& folder) {
  return path.startsWith(folder) &&
         (path.size() == folder.size() || path.at(folder.size()) == QLatin1Char('/'));
}

} // namespace

SiteUrls::SiteUrls(const QString& root, const QString& baseUrl) : m_host(hostFor(root)) {
  const QUrl base(baseUrl);
  if (isWeb(base) && !base.host().isEmpty()) m_base = base;
  const QString path = base.path(QUrl::FullyDecoded);
  if (!path.startsWith(QLatin1Char('/'))) return;
  m_basePath = path;
  while (m_basePath.endsWith(QLatin1Char('/')))
    m_basePath.chop(1);
}

QUrl SiteUrls::toUrl(const QString& path) const {
  QUrl url;
  url.setScheme(QLatin1String(kScheme));
  url.setHost(m_host);
  url.setPath(m_basePath + QLatin1Char('/') + withoutLeadingSlashes(path), QUrl::DecodedMode);
  return url.adjusted(QUrl::NormalizePathSegments);
}

std::optional<QString> SiteUrls::pathOf(const QUrl& url) const {
  if (!isServed(url) && !isBelowBase(url)) return std::nullopt;
  QString path = url.path(QUrl::FullyDecoded);
  if (!m_basePath.isEmpty() && startsWithFolder(path, m_basePath)) path.remove(0, m_basePath.size());
  return withoutLeadingSlashes(path);
}

QUrl SiteUrls::publicUrl(const QString& path) const {
  if (!m_base.isValid()) return {};
  QUrl url = m_base;
  url.setPath(m_basePath + QLatin1Char('/') + withoutLeadingSlashes(path), QUrl::DecodedMode);
  return url;
}

QUrl SiteUrls::meant(const QUrl& url) const {
  if (url.scheme() != QLatin1String(kScheme) || isServed(url)) return url;
  QUrl web = url;
  web.setScheme(QStringLiteral("https"));
  return web;
}

bool SiteUrls::isServed(const QUrl& url) const {
  return url.scheme() == QLatin1String(kScheme) && url.host() == m_host;
}

bool SiteUrls::isBelowBase(const QUrl& url) const {
  return m_base.isValid() && isWeb(url) && url.host() == m_base.host() && url.port() == m_base.port() &&
         startsWithFolder(url.path(QUrl::FullyDecoded), m_basePath);
}

} // namespace postwright::ui

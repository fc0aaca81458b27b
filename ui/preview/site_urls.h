// Where the pages and files of one site are: in the preview, and on the web below `site.base_url`.
// A path is relative to the site's root, without a leading slash, as in `page.permalink`.
#pragma once

#include <QString>
#include <QUrl>
#include <optional>

namespace postwright::ui {

class SiteUrls {
 public:
  SiteUrls() = default;
  /// `root`, the site's folder, gives the site an origin of its own. `baseUrl` may be empty, a whole URL, or
  /// a path.
  SiteUrls(const QString& root, const QString& baseUrl);

  /// Where the preview shows `path`; below the base URL's path, so that relative links lead where they will.
  QUrl toUrl(const QString& path) const;
  /// The decoded path that a URL of the preview or one below the base URL means; nothing for any other.
  std::optional<QString> pathOf(const QUrl& url) const;
  /// Where `path` is on the web; invalid when the site does not say.
  QUrl publicUrl(const QString& path) const;
  /// What the page asked for: in the preview `//host/x` arrives with our scheme and means `https://host/x`.
  QUrl meant(const QUrl& url) const;
  /// Whether `url` is served by the preview as it stands.
  bool isServed(const QUrl& url) const;

  bool operator==(const SiteUrls&) const = default;

 private:
  bool isBelowBase(const QUrl& url) const;

  QString m_host;     ///< of the preview's URLs
  QUrl m_base;        ///< whole base URL, invalid when there is none
  QString m_basePath; ///< its path without a trailing slash, "" when there is none
};

} // namespace postwright::ui

// Decides of every request of the page: the site's own go to the scheme, the rest of the network is closed
// until the user opens it for this site.
#pragma once

#include <QUrl>
#include <QWebEngineUrlRequestInterceptor>

#include "ui/preview/site_urls.h"

namespace postwright::ui {

class PageInterceptor : public QWebEngineUrlRequestInterceptor {
  Q_OBJECT

 public:
  enum class Verdict { Allow, Redirect, Block };
  struct Decision {
    Verdict verdict = Verdict::Block;
    QUrl url; ///< Redirect: the target; Block: what the page asked for
  };

  using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

  void setUrls(const SiteUrls& urls) { m_urls = urls; }
  void setNetworkAllowed(bool allowed) { m_networkAllowed = allowed; }
  bool isNetworkAllowed() const { return m_networkAllowed; }

  Decision decide(const QUrl& url) const;
  void interceptRequest(QWebEngineUrlRequestInfo& info) override;
  /// Tells of a request that was refused elsewhere.
  void report(const QUrl& url) { emit blocked(url); }

 signals:
  void blocked(const QUrl& url); ///< once per request refused for want of network

 private:
  SiteUrls m_urls;
  bool m_networkAllowed = false;
};

} // namespace postwright::ui

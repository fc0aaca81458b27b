// The browser profile of the page: off the record, the scheme's handler and the network lock installed.
#pragma once

#include <QWebEngineProfile>

#include "ui/preview/page_interceptor.h"
#include "ui/preview/proxy_lock.h"
#include "ui/preview/scheme_handler.h"

namespace postwright::ui {

class PreviewProfile : public QWebEngineProfile {
  Q_OBJECT

 public:
  explicit PreviewProfile(QObject* parent = nullptr);
  ~PreviewProfile() override;

  SchemeHandler* handler() const { return m_handler; }
  PageInterceptor* interceptor() const { return m_interceptor; }

  /// The site whose files and addresses count from now on, and its files.
  void setSite(const site::SitePointer& site, const SiteUrls& urls, const SiteFiles& files);
  /// A page is about to be loaded.
  void noteUse() { m_proxyLock->noteUse(); }
  /// Takes effect for new requests; networkChanged() says when it holds for all.
  void setNetworkAllowed(bool allowed);
  bool isNetworkAllowed() const { return m_interceptor->isNetworkAllowed(); }

 signals:
  void networkChanged();

 private:
  SchemeHandler* m_handler;
  PageInterceptor* m_interceptor;
  ProxyLock* m_proxyLock;
};

} // namespace postwright::ui

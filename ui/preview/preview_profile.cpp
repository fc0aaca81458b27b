#include "ui/preview/preview_profile.h"

#include <QWebEngineSettings>
#include <array>
#include <utility>

#include "ui/preview/scheme.h"

namespace postwright::ui {
namespace {

constexpr std::array<std::pair<QWebEngineSettings::WebAttribute, bool>, 12> kSettings = {{
    {QWebEngineSettings::JavascriptCanOpenWindows, true}, // asks, and gets none
    {QWebEngineSettings::JavascriptCanAccessClipboard, false},
    {QWebEngineSettings::JavascriptCanPaste, false},
    {QWebEngineSettings::LocalContentCanAccessRemoteUrls, false},
    {QWebEngineSettings::LocalContentCanAccessFileUrls, false},
    {QWebEngineSettings::AutoLoadIconsForPage, false},
    {QWebEngineSettings::DnsPrefetchEnabled, false},
    {QWebEngineSettings::PluginsEnabled, false},
    {QWebEngineSettings::HyperlinkAuditingEnabled, false},
    {QWebEngineSettings::ScreenCaptureEnabled, false},
    {QWebEngineSettings::ErrorPageEnabled, false},
    {QWebEngineSettings::WebRTCPublicInterfacesOnly, true},
}};

} // namespace

PreviewProfile::PreviewProfile(QObject* parent)
    : QWebEngineProfile(parent),
      m_handler(new SchemeHandler(this)),
      m_interceptor(new PageInterceptor(this)),
      m_proxyLock(new ProxyLock(this, this)) {
  setHttpCacheType(QWebEngineProfile::NoCache);
  for (const auto& [attribute, value] : kSettings)
    settings()->setAttribute(attribute, value);
  installUrlSchemeHandler(kScheme, m_handler);
  setUrlRequestInterceptor(m_interceptor);
  connect(m_proxyLock, &ProxyLock::applied, this, &PreviewProfile::networkChanged);
}

PreviewProfile::~PreviewProfile() {
  delete m_proxyLock; // it may have a page of this profile
}

void PreviewProfile::setSite(const site::SitePointer& site, const SiteUrls& urls, const SiteFiles& files) {
  m_handler->setSite(site, urls, files);
  m_interceptor->setUrls(urls);
}

void PreviewProfile::setNetworkAllowed(bool allowed) {
  if (allowed == isNetworkAllowed()) return;
  m_interceptor->setNetworkAllowed(allowed);
  m_proxyLock->setLocked(!allowed);
}

} // namespace postwright::ui

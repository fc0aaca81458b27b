#include "ui/preview/scheme.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QWebEngineUrlScheme>
#include <cstdio>

namespace postwright::ui {

void registerScheme() {
  QWebEngineUrlScheme scheme{QByteArray(kScheme)};
  scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
  // Secure, because sites are read over https; CORS, because fonts and modules are not loaded without it.
  scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
  QWebEngineUrlScheme::registerScheme(scheme);
}

void prepareWebEngineEnvironment() {
  QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
  // A request interceptor does not see WebRTC; with this it obeys the proxy, which leads nowhere while the
  // network is locked.
  const QByteArray flag = "--force-webrtc-ip-handling-policy=disable_non_proxied_udp";
  const QByteArray flags = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
  if (!flags.contains(flag)) qputenv("QTWEBENGINE_CHROMIUM_FLAGS", (flags + ' ' + flag).trimmed());
  if (::geteuid() == 0 && !qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX")) {
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    std::fputs("postwright: running as root, so the page is shown without WebEngine's sandbox\n", stderr);
  }
}

} // namespace postwright::ui

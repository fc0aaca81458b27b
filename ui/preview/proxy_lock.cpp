#include "ui/preview/proxy_lock.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QWebEnginePage>

namespace postwright::ui {
namespace {

constexpr quint16 kDeadPort = 9; // "discard": closed on every desktop

void applyProxy(bool locked) {
  if (locked) {
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), kDeadPort));
  } else {
    QNetworkProxyFactory::setUseSystemConfiguration(true);
  }
}

} // namespace

ProxyLock::ProxyLock(QWebEngineProfile* profile, QObject* parent) : QObject(parent), m_profile(profile) {
  applyProxy(true);
}

void ProxyLock::setLocked(bool locked) {
  if (locked == m_locked) return;
  m_locked = locked;
  applyProxy(locked);
  if (m_isUsed) probe();
}

QUrl ProxyLock::probeUrl() {
  return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(kDeadPort));
}

void ProxyLock::probe() {
  // WebEngine looks at the proxy when a request begins and uses what it finds from the next one on, so one
  // request must be spent.
  auto* page = new QWebEnginePage(m_profile, this);
  connect(page, &QWebEnginePage::loadFinished, this, [this, page] {
    page->deleteLater();
    emit applied();
  });
  page->load(probeUrl());
}

} // namespace postwright::ui

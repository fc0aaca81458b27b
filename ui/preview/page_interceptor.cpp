#include "ui/preview/page_interceptor.h"

#include <QSet>

#include "ui/preview/proxy_lock.h"

namespace postwright::ui {
namespace {

bool isNetwork(const QString& scheme) {
  static const QSet<QString> schemes = {QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ws"),
                                        QStringLiteral("wss"), QStringLiteral("ftp")};
  return schemes.contains(scheme);
}

/// Content that is in the page already.
bool isInline(const QString& scheme) {
  return scheme == QLatin1String("data") || scheme == QLatin1String("blob") ||
         scheme == QLatin1String("about");
}

} // namespace

PageInterceptor::Decision PageInterceptor::decide(const QUrl& url) const {
  if (m_urls.isServed(url) || isInline(url.scheme())) return {Verdict::Allow, url};
  const QUrl meant = m_urls.meant(url);
  if (const auto path = m_urls.pathOf(meant)) {
    QUrl target = m_urls.toUrl(*path);
    target.setQuery(meant.query());
    return {Verdict::Redirect, target};
  }
  if (meant == ProxyLock::probeUrl()) return {Verdict::Allow, meant};
  if (!m_networkAllowed || !isNetwork(meant.scheme())) return {Verdict::Block, meant};
  return {meant == url ? Verdict::Allow : Verdict::Redirect, meant};
}

void PageInterceptor::interceptRequest(QWebEngineUrlRequestInfo& info) {
  const Decision decision = decide(info.requestUrl());
  if (decision.verdict == Verdict::Redirect) info.redirect(decision.url);
  if (decision.verdict != Verdict::Block) return;
  info.block(true);
  if (isNetwork(decision.url.scheme())) emit blocked(decision.url);
}

} // namespace postwright::ui

#include "ui/preview/blocked_requests.h"

#include <algorithm>

namespace postwright::ui {
namespace {

constexpr int kMostUrls = 500; ///< a page can ask for ever
constexpr int kMostCharacters = 300;

} // namespace

bool BlockedRequests::add(const QUrl& url) {
  const QString text = url.toString();
  if (m_urls.size() >= kMostUrls || m_known.contains(text)) return false;
  m_known.insert(text);
  m_urls.append(text);
  m_hosts.insert(url.host());
  return true;
}

void BlockedRequests::clear() {
  *this = {};
}

QStringList BlockedRequests::hosts() const {
  QStringList hosts(m_hosts.begin(), m_hosts.end());
  std::sort(hosts.begin(), hosts.end());
  return hosts;
}

QString BlockedRequests::details() const {
  QStringList lines;
  for (const QString& url : m_urls)
    lines.append(url.size() > kMostCharacters ? url.left(kMostCharacters) + QChar(u'…') : url);
  return lines.join(QLatin1Char('\n'));
}

} // namespace postwright::ui

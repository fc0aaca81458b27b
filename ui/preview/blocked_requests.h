// What the page asked the network for in vain, for the bar above it.
#pragma once

#include <QSet>
#include <QStringList>
#include <QUrl>

namespace postwright::ui {

class BlockedRequests {
 public:
  /// False when it is known already.
  bool add(const QUrl& url);
  void clear();

  bool isEmpty() const { return m_urls.isEmpty(); }
  int count() const { return static_cast<int>(m_urls.size()); }
  /// Sorted, each once.
  QStringList hosts() const;
  /// One URL a line, in the order asked for; long ones cut.
  QString details() const;

 private:
  QStringList m_urls;
  QSet<QString> m_known;
  QSet<QString> m_hosts;
};

} // namespace postwright::ui

// Closes WebEngine's network below its request interceptor, which does not see WebRTC: while it is locked,
// the application's proxy is a port where nobody listens.
#pragma once

#include <QObject>
#include <QUrl>

class QWebEngineProfile;

namespace postwright::ui {

class ProxyLock : public QObject {
  Q_OBJECT

 public:
  /// Locked from the start, which takes effect without a probe.
  explicit ProxyLock(QWebEngineProfile* profile, QObject* parent = nullptr);

  void setLocked(bool locked);
  /// A request to nowhere that must not be blocked.
  static QUrl probeUrl();

 signals:
  void applied(); ///< the last setLocked() holds from now on

 private:
  void probe();

  QWebEngineProfile* m_profile;
  bool m_locked = true;
};

} // namespace postwright::ui

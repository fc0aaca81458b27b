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

  /// Before the profile's first request it holds at once, later from applied() on.
  void setLocked(bool locked);
  /// The profile's first request is about to be made.
  void noteUse() { m_isUsed = true; }
  /// A request to nowhere that must not be blocked.
  static QUrl probeUrl();

 signals:
  void applied(); ///< what setLocked() said after the first request holds from now on

 private:
  void probe();

  QWebEngineProfile* m_profile;
  bool m_locked = true;
  bool m_isUsed = false;
};

} // namespace postwright::ui

// Finds out that the page's process answers no more, as in an endless loop of a page's script: WebEngine has
// no signal for that.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWebEnginePage>

namespace postwright::ui {

class ScriptWatchdog : public QObject {
  Q_OBJECT

 public:
  explicit ScriptWatchdog(QObject* parent = nullptr);

  /// Watches this page, and no other, from now on.
  void setPage(QWebEnginePage* page);

  /// Watches closely while something is expected of the page, else now and then.
  void setBusy(bool busy);
  /// How long the page may be silent while its process works; large pages need long to be laid out.
  void setDeadline(int ms) { m_deadlineMs = ms; }

 signals:
  void hung();

 private:
  void ping();
  void restart();
  bool isAtWork() const;

  QPointer<QWebEnginePage> m_page;
  QTimer m_timer;
  bool m_busy = false;
  int m_deadlineMs = 4000;
  int m_silentMs = 0;        ///< counted in timer turns, so that a suspended computer is not a hung page
  qint64 m_processorMs = -1; ///< what its process had used when it fell silent
};

} // namespace postwright::ui

#include "ui/preview/script_watchdog.h"

#include <QWebEngineScript>
#include <algorithm>

namespace postwright::ui {
namespace {

constexpr int kBusyMs = 250;
constexpr int kIdleMs = 2000;

} // namespace

ScriptWatchdog::ScriptWatchdog(QObject* parent) : QObject(parent) {
  connect(&m_timer, &QTimer::timeout, this, &ScriptWatchdog::ping);
  m_timer.start(kIdleMs);
}

void ScriptWatchdog::setPage(QWebEnginePage* page) {
  m_page = page;
  restart();
}

void ScriptWatchdog::setBusy(bool busy) {
  m_busy = busy;
  const int interval = busy ? kBusyMs : kIdleMs;
  if (m_timer.interval() != interval) m_timer.start(interval);
}

void ScriptWatchdog::restart() {
  m_silentMs = 0;
  setBusy(m_busy);
}

void ScriptWatchdog::ping() {
  if (!m_page || m_page->renderProcessPid() == 0) return restart();
  // A silent page is asked more often: otherwise the idle interval would be part of the wait.
  if (m_silentMs > 0 && m_timer.interval() == kIdleMs) m_timer.start(kBusyMs);
  if (m_silentMs >= m_deadlineMs) {
    restart();
    emit hung();
    return;
  }
  m_silentMs += std::min(m_timer.interval(), kBusyMs);
  m_page->runJavaScript(QStringLiteral("0"), QWebEngineScript::ApplicationWorld,
                        [self = QPointer(this), page = m_page](const QVariant&) {
                          if (self && self->m_page == page) self->restart();
                        });
}

} // namespace postwright::ui

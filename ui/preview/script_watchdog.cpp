#include "ui/preview/script_watchdog.h"

#include <unistd.h>

#include <QFile>
#include <QWebEngineScript>
#include <algorithm>

namespace postwright::ui {
namespace {

constexpr int kBusyMs = 250;
constexpr int kIdleMs = 2000;
constexpr int kMostPatience = 4; ///< times the deadline, for a process that gets no processor or waits

/// Milliseconds of processor time that the process has had; -1 where the system does not say. Source:
/// proc(5).
qint64 processorMs(qint64 process) {
  constexpr int kUser = 11; // fields after the name, which may have blanks
  constexpr int kSystem = 12;
  QFile file(QStringLiteral("/proc/%1/stat").arg(process));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  const QByteArray line = file.readAll();
  const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
  if (fields.size() <= kSystem) return -1;
  return (fields[kUser].toLongLong() + fields[kSystem].toLongLong()) * 1000 / ::sysconf(_SC_CLK_TCK);
}

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

/// A process that other programs kept from the processor is not hung, however long it is silent.
bool ScriptWatchdog::isAtWork() const {
  const qint64 now = processorMs(m_page->renderProcessPid());
  const bool isKnown = now >= 0 && m_processorMs >= 0;
  return !isKnown || now - m_processorMs >= m_deadlineMs / 2 || m_silentMs >= kMostPatience * m_deadlineMs;
}

void ScriptWatchdog::ping() {
  if (!m_page || m_page->renderProcessPid() == 0) return restart();
  // A silent page is asked more often: otherwise the idle interval would be part of the wait.
  if (m_silentMs > 0 && m_timer.interval() == kIdleMs) m_timer.start(kBusyMs);
  if (m_silentMs == 0) m_processorMs = processorMs(m_page->renderProcessPid());
  if (m_silentMs >= m_deadlineMs && isAtWork()) {
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

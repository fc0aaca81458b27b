// preview_bench [KEYS [POST]]: in the real window, from a key typed at the end of a post to the page painted
// (the second animation frame after the change), for the post as it is and grown to 100 kB and 1 MB. The
// floor is the same page changed by one hand-written `textContent =`, in the same run. The longest turn is
// how long the GUI thread once did not look for events. preview_bench memory [EDITS]: what all processes
// together grow by after the first 2,000 edits.
#include <unistd.h>

#include <QRandomGenerator>
#include <QTimer>
#include <QWebEnginePage>
#include <ctime>

#include "bench_clock.h"
#include "bench_window.h"

namespace {

constexpr int kLettersOfALine = 60;

/// How long the event loop was away: a timer that wants to fire every millisecond tells.
class TurnWatch {
 public:
  TurnWatch() {
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    m_last.start();
    m_lastCpu = cpuMs();
    m_timer.start(1);
  }
  double longestMs() const { return m_longest; }
  double longestCpuMs() const { return m_longestCpu; }

 private:
  void tick() {
    m_longest = std::max(m_longest, static_cast<double>(m_last.nsecsElapsed()) / 1e6 - 1);
    m_longestCpu = std::max(m_longestCpu, cpuMs() - m_lastCpu);
    m_last.start();
    m_lastCpu = cpuMs();
  }
  /// Of this thread: without what other programs took from it.
  static double cpuMs() {
    timespec time{};
    (void)::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  }

  QTimer m_timer;
  QElapsedTimer m_last;
  double m_lastCpu = 0;
  double m_longest = 0;
  double m_longestCpu = 0;
};

/// So that a key comes at any phase of the screen's frame.
void spinRandomly() {
  (void)bench::spinFor(20 + QRandomGenerator::global()->bounded(20));
}

/// One hand-written change of the page, to its paint.
double floorOf(bench::Window& window, int number) {
  const QString script = QStringLiteral(
      "(() => { window.floorText = window.floorText || "
      "[...document.querySelectorAll('p')].at(-1).firstChild;"
      "floorText.textContent = 'floor %1';"
      "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'floor %1' })); })()");
  const QString title = QStringLiteral("floor %1").arg(number);
  auto* page = window.window().preview().findChild<QWebEnginePage*>();
  window.clock().start();
  window.window().preview().evaluate(script.arg(number), {});
  return bench::spinUntil([&] { return page->title() == title; }) ? window.elapsed() : -1;
}

/// Types letters at the end of the text; false when a page did not come.
bool measure(const char* name, const std::string& post, std::size_t bytes, int keys) {
  bench::Window window(post, bytes);
  if (!window.open()) return false;
  window.editor()->moveCursor(QTextCursor::End);
  (void)window.type('a');
  (void)bench::spinFor(500);
  std::vector<double> painted;
  std::vector<double> floor;
  double longest = 0;
  double longestCpu = 0;
  {
    const TurnWatch turns;
    for (int key = 0; key < keys; ++key) {
      spinRandomly();
      painted.push_back(window.type(static_cast<char>('a' + key % 26)));
      if (painted.back() < 0) return false;
    }
    (void)bench::spinFor(500); // what waits for a pause in the typing
    longest = turns.longestMs();
    longestCpu = turns.longestCpuMs();
  }
  for (int key = 0; key < keys; ++key) {
    spinRandomly();
    floor.push_back(floorOf(window, key));
    if (floor.back() < 0) return false;
  }
  const double p95 = percentile(painted, 0.95);
  const double floorP95 = percentile(floor, 0.95);
  std::printf(
      "%s: %.1f ms (median %.1f), floor %.1f ms (median %.1f), longest turn %.1f ms (cpu %.1f), "
      "over floor %.1f ms p95\n",
      name, p95, median(painted), floorP95, median(floor), longest, longestCpu, p95 - floorP95);
  std::fflush(stdout);
  return true;
}

/// Proportional memory of this process and its children, in MB.
double memoryMb() {
  double kilobytes = 0;
  const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
  const pid_t group = ::getpgrp();
  for (const QString& process : processes) {
    const pid_t pid = process.toInt();
    if (pid <= 0 || ::getpgid(pid) != group) continue;
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly)) continue;
    for (const QByteArray& line : file.readAll().split('\n')) {
      if (line.startsWith("Pss:")) kilobytes += line.mid(4).simplified().split(' ').first().toDouble();
    }
  }
  return kilobytes / 1024;
}

/// Writes a line and takes it back, again and again.
bool measureMemory(const std::string& post, int edits) {
  constexpr int kWarmUp = 2000;
  bench::Window window(post, 0);
  if (!window.open()) return false;
  window.editor()->moveCursor(QTextCursor::End);
  double before = 0;
  for (int edit = 0; edit < edits; ++edit) {
    if (edit == kWarmUp) before = memoryMb();
    const bool isWriting = edit / kLettersOfALine % 2 == 0;
    if (window.type(isWriting ? static_cast<char>('a' + edit % 26) : '\b') < 0) return false;
  }
  const double after = memoryMb();
  std::printf("memory: %d edits, %.0f MB after the first %d, %.0f MB at the end, grown by %.1f MB\n", edits,
              before, kWarmUp, after, after - before);
  return true;
}

} // namespace

int main(int argc, char** argv) {
  (void)::setpgid(0, 0); // the processes of the page are counted by their group
  bench::Window::prepare();
  const QApplication application(argc, argv);
  const QStringList arguments = QApplication::arguments().mid(1);
  const bool isMemory = arguments.value(0) == QLatin1String("memory");
  const QString folder = QStringLiteral(POSTWRIGHT_SOURCE "/resources/sample_site/posts/");
  const QString sample = folder + QStringLiteral("laptop-models.md");
  const QString named = isMemory ? arguments.value(2) : arguments.value(1);
  const std::string post = (named.isEmpty() ? sample : named).toStdString();
  if (isMemory) return measureMemory(post, arguments.value(1, QStringLiteral("20000")).toInt()) ? 0 : 1;
  const int keys = arguments.value(0, QStringLiteral("200")).toInt();
  const bool done = measure("seed", post, 0, keys) && measure("100 kB", post, 100'000, keys) &&
                    measure("1 MB", post, 1'000'000, keys);
  return done ? 0 : 1;
}

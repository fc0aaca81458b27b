// preview_bench [KEYS [POST]]: from a key to the page painted, for a post as it is and grown to 100 kB and 1
// MB. A key changes one letter of the text; then render thread, patch, and the second animation frame after
// it. The floor is the same page changed by one hand-written `textContent =`, in the same run. preview_bench
// memory [EDITS]: what the processes together grow by after the first 2,000 edits.
#include <unistd.h>

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>
#include <QWebEnginePage>
#include <cstdio>
#include <functional>

#include "app/generators/cobalt/load.h"
#include "bench_clock.h"
#include "ui/base/text_bridge.h"
#include "ui/preview/preview_controller.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/scheme.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

constexpr qint64 kPatienceMs = 30'000;

/// Longest time the event loop was busy without going to sleep.
class TurnWatch {
 public:
  TurnWatch() {
    auto* dispatcher = QAbstractEventDispatcher::instance();
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &m_context, [this] { m_turn.start(); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &m_context, [this] {
      if (m_turn.isValid()) m_longest = std::max(m_longest, m_turn.nsecsElapsed());
      m_turn.invalidate();
    });
  }
  double longestMs() const { return static_cast<double>(m_longest) / 1e6; }

 private:
  QObject m_context;
  QElapsedTimer m_turn;
  qint64 m_longest = 0;
};

/// Runs the event loop until it is done; false when that takes too long.
bool spinUntil(const std::function<bool()>& isDone) {
  QElapsedTimer clock;
  clock.start();
  while (!isDone()) {
    if (clock.elapsed() > kPatienceMs) return false;
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
  }
  return true;
}

/// So that a key comes at any phase of the screen's frame.
void spinRandomly() {
  QElapsedTimer clock;
  clock.start();
  const int wait = 20 + QRandomGenerator::global()->bounded(20);
  (void)spinUntil([&] { return clock.elapsed() >= wait; });
}

struct Post {
  site::SitePointer site;
  std::string path;
  std::string text;
};

Post readPost(const QString& file) {
  const QString folder = toQString(generators::cobalt::siteFolderOf(toUtf8(file)));
  const auto site = generators::cobalt::load(toUtf8(folder));
  QFile post(file);
  if (!site || !post.open(QIODevice::ReadOnly)) {
    std::fprintf(stderr, "preview_bench: %s is no post of a site\n", qPrintable(file));
    std::exit(2);
  }
  const QString path = QDir(toQString((*site)->source())).relativeFilePath(file);
  return {*site, toUtf8(path), post.readAll().toStdString()};
}

/// The post with more paragraphs, until it is this long.
std::string grown(const std::string& text, std::size_t bytes) {
  std::string result = text;
  for (int i = 0; result.size() < bytes; ++i) {
    const std::string number = std::to_string(i);
    result += "\n\n## Part " + number + "\n\nThe *" + number + "th* paragraph says what [the one](/before/" +
              number +
              ") before it said, in `other` words, so that **all** of them together make a long post of the "
              "usual kind.\n\n* one\n* two\n\n> and a word of " +
              number;
  }
  return result + "\n";
}

class Bench {
 public:
  explicit Bench(Post post) : m_post(std::move(post)) {
    QObject::connect(&m_controller, &PreviewController::rendered, &m_pane,
                     [this](quint64, const render::Page& page) {
                       m_renderedMs = elapsed();
                       m_pane.showPage(page);
                     });
    QObject::connect(&m_pane, &PreviewPane::painted, &m_pane, [this] { ++m_painted; });
    m_pane.resize(700, 800);
    m_pane.show();
    m_pane.setSite(m_post.site);
    m_pane.setDocument(toQString(m_post.path));
  }

  /// Shows the text; the time from here to the paint in ms, or -1.
  double show(const std::string& text) {
    const int before = m_painted;
    m_clock.start();
    m_controller.request({m_post.site, m_post.path, text, m_now, render::Drafts::Auto});
    return spinUntil([&] { return m_painted > before; }) ? elapsed() : -1;
  }
  double renderedMs() const { return m_renderedMs; }

  /// One hand-written change of the page, to its paint.
  double floor(int number) {
    const QString script = QStringLiteral(
        "(() => { window.floorText = window.floorText || "
        "[...document.querySelectorAll('p')].at(-1).firstChild;"
        "floorText.textContent = 'floor %1';"
        "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'floor %1' })); })()");
    const QString title = QStringLiteral("floor %1").arg(number);
    auto* page = m_pane.findChild<QWebEnginePage*>();
    m_clock.start();
    m_pane.evaluate(script.arg(number), {});
    return spinUntil([&] { return page->title() == title; }) ? elapsed() : -1;
  }

 private:
  double elapsed() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

  Post m_post;
  PreviewPane m_pane;
  PreviewController m_controller;
  DateTime m_now = currentDateTime();
  QElapsedTimer m_clock;
  double m_renderedMs = 0;
  int m_painted = 0;
};

/// Types letters into the last word of the text; false when a page did not come.
bool measure(const char* name, const Post& post, std::size_t bytes, int keys) {
  Bench bench(post);
  std::string text = bytes == 0 ? post.text : grown(post.text, bytes);
  if (bench.show(text) < 0) return false;
  std::vector<double> painted;
  std::vector<double> rendered;
  std::vector<double> floor;
  const std::size_t place = text.find_last_of("abcdefghijklmnopqrstuvwxyz") + 1;
  const TurnWatch turns;
  for (int key = 0; key < keys; ++key) {
    spinRandomly();
    text.insert(place, 1, static_cast<char>('a' + key % 26));
    painted.push_back(bench.show(text));
    rendered.push_back(bench.renderedMs());
    if (painted.back() < 0) return false;
  }
  const double longest = turns.longestMs();
  for (int key = 0; key < keys; ++key) {
    spinRandomly();
    floor.push_back(bench.floor(key));
    if (floor.back() < 0) return false;
  }
  const double p95 = percentile(painted, 0.95);
  const double floorP95 = percentile(floor, 0.95);
  std::printf(
      "%s: %.1f ms (median %.1f, rendered %.1f), floor %.1f ms (median %.1f), longest turn %.1f ms, "
      "over floor %.1f ms p95\n",
      name, p95, median(painted), median(rendered), floorP95, median(floor), longest, p95 - floorP95);
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

bool measureMemory(const Post& post, int edits) {
  constexpr int kWarmUp = 2000;
  Bench bench(post);
  std::string text = post.text + "\n\n";
  double before = 0;
  for (int edit = 0; edit < kWarmUp + edits; ++edit) {
    if (edit == kWarmUp) before = memoryMb();
    if (edit % 60 == 59) {
      text = post.text + "\n\n";
    } else {
      text += static_cast<char>('a' + edit % 26);
    }
    if (bench.show(text) < 0) return false;
  }
  const double after = memoryMb();
  std::printf("memory: %d edits, %.0f MB after the first %d, %.0f MB at the end, grown by %.1f MB\n", edits,
              before, kWarmUp, after, after - before);
  return true;
}

} // namespace

int main(int argc, char** argv) {
  (void)::setpgid(0, 0); // the processes of the page are counted by their group
  prepareWebEngineEnvironment();
  registerScheme();
  QApplication application(argc, argv);
  const QStringList arguments = QApplication::arguments().mid(1);
  const bool isMemory = arguments.value(0) == QLatin1String("memory");
  const QString sample = QStringLiteral(POSTWRIGHT_SOURCE "/resources/sample_site/posts/") +
                         QDir(QStringLiteral(POSTWRIGHT_SOURCE "/resources/sample_site/posts"))
                             .entryList({QStringLiteral("*.md")})
                             .value(0);
  const Post post = readPost(arguments.size() > 1 && !isMemory ? arguments.at(1) : sample);
  if (isMemory) return measureMemory(post, arguments.value(1, QStringLiteral("20000")).toInt()) ? 0 : 1;
  const int keys = arguments.value(0, QStringLiteral("200")).toInt();
  const bool done = measure("seed", post, 0, keys) && measure("100 kB", post, 100'000, keys) &&
                    measure("1 MB", post, 1'000'000, keys);
  return done ? 0 : 1;
}

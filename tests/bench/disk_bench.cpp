// disk_bench: from a file of the site written by another program to the page that shows it, in the real
// window on the sample site, with the page scrolled: how long it takes (a second is what may be), and whether
// the page stays where it was.
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "bench_clock.h"
#include "bench_window.h"

namespace {

constexpr int kRounds = 7;
constexpr int kTextRow = 34; ///< the topmost of the text, so that the page is scrolled too
constexpr int kRestMs = 400; ///< the next change is news of its own

struct Case {
  const char* name;
  const char* file;   ///< relative to the site
  const char* before; ///< what stands in it once
  const char* after;  ///< what takes its place, with the round for %1
  const char* script; ///< what the page says, to be the round
};

const Case kCases[] = {
    {"layout", "_layouts/post.liquid", "<article>", "<article data-round=\"%1\">",
     "document.querySelector('article').dataset.round"},
    {"include", "_includes/footer.liquid", "printed nowhere", "printed nowhere%1",
     "document.body.innerText.match(/printed nowhere(\\d*)/)[1]"},
    {"data", "_data/nav.yml", "- name: About", "- name: About%1",
     "document.body.innerText.match(/About(\\d*)/)[1]"},
    {"style sheet", "css/site.css", "", "\n:root { --round: %1; }\n",
     "getComputedStyle(document.documentElement).getPropertyValue('--round').trim()"},
    {"configuration", "_cobalt.yml", "title: Island notes", "title: Island notes%1",
     "document.body.innerText.match(/Island notes(\\d*)/)[1]"},
};

/// Writes the file as an editor does, and waits until the page has it; the time in ms, or -1.
double change(bench::Window& window, const Case& it, const QByteArray& original, const QString& path,
              int round) {
  const QByteArray after = QString::fromLatin1(it.after).arg(round).toUtf8();
  QByteArray text = original;
  if (*it.before == '\0') {
    text += after;
  } else {
    text.replace(text.indexOf(it.before), static_cast<qsizetype>(qstrlen(it.before)), after);
  }
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return -1;
  file.write(text);
  file.close();
  window.clock().start();
  const QString script = QString::fromLatin1(it.script);
  const bool isThere =
      bench::spinUntil([&] { return window.evaluate(script).toString() == QString::number(round); });
  return isThere ? window.elapsed() : -1;
}

double scrollOf(bench::Window& window) {
  return window.evaluate(QStringLiteral("scrollY")).toDouble();
}

bool run(bench::Window& window, const Case& it) {
  const QString path = window.site() + QLatin1Char('/') + QLatin1String(it.file);
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QByteArray original = file.readAll();
  file.close();
  std::vector<double> times;
  double moved = 0;
  for (int round = 1; round <= kRounds; ++round) {
    window.editor()->verticalScrollBar()->setValue(kTextRow);
    (void)bench::spinFor(kRestMs);
    const double top = scrollOf(window);
    times.push_back(change(window, it, original, path, round));
    if (times.back() < 0) return false;
    (void)bench::spinFor(kRestMs);
    moved = std::max(moved, std::abs(scrollOf(window) - top));
  }
  std::printf("%s: median %.0f ms, worst %.0f ms of 1000 ms, at %.0f px and moved by %.0f px\n", it.name,
              median(times), percentile(times, 1), scrollOf(window), moved);
  std::fflush(stdout);
  return true;
}

} // namespace

int main(int argc, char** argv) {
  bench::Window::prepare();
  const QApplication application(argc, argv);
  bench::Window window(POSTWRIGHT_SOURCE "/resources/sample_site/posts/soup-for-forty.md", 0);
  if (!window.open()) return 1;
  return std::all_of(std::begin(kCases), std::end(kCases), [&](const Case& it) { return run(window, it); })
             ? 0
             : 1;
}

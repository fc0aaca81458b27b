// start_bench [RUNS [PROGRAM POST]]: from the start of the process to the first painted page, against a bare
// QWebEngineView that shows the same HTML. Each run starts one of either, in turn.
// Without PROGRAM it is the preview pane alone; a program is asked by POSTWRIGHT_SAY_PAINTED=1 to print
// `painted` when the page is on the screen, and gives the HTML by `PROGRAM render POST`.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QWebEngineView>
#include <cstdio>

#include "bench_clock.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/scheme.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

constexpr int kPatienceMs = 30'000;

void sayPainted() {
  std::puts("painted");
  std::fflush(stdout);
  std::_Exit(0); // leaving is not measured
}

QString readHtml(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

int runBare(QApplication& application, const QString& html) {
  QWebEngineView view;
  view.resize(1440, 900);
  QObject::connect(&view, &QWebEngineView::titleChanged, &application, [](const QString& title) {
    if (title == QLatin1String("painted")) sayPainted();
  });
  QObject::connect(&view, &QWebEngineView::loadFinished, &application, [&view] {
    view.page()->runJavaScript(QStringLiteral(
        "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'painted' }))"));
  });
  view.setHtml(html);
  view.show();
  return QApplication::exec();
}

int runPane(QApplication& application, const QString& html) {
  PreviewPane pane;
  pane.resize(1440, 900);
  QObject::connect(&pane, &PreviewPane::painted, &application, sayPainted);
  pane.setLoneFile(QStringLiteral("/nowhere/post.md"));
  render::Page page;
  page.ok = true;
  page.html = html.toStdString();
  pane.showPage(page);
  pane.show();
  return QApplication::exec();
}

/// Milliseconds until the program says `painted`, or -1.
double timeToPaint(const QString& program, const QStringList& arguments) {
  const QTemporaryDir own; // what earlier runs left behind would be read
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("POSTWRIGHT_SAY_PAINTED"), QStringLiteral("1"));
  for (const char* folder : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
    environment.insert(QString::fromLatin1(folder), own.filePath(QString::fromLatin1(folder)));
  process.setProcessEnvironment(environment);
  QElapsedTimer clock;
  clock.start();
  process.start(program, arguments);
  QByteArray output;
  while (!output.contains("painted") && clock.elapsed() < kPatienceMs &&
         process.waitForReadyRead(kPatienceMs))
    output += process.readAllStandardOutput();
  const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
  process.kill();
  process.waitForFinished();
  return output.contains("painted") ? ms : -1;
}

QByteArray htmlOf(const QString& program, const QString& post) {
  if (program.isEmpty()) {
    return "<!doctype html><title>t</title><style>body { font: 17px sans-serif }</style><h1>A page</h1>" +
           QByteArray("<p>with a few words in each of its paragraphs</p>\n").repeated(60);
  }
  QProcess process;
  process.start(program, {QStringLiteral("render"), post});
  process.waitForFinished(kPatienceMs);
  return process.readAllStandardOutput();
}

int compare(int runs, const QString& program, const QString& post) {
  QTemporaryDir folder;
  QFile html(folder.filePath(QStringLiteral("page.html")));
  if (!html.open(QIODevice::WriteOnly) || html.write(htmlOf(program, post)) <= 0) {
    std::fprintf(stderr, "start_bench: there is no page to show\n");
    return 2;
  }
  html.close();
  const QString self = QCoreApplication::applicationFilePath();
  std::vector<double> bare;
  std::vector<double> ours;
  for (int run = 0; run < runs; ++run) {
    bare.push_back(timeToPaint(self, {QStringLiteral("--bare"), html.fileName()}));
    ours.push_back(program.isEmpty() ? timeToPaint(self, {QStringLiteral("--pane"), html.fileName()})
                                     : timeToPaint(program, {post}));
    if (bare.back() < 0 || ours.back() < 0) {
      std::fprintf(stderr, "start_bench: a page did not come\n");
      return 1;
    }
  }
  std::printf("%s: %.0f ms, bare view %.0f ms, %.2fx\n", program.isEmpty() ? "pane" : "window", median(ours),
              median(bare), median(ours) / median(bare));
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  const QString mode = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
  if (!mode.startsWith(QLatin1String("--"))) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    return compare(arguments.value(1, QStringLiteral("9")).toInt(), arguments.value(2), arguments.value(3));
  }
  prepareWebEngineEnvironment();
  const bool isPane = mode == QLatin1String("--pane");
  if (isPane) registerScheme();
  QApplication application(argc, argv);
  const QString html = readHtml(QApplication::arguments().value(2));
  return isPane ? runPane(application, html) : runBare(application, html);
}

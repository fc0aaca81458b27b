#include "ui/application.h"

#include <QApplication>
#include <QCommandLineParser>
#include <cstdio>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/demo.h"
#include "ui/main_window.h"

namespace postwright::ui {
namespace {

constexpr int kBadUsage = 2;

} // namespace

StartRequest readArguments(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.addPositionalArgument(QStringLiteral("path"), QStringLiteral("A site's folder or a post."));
  const QCommandLineOption demo(QStringLiteral("demo"),
                                QStringLiteral("Drive one edit, leave pictures in FOLDER."),
                                QStringLiteral("FOLDER"));
  parser.addOption(demo);
  const bool understood = parser.parse(arguments) && parser.positionalArguments().size() <= 1;
  if (!understood) {
    const QString why =
        parser.errorText().isEmpty() ? QStringLiteral("Give one site or file.") : parser.errorText();
    std::fprintf(stderr, "postwright: %s\nTry 'postwright --help'.\n", qPrintable(why));
    return {{}, kBadUsage};
  }
  return {{parser.positionalArguments().value(0), parser.value(demo)}, -1};
}

int runWindow(QApplication& application, const StartOptions& options) {
  useIconThemes();
  MainWindow window;
  applyTheme(application, SessionState().scheme());
  window.show();
  if (!options.path.isEmpty()) {
    window.openPath(options.path);
  } else {
    window.openLast();
  }
  if (qEnvironmentVariableIsSet("POSTWRIGHT_SAY_PAINTED")) { // for tests/bench/start_bench
    QObject::connect(&window, &MainWindow::pagePainted, &application, [] {
      std::puts("painted");
      std::fflush(stdout);
    });
  }
  Demo demo(window, options.demoFolder);
  if (!options.demoFolder.isEmpty()) demo.start();
  return QApplication::exec();
}

} // namespace postwright::ui

#include <QApplication>

#include "app/cli/command_line.h"
#include "ui/application.h"
#include "ui/preview/scheme.h"

int main(int argc, char** argv) {
  using namespace postwright;
  if (const std::optional<int> status = cli::runCommand(argc, argv)) return *status;
  ui::prepareWebEngineEnvironment();
  ui::registerScheme();
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("postwright"));
  QApplication::setOrganizationName(QStringLiteral("postwright"));
  QApplication::setApplicationVersion(QStringLiteral(POSTWRIGHT_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("org.postwright.Postwright"));
  const ui::StartRequest request = ui::readArguments(QApplication::arguments());
  return request.exitStatus >= 0 ? request.exitStatus : ui::runWindow(application, request.options);
}

// Starts the window: theme, icons, what the command line asks for, and the demonstration without a person.
#pragma once

#include <QStringList>

class QApplication;

namespace postwright::ui {

/// What comes after the program's name.
struct StartOptions {
  QString path;       ///< site or file to open; empty: the last one
  QString demoFolder; ///< not empty: run the demonstration and leave its files there
};

/// Reads the arguments of a windowed start; prints help or a complaint and gives the exit status otherwise.
struct StartRequest {
  StartOptions options;
  int exitStatus = -1; ///< not negative: end with it
};
StartRequest readArguments(const QStringList& arguments);

/// Runs the window until it is closed; the program's exit status.
int runWindow(QApplication& application, const StartOptions& options);

} // namespace postwright::ui

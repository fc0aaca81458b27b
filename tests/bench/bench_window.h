// The real window on a copy of a post's site, for programs that measure it: grown posts, keys, waiting.
#pragma once

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "app/generators/cobalt/load.h"
#include "ui/base/text_bridge.h"
#include "ui/editing_view.h"
#include "ui/main_window.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/scheme.h"

namespace bench {

constexpr qint64 kPatienceMs = 60'000;

/// Runs the event loop until it is done; false when that takes too long.
inline bool spinUntil(const std::function<bool()>& isDone) {
  QElapsedTimer clock;
  clock.start();
  while (!isDone()) {
    if (clock.elapsed() > kPatienceMs) return false;
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  }
  return true;
}

inline bool spinFor(int ms) {
  QElapsedTimer clock;
  clock.start();
  QTimer wake; // spinUntil() sleeps until there is an event
  wake.start(1);
  return spinUntil([&] { return clock.elapsed() >= ms; });
}

/// The post with more paragraphs, until it is this long.
inline std::string grown(const std::string& text, std::size_t bytes) {
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

class Window {
 public:
  /// Call before the application exists: settings that are nobody's.
  static void prepare() {
    static QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", config.path().toLocal8Bit());
    QCoreApplication::setOrganizationName(QStringLiteral("postwright"));
    QCoreApplication::setApplicationName(QStringLiteral("bench"));
    postwright::ui::prepareWebEngineEnvironment();
    postwright::ui::registerScheme();
  }

  /// Opens `post` (a file of a site), in a copy of its site, with more text until it is `bytes` long.
  Window(const std::string& post, std::size_t bytes) {
    const std::string folder = postwright::generators::cobalt::siteFolderOf(post);
    const std::string copy = m_folder.path().toStdString() + "/site";
    std::filesystem::copy(folder, copy, std::filesystem::copy_options::recursive);
    m_file = postwright::ui::toQString(copy + post.substr(folder.size()));
    QFile file(m_file);
    if (!file.open(QIODevice::ReadWrite)) return;
    const std::string text = file.readAll().toStdString();
    file.resize(0);
    file.write(QByteArray::fromStdString(bytes == 0 ? text : grown(text, bytes)));
    file.close();
    m_window = std::make_unique<postwright::ui::MainWindow>();
    QObject::connect(m_window.get(), &postwright::ui::MainWindow::pagePainted, m_window.get(),
                     [this] { ++m_painted; });
    m_window->resize(1440, 900);
    m_window->show();
  }

  /// Waits for the first page.
  bool open() {
    if (!m_window) return false;
    m_window->openPath(m_file);
    return spinUntil([this] { return m_painted > 0; }) && spinFor(500);
  }

  /// Types `letter` (or a backspace) at the caret; the time to the painted page in ms, or -1.
  double type(char letter) {
    const int before = m_painted;
    m_clock.start();
    press(letter);
    return spinUntil([&] { return m_painted > before; }) ? elapsed() : -1;
  }
  /// The same without waiting.
  void press(char letter) {
    const bool isBack = letter == '\b';
    QKeyEvent key(QEvent::KeyPress, isBack ? Qt::Key_Backspace : Qt::Key_A, Qt::NoModifier,
                  isBack ? QString() : QString(QLatin1Char(letter)));
    QApplication::sendEvent(editor(), &key);
  }

  /// Runs `script` in the page and waits for its value.
  QVariant evaluate(const QString& script) {
    std::optional<QVariant> value;
    m_window->preview().evaluate(script, [&](const QVariant& result) { value = result; });
    return spinUntil([&] { return value.has_value(); }) ? *value : QVariant();
  }

  postwright::ui::MainWindow& window() { return *m_window; }
  /// The folder of the site's copy.
  QString site() const { return m_folder.path() + QStringLiteral("/site"); }
  postwright::ui::MarkdownEditor* editor() { return m_window->editing().editor(); }
  int painted() const { return m_painted; }
  double elapsed() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }
  QElapsedTimer& clock() { return m_clock; }

 private:
  QTemporaryDir m_folder;
  QString m_file;
  std::unique_ptr<postwright::ui::MainWindow> m_window;
  QElapsedTimer m_clock;
  int m_painted = 0;
};

} // namespace bench

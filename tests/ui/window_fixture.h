// The real window on a copy of a site of tests/data, with settings of its own.
#pragma once

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <memory>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/editing_view.h"
#include "ui/main_window.h"
#include "ui/posts/post_list_panel.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/scheme.h"
#include "ui/status_line.h"

namespace postwright::ui {

constexpr int kAnswerMs = 2000;    // after this one asks again
constexpr int kPatienceMs = 20000; // a loaded machine paints late; nothing waits this long when it works

class WindowFixture {
 public:
  /// Call from initMain(), before the application exists. A process that another test started keeps its
  /// folders.
  static void prepare(bool isChild = false) {
    static QTemporaryDir config;
    for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
      if (!isChild) qputenv(folder, config.path().toLocal8Bit());
    }
    QCoreApplication::setOrganizationName(QStringLiteral("postwright"));
    QCoreApplication::setApplicationName(QStringLiteral("test"));
    prepareWebEngineEnvironment();
    registerScheme();
  }

  /// On a copy of this folder of tests/data.
  explicit WindowFixture(const char* site = "window_site") {
    std::filesystem::copy(
        std::filesystem::path(POSTWRIGHT_TEST_DATA) / site, folder().toStdString(),
        std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
    window = std::make_unique<MainWindow>();
    window->resize(1440, 900);
    window->show();
  }

  QString folder() const { return m_folder.filePath(QStringLiteral("site")); }
  QString path(const char* relative) const {
    return folder() + QLatin1Char('/') + QString::fromLatin1(relative);
  }
  QByteArray onDisk(const char* relative) const {
    QFile file(path(relative));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
  }
  void write(const QString& file, const QByteArray& bytes) const {
    QFile target(file);
    if (target.open(QIODevice::WriteOnly)) target.write(bytes);
  }

  /// Opens a post and waits until its page shows `text` somewhere.
  bool open(const char* relative, const QString& text) {
    window->openPath(path(relative));
    return pageHas(text);
  }
  /// What `script` gives in the page.
  QVariant ask(const QString& script) {
    // shared: a question that a page takes with it when it goes may be answered late or never
    const auto answer = std::make_shared<std::optional<QVariant>>();
    window->preview().evaluate(script, [answer](const QVariant& value) { *answer = value; });
    (void)QTest::qWaitFor([&] { return answer->has_value(); }, kAnswerMs);
    return answer->value_or(QVariant());
  }
  bool pageHas(const QString& text) {
    return QTest::qWaitFor(
        [&] {
          return ask(QStringLiteral("document.body ? document.body.innerText : ''"))
              .toString()
              .contains(text);
        },
        kPatienceMs);
  }
  QString element(const char* id) {
    return ask(QStringLiteral("document.getElementById('%1').textContent").arg(QLatin1String(id))).toString();
  }
  bool elementBecomes(const char* id, const QString& text) {
    return QTest::qWaitFor([&] { return element(id) == text; }, kPatienceMs);
  }

  MarkdownEditor* editor() const { return window->editing().editor(); }
  PostBuffer* buffer() const { return window->workspace().current(); }
  QByteArray bytes() const { return QByteArray::fromStdString(buffer()->bytes()); }

  std::unique_ptr<MainWindow> window;

 private:
  QTemporaryDir m_folder;
};

} // namespace postwright::ui

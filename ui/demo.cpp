#include "ui/demo.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTextBlock>
#include <cstdio>
#include <utility>

#include "ui/editing_view.h"
#include "ui/exporter.h"
#include "ui/main_window.h"

namespace postwright::ui {
namespace {

constexpr int kDeadlineMs = 60000;
constexpr int kSettleMs = 700; // the compositor shows what was painted, and the status says so

} // namespace

Demo::Demo(MainWindow& window, QString folder) : m_window(window), m_folder(std::move(folder)) {
  m_deadline.setSingleShot(true);
  m_deadline.setInterval(kDeadlineMs);
  connect(&m_deadline, &QTimer::timeout, this,
          [this] { fail(QStringLiteral("a step did not come in time")); });
}

void Demo::start() {
  m_deadline.start();
  QDir().mkpath(m_folder);
  m_window.resize(1440, 900);
  afterPaint([this] { edit(); });
}

void Demo::afterPaint(const std::function<void()>& step) {
  connect(
      &m_window, &MainWindow::pagePainted, this, [this, step] { QTimer::singleShot(kSettleMs, this, step); },
      Qt::SingleShotConnection);
}

void Demo::edit() {
  afterPaint([this] { toggleDraft(); });
  MarkdownEditor* editor = m_window.editing().editor();
  editor->setFocus();
  const PostBuffer* buffer = m_window.workspace().current();
  QTextCursor cursor(buffer->document()->findBlockByNumber(buffer->frontMatterLines()));
  cursor.insertText(QStringLiteral("*Written just now, and already on the page.*\n\n"));
  cursor.movePosition(QTextCursor::PreviousBlock);
  editor->setTextCursor(cursor);
}

void Demo::toggleDraft() {
  afterPaint([this] { picture(); });
  m_window.actions().draft->trigger();
}

void Demo::picture() {
  const QString picture = QDir(m_folder).filePath(QStringLiteral("window.png"));
  if (!m_window.grab().save(picture)) {
    fail(QStringLiteral("the picture cannot be written"));
    return;
  }
  Exporter& exporter = m_window.exporter();
  connect(&exporter, &Exporter::exported, this, [] { QApplication::exit(0); });
  connect(&exporter, &Exporter::failed, this, &Demo::fail);
  exporter.exportTo(ExportKind::Html, QDir(m_folder).filePath(QStringLiteral("page.html")));
}

void Demo::fail(const QString& why) {
  std::fprintf(stderr, "postwright: the demonstration failed: %s\n", qPrintable(why));
  QApplication::exit(1);
}

} // namespace postwright::ui

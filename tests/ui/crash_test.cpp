// A program that is killed while one writes: started by itself with --write POST, it types and waits for its
// end.
#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QMenu>
#include <QProcess>
#include <cstdio>

#include "tests/ui/window_fixture.h"
#include "ui/base/message_bar.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

constexpr int kMayBeLostMs = 1000;

/// Shows the post in a window of its own, types into it, and says so.
int write(const QString& post) {
  MainWindow window;
  window.show();
  window.openPath(post);
  if (!QTest::qWaitFor([&] { return window.workspace().current() != nullptr; }, kPatienceMs)) return 1;
  window.editing().editor()->moveCursor(QTextCursor::End);
  QTest::keyClicks(window.editing().editor(), QStringLiteral("last words"));
  std::puts("typed");
  std::fflush(stdout);
  return QApplication::exec();
}

} // namespace

class CrashTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_state = std::make_unique<QTemporaryDir>(); // nothing that another test left
    qputenv("XDG_STATE_HOME", m_state->path().toLocal8Bit());
    m_fixture = std::make_unique<WindowFixture>();
  }
  void cleanup() { m_fixture.reset(); }

  void killedProgram_losesNothingOlderThanASecond() {
    const QByteArray before = f().onDisk("posts/second.md");
    QVERIFY(typeAndKill("posts/second.md"));
    QCOMPARE(f().onDisk("posts/second.md"), before);

    restart();
    f().window->openPath(f().folder());
    QVERIFY(f().pageHas(QStringLiteral("last words")));
    QVERIFY(f().buffer()->file().endsWith(QStringLiteral("second.md"))); // where one was
    QCOMPARE(f().bytes(), before + "last words");
    QVERIFY(f().buffer()->isModified());
    QVERIFY(bar() != nullptr);
    QVERIFY(bar()->text().contains(QStringLiteral("back")));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
  }

  void restoredText_isMarkedInTheListBeforeItIsOpened() {
    QVERIFY(typeAndKill("posts/second.md"));
    restart();
    f().window->openPath(f().path("posts/first.md"));
    QVERIFY(f().pageHas(QStringLiteral("Hello")));
    const auto* model = qobject_cast<PostListModel*>(f().window->posts().view()->model());
    const QModelIndex index = model->indexOf(QStringLiteral("posts/second.md"));
    QVERIFY(index.data(PostListModel::ItemRole).value<PostItem>().isModified);
  }

  void restoredText_undoneOrSaved_isOver() {
    const QByteArray before = f().onDisk("posts/second.md");
    QVERIFY(typeAndKill("posts/second.md"));
    restart();
    QVERIFY(f().open("posts/second.md", QStringLiteral("last words")));
    f().window->actions().undo->trigger();
    QCOMPARE(f().bytes(), before);
    QVERIFY(!f().buffer()->isModified());
    QVERIFY(bar() == nullptr);
    f().window->actions().redo->trigger();
    f().window->actions().save->trigger();
    QCOMPARE(f().onDisk("posts/second.md"), before + "last words");
    restart();
    QVERIFY(f().open("posts/second.md", QStringLiteral("last words")));
    QVERIFY(!f().buffer()->isModified());
    QVERIFY(bar() == nullptr);
  }

  void restoredText_discarded_isGoneAndComesBackByUndo() {
    const QByteArray before = f().onDisk("posts/second.md");
    QVERIFY(typeAndKill("posts/second.md"));
    restart();
    QVERIFY(f().open("posts/second.md", QStringLiteral("last words")));
    emit bar() -> actionTriggered();
    QCOMPARE(f().bytes(), before);
    QVERIFY(!f().buffer()->isModified());
    QVERIFY(bar() == nullptr);
    f().window->actions().undo->trigger();
    QCOMPARE(f().bytes(), before + "last words");
  }

  void restoredText_ofAFileChangedSince_isNeverSavedOverItInSilence() {
    QVERIFY(typeAndKill("posts/second.md"));
    f().write(f().path("posts/second.md"), "theirs\n");
    restart();
    QVERIFY(f().open("posts/second.md", QStringLiteral("last words")));
    QVERIFY(bar()->text().contains(QStringLiteral("another program")));
    f().window->actions().save->trigger();
    QCOMPARE(f().onDisk("posts/second.md"), QByteArray("theirs\n"));
    QVERIFY(f().bytes().contains("last words"));
  }

  void restoredText_ofAFileThatIsGone_stillOpens() {
    QVERIFY(typeAndKill("posts/second.md"));
    QVERIFY(QFile::remove(f().path("posts/second.md")));
    restart();
    f().window->openPath(f().folder());
    QVERIFY(QTest::qWaitFor([this] { return f().buffer() != nullptr; }, kPatienceMs));
    PostBuffer* gone = f().window->workspace().find(f().path("posts/second.md"));
    QVERIFY(gone != nullptr);
    QVERIFY(gone->bytes().find("last words") != std::string::npos);
    QCOMPARE(f().buffer(), gone);
  }

  void restoredText_ofAFolderThatIsGone_isInItsSite_andCanBeSaved() {
    QDir(f().folder()).mkpath(QStringLiteral("posts/2024"));
    QVERIFY(QFile::copy(f().path("posts/second.md"), f().path("posts/2024/third.md")));
    QVERIFY(typeAndKill("posts/2024/third.md"));
    QVERIFY(QDir(f().path("posts/2024")).removeRecursively()); // as another branch does
    restart();
    f().window->openPath(f().folder());
    QVERIFY(f().pageHas(QStringLiteral("last words")));
    Workspace& workspace = f().window->workspace();
    QCOMPARE(workspace.pathOf(*f().buffer()), std::string("posts/2024/third.md"));
    QVERIFY(workspace.unsavedFiles().isEmpty());
    QVERIFY(workspace.overwrite(*f().buffer()));
    QVERIFY(f().onDisk("posts/2024/third.md").endsWith("last words"));
  }

  void textOfASiteThatWasMoved_opensFromItsOldPlace() {
    const QByteArray before = f().onDisk("posts/second.md");
    QVERIFY(typeAndKill("posts/second.md"));
    const QString moved = f().folder() + QStringLiteral("-moved");
    const QString old = f().path("posts/second.md");
    QVERIFY(QDir().rename(f().folder(), moved));
    restart();
    f().window->openPath(moved);
    QVERIFY(QTest::qWaitFor([this] { return f().buffer() != nullptr; }, kPatienceMs));
    const QMenu* menu = f().window->actions().unsavedMenu;
    QCOMPARE(menu->actions().size(), 1);
    QCOMPARE(menu->actions().first()->text(), old);
    menu->actions().first()->trigger();
    QVERIFY(QTest::qWaitFor([&] { return f().buffer() != nullptr && f().buffer()->file() == old; }));
    QCOMPARE(f().bytes(), before + "last words");
  }

  void textOfALoneFileThatIsGone_opensByItsName_andWithoutOne() {
    const QString file = m_state->filePath(QStringLiteral("gone/note.md"));
    {
      Journal(Journal::usualFolder()).keep({file, "forgotten words\n", {}});
    }
    for (const bool named : {true, false}) {
      restart();
      if (named) {
        f().window->openPath(file);
      } else {
        f().window->openLast();
      }
      QVERIFY(f().buffer() != nullptr);
      QCOMPARE(f().bytes(), QByteArray("forgotten words\n"));
      f().window.reset();
    }
  }

  void journalThatFails_isSaidAsLongAsItFails() {
    const QString folder = Journal::usualFolder();
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
    f().write(folder, "a file in its place");
    const auto isSaid = [this] {
      return f().window->statusLine().text().contains(QStringLiteral("not safe"));
    };
    QVERIFY(!isSaid());
    QTest::keyClicks(f().editor(), QStringLiteral("words"));
    QTRY_VERIFY(isSaid());
    f().window->statusLine().clearMessage();
    QVERIFY(isSaid());
    f().window->statusLine().showMessage(QStringLiteral("of the failure"));
    QVERIFY(QFile::remove(folder));
    QTRY_VERIFY(!isSaid());
    QCOMPARE(f().window->statusLine().currentMessage(), QString());
    QVERIFY(isKept("words"));
    f().buffer()->discard();
  }

  void textThatCannotBeLeft_staysOpenThroughAnotherSite() {
    const QString folder = Journal::usualFolder();
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    const QString file = f().buffer()->file();
    QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
    f().write(folder, "a file in its place");
    Workspace& workspace = f().window->workspace();
    QTest::keyClicks(f().editor(), QStringLiteral("only copy "));
    workspace.closeAll();
    workspace.site().close();
    QVERIFY(workspace.find(file) != nullptr);
    QCOMPARE(workspace.modified(), std::vector<PostBuffer*>{workspace.find(file)}); // asked for at the end
    QCOMPARE(workspace.unsavedFiles(), QStringList{file});
    workspace.site().open(f().folder());
    QVERIFY(f().pageHas(QStringLiteral("only copy")));
    QVERIFY(workspace.unsavedFiles().isEmpty());
    f().buffer()->discard();
    QVERIFY(QFile::remove(folder));
  }

  void textOfAFileElsewhere_isSaid_andOpensFromTheMenu() {
    const QString file = m_state->filePath(QStringLiteral("notes.md")); // gone, and so is its program
    {
      Journal(Journal::usualFolder()).keep({file, "forgotten words\n", {}});
    }
    restart();
    const QMenu* menu = f().window->actions().unsavedMenu;
    QVERIFY(menu->isEnabled());
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QVERIFY(f().window->statusLine().currentMessage().contains(QStringLiteral("Open Unsaved Text")));
    QCOMPARE(menu->actions().size(), 1);
    QCOMPARE(menu->actions().first()->text(), file);
    menu->actions().first()->trigger();
    QVERIFY(f().pageHas(QStringLiteral("forgotten words")));
    QCOMPARE(f().bytes(), QByteArray("forgotten words\n"));
    QVERIFY(!menu->isEnabled());
  }

  void discardedWork_doesNotComeBack() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    QTest::keyClicks(f().editor(), QStringLiteral("not this"));
    QTRY_VERIFY_WITH_TIMEOUT(isKept("not this"), kMayBeLostMs);
    f().buffer()->discard();
    restart();
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    QVERIFY(!f().buffer()->isModified());
  }

 private:
  WindowFixture& f() { return *m_fixture; }

  /// Another program writes into the post and is killed a second later.
  bool typeAndKill(const char* post) {
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), f().path(post)});
    QByteArray said;
    const bool typed = QTest::qWaitFor(
        [&] { return (said += writer.readAllStandardOutput()).contains("typed"); }, kPatienceMs);
    const bool kept = typed && QTest::qWaitFor([] { return isKept("last words"); }, kMayBeLostMs);
    writer.kill(); // SIGKILL
    return writer.waitForFinished() && kept;
  }
  static bool isKept(const char* words) {
    QDirIterator entries(Journal::usualFolder(), {QStringLiteral("*.unsaved")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
      QFile entry(entries.next());
      if (entry.open(QIODevice::ReadOnly) && entry.readAll().contains(words)) return true;
    }
    return false;
  }
  void restart() {
    f().window = std::make_unique<MainWindow>();
    f().window->resize(1440, 900);
    f().window->show();
  }
  MessageBar* bar() const {
    for (MessageBar* bar : m_fixture->window->editing().findChildren<MessageBar*>()) {
      if (bar->isVisible() && !bar->text().isEmpty()) return bar;
    }
    return nullptr;
  }

  std::unique_ptr<QTemporaryDir> m_state;
  std::unique_ptr<WindowFixture> m_fixture;
};

int main(int argc, char** argv) {
  const bool writes = argc == 3 && QByteArray(argv[1]) == "--write";
  WindowFixture::prepare(writes);
  QApplication application(argc, argv);
  if (writes) return write(QString::fromLocal8Bit(argv[2]));
  CrashTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "crash_test.moc"

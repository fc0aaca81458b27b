// What the window says of the page, how it shows it, and how it follows the disk: the real window, real
// files.
#include <QAction>
#include <QPushButton>
#include <QTextBlock>

#include "tests/ui/window_fixture.h"
#include "ui/form/field.h"
#include "ui/page_window.h"
#include "ui/preview/page_tools.h"
#include "ui/problems/problems_panel.h"

using namespace postwright::ui;

class MainWindowPageTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { WindowFixture::prepare(); }

 private slots:
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(f().open("posts/first.md", QStringLiteral("Second paragraph.")));
  }
  void cleanup() { m_fixture.reset(); }

  void warnings_areListedCountedAndWalkedThrough() {
    append("\n[gone](/nowhere/) ![](/missing.png)\n");
    QTRY_COMPARE_WITH_TIMEOUT(problems().warningCount(), 3, kPatienceMs);
    QVERIFY(f().window->statusLine().text().contains(QStringLiteral("3 warnings")));
    actions().nextProblem->trigger();
    const QTextCursor caret = f().editor()->textCursor();
    QCOMPARE(caret.block().text(), QStringLiteral("[gone](/nowhere/) ![](/missing.png)"));
    QCOMPARE(caret.positionInBlock(), 7);
    actions().nextProblem->trigger();
    QCOMPARE(f().editor()->textCursor().positionInBlock(), 22);
    actions().previousProblem->trigger();
    QCOMPARE(f().editor()->textCursor().positionInBlock(), 7);
    actions().undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(problems().warningCount(), 0, kPatienceMs);
    QVERIFY(f().window->statusLine().text().contains(QStringLiteral("no problems")));
  }

  void error_isListed_andGoesWhenItIsMended() {
    append("{{ pgae.title }}");
    QTRY_COMPARE_WITH_TIMEOUT(problems().errorCount(), 1, kPatienceMs);
    actions().undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(problems().errorCount(), 0, kPatienceMs);
  }

  void adviceOnFields_isListed_walkedTo_andPutRightFromTheList() {
    const QByteArray before = f().bytes();
    QTextCursor caret = f().editor()->document()->find(QStringLiteral("is_draft:"));
    caret.movePosition(QTextCursor::StartOfBlock);
    caret.insertText(QStringLiteral("author: me\n")); // stops the build: rendering says it, too
    QTRY_COMPARE_WITH_TIMEOUT(problems().errorCount(), 1, kPatienceMs);
    caret = f().editor()->document()->find(QStringLiteral("  mood:"));
    caret.movePosition(QTextCursor::StartOfBlock);
    caret.insertText(QStringLiteral("  mood: 'dark',\n")); // stops nothing: the last one counts
    QTRY_COMPARE_WITH_TIMEOUT(problems().warningCount(), 1, kPatienceMs);
    QCOMPARE(problems().errorCount(), 1);
    actions().nextProblem->trigger();
    QCOMPARE(f().editor()->textCursor().block().text(), QStringLiteral("author: me"));
    actions().nextProblem->trigger();
    QCOMPARE(f().editor()->textCursor().block().text(), QStringLiteral("  mood: 'calm',"));
    actions().previousProblem->trigger();
    problems().findChild<QPushButton*>(QStringLiteral("problemFix"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(problems().errorCount(), 0, kPatienceMs);
    QVERIFY(!f().bytes().contains("\nauthor: me"));
    emit problems().fieldRequested({std::string("tags")});
    QCOMPARE(f().window->editing().form()->field({std::string("tags")})->editor(),
             QApplication::focusWidget());
    for (int step = 0; step < 3; ++step)
      actions().undo->trigger();
    QCOMPARE(f().bytes(), before);
  }

  void mistakeInTheSitesOwnRules_isListedAndGoneTo() {
    f().write(f().path("_postwright.yml"), "posts:\n  - field: data.mood\n    kind: imge\n");
    QTRY_COMPARE_WITH_TIMEOUT(problems().warningCount(), 1, kPatienceMs);
    actions().nextProblem->trigger();
    QCOMPARE(f().buffer()->file(), f().path("_postwright.yml"));
    QCOMPARE(f().editor()->textCursor().block().text(), QStringLiteral("    kind: imge"));
  }

  void listOfProblems_isShownOnDemand_andRemembered() {
    QVERIFY(!problems().isVisible());
    actions().showProblems->trigger();
    QVERIFY(problems().isVisible());
    QVERIFY(SessionState().showsProblems());
    QCoreApplication::processEvents();
    QVERIFY(problems().height() < f().window->height() / 4); // the text is more
    emit problems().closeRequested();
    QVERIFY(!problems().isVisible() && !actions().showProblems->isChecked());
  }

  void ownSave_readsNothingAgain() {
    QSignalSpy loading(&f().window->workspace().site(), &SiteSession::loadingStarted);
    QSignalSpy refreshed(&f().window->workspace().site(), &SiteSession::refreshed);
    append("\nSaved.\n");
    actions().save->trigger();
    f().write(f().path("posts/second.md"), "---\ntitle: Elsewhere\n---\n"); // the news that is waited for
    QTRY_VERIFY_WITH_TIMEOUT(!refreshed.isEmpty(), kPatienceMs);
    for (const QVariantList& news : refreshed)
      QVERIFY(!news.first().toStringList().contains(QStringLiteral("posts/first.md")));
    QVERIFY(loading.isEmpty());
  }

  void layoutChangedByAnother_isInThePage() {
    const QByteArray layout = f().onDisk("_layouts/post.liquid");
    f().write(f().path("_layouts/post.liquid"), QByteArray(layout).replace("<main>", "<main id=\"new\">"));
    QVERIFY(QTest::qWaitFor(
        [this] { return f().ask(QStringLiteral("document.getElementById('new') !== null")).toBool(); },
        kPatienceMs));
  }

  void styleSheetChangedByAnother_isInThePage_withoutReload() {
    f().ask(QStringLiteral("window.sameDocument = true"));
    f().write(f().path("css/site.css"), "body { color: rgb(7, 8, 9); }");
    const QString colour = QStringLiteral("getComputedStyle(document.body).color");
    QVERIFY(QTest::qWaitFor([&] { return f().ask(colour).toString() == QLatin1String("rgb(7, 8, 9)"); },
                            kPatienceMs));
    QCOMPARE(f().ask(QStringLiteral("window.sameDocument")), true);
  }

  void page_goesIntoItsOwnWindow_andBack() {
    QAction* detach = f().window->preview().tools()->windowAction();
    detach->trigger();
    auto* own = qobject_cast<PageWindow*>(f().window->preview().window());
    QVERIFY(own != nullptr && own->isVisible());
    append("\nWritten beside it.\n");
    QVERIFY(f().pageHas(QStringLiteral("Written beside it.")));
    own->close();
    QCOMPARE(f().window->preview().window(), f().window.get());
    QVERIFY(f().window->preview().isVisible() && !detach->isChecked());
    append("\nAnd after.\n");
    QVERIFY(f().pageHas(QStringLiteral("And after.")));
  }

  void look_isRemembered() {
    f().window->preview().tools()->setLook({820, 125, PageScheme::Dark});
    QCOMPARE(SessionState().pageLook(), (PageLook{820, 125, PageScheme::Dark}));
    f().window->preview().tools()->setLook({});
  }

 private:
  WindowFixture& f() { return *m_fixture; }
  ProblemsPanel& problems() { return f().window->problems(); }
  Actions& actions() { return f().window->actions(); }
  void append(const char* text) {
    f().editor()->moveCursor(QTextCursor::End);
    f().editor()->textCursor().insertText(QString::fromUtf8(text));
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(MainWindowPageTest)
#include "main_window_page_test.moc"

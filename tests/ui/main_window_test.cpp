#include "ui/main_window.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include "tests/ui/window_fixture.h"
#include "ui/form/field.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

/// Presses the button with this text in the next message box, and counts the boxes.
class BoxPresser : public QObject {
 public:
  explicit BoxPresser(QString text) : m_button(std::move(text)) {
    connect(&m_timer, &QTimer::timeout, this, [this] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (box == nullptr) return;
      ++count;
      for (QAbstractButton* button : box->buttons()) {
        if (button->text().remove(QLatin1Char('&')) == m_button) button->click();
      }
    });
    m_timer.start(20);
  }
  int count = 0;

 private:
  QString m_button;
  QTimer m_timer;
};

} // namespace

class MainWindowTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { WindowFixture::prepare(); }

 private slots:
  void init() { m_fixture = std::make_unique<WindowFixture>(); }
  void cleanup() { m_fixture.reset(); }

  void openPost_showsItsPageThroughTheSitesTemplates() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello there.")));
    QCOMPARE(f().element("title"), QStringLiteral("First"));
    const QString color = QStringLiteral("getComputedStyle(document.getElementById('title')).color");
    QVERIFY(QTest::qWaitFor([&] { return f().ask(color).toString() == QStringLiteral("rgb(1, 2, 3)"); },
                            kPatienceMs));
    QVERIFY(f().window->statusLine().text().contains(QStringLiteral("/first/")));
    QVERIFY(f().window->statusLine().text().contains(QStringLiteral("4 words")));
  }

  void typing_changesThePageAndNotTheFile() {
    const QByteArray before = f().onDisk("posts/first.md");
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("typed now"));
    QVERIFY(f().pageHas(QStringLiteral("typed now")));
    QCOMPARE(f().onDisk("posts/first.md"), before);
    f().window->actions().save->trigger();
    QCOMPARE(f().onDisk("posts/first.md"), before + "typed now");
  }

  void typing_keepsThePagesScrollPosition() {
    f().write(f().path("posts/long.md"), "---\ntitle: Long\n---\n" + QByteArray("para\n\n").repeated(300));
    f().window->actions().scrollTogether->setChecked(false); // the text goes to its end
    QVERIFY(f().open("posts/long.md", QStringLiteral("para")));
    f().ask(QStringLiteral("window.scrollTo(0, 1200)"));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("the end"));
    QVERIFY(f().pageHas(QStringLiteral("the end")));
    QCOMPARE(f().ask(QStringLiteral("window.scrollY")).toInt(), 1200);
    f().window->actions().scrollTogether->setChecked(true);
  }

  void draftToggle_changesOneWordAndUndoesInOneStep() {
    const QByteArray before = f().onDisk("posts/first.md");
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QCOMPARE(f().element("state"), QStringLiteral("live"));
    f().window->actions().draft->trigger();
    QVERIFY(f().elementBecomes("state", QStringLiteral("draft")));
    QCOMPARE(f().bytes(), QByteArray(before).replace("is_draft: false", "is_draft: true"));
    QVERIFY(f().window->actions().draft->isChecked());
    f().window->actions().undo->trigger();
    QCOMPARE(f().bytes(), before);
    QVERIFY(!f().window->actions().draft->isChecked());
  }

  void draftToggle_fromTheList_reachesAPostThatIsNotShown() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    emit f().window -> posts().draftToggleRequested(QStringLiteral("posts/second.md"), true);
    PostBuffer* second = f().window->workspace().find(f().path("posts/second.md"));
    QVERIFY(second != nullptr);
    QCOMPARE(QByteArray::fromStdString(second->bytes()),
             f().onDisk("posts/second.md").replace("+0000\r\n", "+0000\r\nis_draft: true\r\n"));
    QVERIFY(QTest::qWaitFor([this] { return !f().element("others").contains(QStringLiteral("Second")); },
                            kPatienceMs));
  }

  void titleField_editsTheTextAndThePage() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    emit f().window -> editing().form()->scalarEdited({std::string("title")},
                                                      {front_matter::ScalarType::String, "Renamed"});
    QVERIFY(f().bytes().contains("title:  \"Renamed\"   # quoted\n"));
    QVERIFY(f().elementBecomes("title", QStringLiteral("Renamed")));
  }

  void anotherPost_keepsTextUndoAndCaretOfTheFirst() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("kept"));
    const int caret = f().editor()->textCursor().position();
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    QVERIFY(f().open("posts/first.md", QStringLiteral("kept")));
    QCOMPARE(f().editor()->textCursor().position(), caret);
    QVERIFY(f().buffer()->isModified());
    f().window->actions().undo->trigger();
    QVERIFY(!f().bytes().contains("kept"));
  }

  void unsavedTitle_isSeenByOtherPages() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QVERIFY(
        !f().buffer()->setField({std::string("title")}, {front_matter::ScalarType::String, "Unsaved words"}));
    QVERIFY(f().open("index.md", QStringLiteral("Welcome.")));
    QVERIFY(QTest::qWaitFor(
        [this] { return f().element("others").contains(QStringLiteral("Unsaved words")); }, kPatienceMs));
  }

  void liquidError_keepsTheLastPageAndSaysFileAndLine() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("{{ pgae.title }}"));
    QVERIFY(QTest::qWaitFor([this] { return f().window->statusLine().pageState() == PageState::Held; },
                            kPatienceMs));
    QVERIFY(f().pageHas(QStringLiteral("Second paragraph.")));
    f().window->actions().undo->trigger();
    QVERIFY(QTest::qWaitFor([this] { return f().window->statusLine().pageState() == PageState::Fresh; },
                            kPatienceMs));
  }

  void brokenYaml_isListedAndItsTextOpens() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    f().window->openPath(f().path("posts/broken.md"));
    QVERIFY(f().bytes().contains("Still here."));
    const QModelIndex index = qobject_cast<PostListModel*>(f().window->posts().view()->model())
                                  ->indexOf(QStringLiteral("posts/broken.md"));
    QVERIFY(index.isValid());
    QVERIFY(!index.data(PostListModel::ItemRole).value<PostItem>().problem.isEmpty());
  }

  void draftInTheDraftsFolder_isPreviewed() {
    QVERIFY(f().open("_drafts/unready.md", QStringLiteral("Not yet.")));
    QCOMPARE(f().element("state"), QStringLiteral("draft"));
  }

  void fileChangedByAnother_isReadAgainWhenNothingIsUnsaved() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().write(f().path("posts/second.md"), "---\ntitle: Second\n---\nFrom outside.\n");
    QVERIFY(f().pageHas(QStringLiteral("From outside.")));
    QVERIFY(!f().buffer()->isModified());
  }

  void fileChangedByAnother_isNeverOverwrittenInSilence() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("mine"));
    f().write(f().path("posts/second.md"), "theirs\n");
    f().window->actions().save->trigger();
    QCOMPARE(f().onDisk("posts/second.md"), QByteArray("theirs\n"));
    QVERIFY(f().bytes().contains("mine"));
  }

  void loneFile_showsInAPlainLayout() {
    const QTemporaryDir outside;
    const QString file = outside.filePath(QStringLiteral("note.md"));
    f().write(file, "---\ntitle: Alone\n---\n\nJust *this*.\n");
    f().window->openPath(file);
    QVERIFY(f().pageHas(QStringLiteral("Just this.")));
    QVERIFY(f().pageHas(QStringLiteral("Alone")));
    QVERIFY(!f().window->actions().draft->isEnabled());
  }

  void noSite_saysSoOnTheWelcomePage() {
    const QTemporaryDir empty;
    f().window->openPath(empty.path());
    QVERIFY(QTest::qWaitFor(
        [&] {
          const auto labels = f().window->findChildren<QLabel*>();
          return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(empty.path());
          });
        },
        kPatienceMs));
  }

  void brokenConfig_namesTheFile() {
    f().write(f().path("_cobalt.yml"), "site:\n  titel: x\n");
    f().window->openPath(f().folder());
    QVERIFY(QTest::qWaitFor(
        [this] {
          const auto labels = f().window->findChildren<QLabel*>();
          return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("_cobalt.yml"));
          });
        },
        kPatienceMs));
  }

  void close_withUnsavedWork_asksOnceAndCancels() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QTest::keyClicks(f().editor(), QStringLiteral("x"));
    BoxPresser presser(QStringLiteral("Cancel"));
    QVERIFY(!f().window->close());
    QCOMPARE(presser.count, 1);
    f().window->actions().undo->trigger();
    QVERIFY(f().window->close());
    QCOMPARE(presser.count, 1);
  }

  void close_withTextThatAFieldCouldNotSay_leadsToIt() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    const front_matter::Path tags{std::string("tags")};
    f().window->editing().form()->focusField(tags);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("half a w"));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    {
      BoxPresser presser(QStringLiteral("Show It"));
      QVERIFY(!f().window->close());
      QCOMPARE(presser.count, 1);
    }
    QVERIFY(f().buffer()->file().endsWith(QStringLiteral("first.md")));
    // the box has the activation still; this is who has the focus when the window is active again
    QCOMPARE(f().window->focusWidget(), f().window->editing().form()->field(tags)->editor());
    BoxPresser discarder(QStringLiteral("Discard"));
    QVERIFY(f().window->close());
  }

  void nextStart_bringsBackSitePostAndCaret() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    QTextCursor cursor = f().editor()->textCursor();
    cursor.setPosition(20);
    f().editor()->setTextCursor(cursor);
    QVERIFY(f().window->close());
    f().window = std::make_unique<MainWindow>();
    f().window->show();
    f().window->openLast();
    QVERIFY(f().pageHas(QStringLiteral("Of two.")));
    QCOMPARE(f().buffer()->file(), QFileInfo(f().path("posts/second.md")).canonicalFilePath());
    QCOMPARE(f().editor()->textCursor().position(), 20);
  }

  void linkToAPost_opensIt() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    emit f().window -> preview().documentRequested(QStringLiteral("/second/"));
    QVERIFY(f().pageHas(QStringLiteral("Of two.")));
    QVERIFY(f().buffer()->file().endsWith(QStringLiteral("second.md")));
  }

 private:
  WindowFixture& f() { return *m_fixture; }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"

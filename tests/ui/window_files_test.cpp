// Files that come to the window, and files that are not as they should be.
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include "tests/ui/window_fixture.h"
#include "ui/base/message_bar.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

void drop(QWidget* target, const QStringList& files) {
  QMimeData data;
  QList<QUrl> urls;
  for (const QString& file : files)
    urls << QUrl::fromLocalFile(file);
  data.setUrls(urls);
  QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(target, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(target, &event);
}

} // namespace

class WindowFilesTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { WindowFixture::prepare(); }

 private slots:
  void init() { m_fixture = std::make_unique<WindowFixture>(); }
  void cleanup() { m_fixture.reset(); }

  // --- dropped on the window ------------------------------------------------------------------------------

  void droppedFolder_opensItsSite() {
    drop(f().window.get(), {f().folder()});
    QVERIFY(QTest::qWaitFor([this] { return f().buffer() != nullptr; }, kPatienceMs));
    QCOMPARE(f().window->workspace().site().folder(), QFileInfo(f().folder()).canonicalFilePath());
  }
  void droppedPost_opensInItsSite() {
    drop(f().window.get(), {f().path("posts/second.md")});
    QVERIFY(f().pageHas(QStringLiteral("Of two.")));
    QCOMPARE(f().element("title"), QStringLiteral("Second"));
  }
  void postDroppedOnTheText_opensAndIsNotWrittenIntoIt() {
    const QByteArray before = f().onDisk("posts/first.md");
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    drop(f().editor()->viewport(), {f().path("posts/second.md")});
    QVERIFY(f().pageHas(QStringLiteral("Of two.")));
    QCOMPARE(f().window->workspace().find(f().path("posts/first.md"))->bytes(), before.toStdString());
  }

  // --- pictures -------------------------------------------------------------------------------------------

  void pictureOfTheSite_isInsertedAtOnce() {
    picture(f().path("img/a b.png"));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().editor()->moveCursor(QTextCursor::End);
    emit f().editor() -> imageDropped(f().path("img/a b.png"));
    QVERIFY(f().bytes().endsWith("![a b](</img/a b.png>)"));
    QVERIFY(bar() == nullptr);
  }
  void pictureFromOutside_isOfferedCopiedAndInserted() {
    picture(f().path("img/there.png"));
    const QTemporaryDir outside;
    picture(outside.filePath(QStringLiteral("My cat.png")));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    const QByteArray before = f().bytes();
    drop(f().editor()->viewport(), {outside.filePath(QStringLiteral("My cat.png"))});
    QCOMPARE(f().bytes(), before);
    QVERIFY(bar() != nullptr);
    f().editor()->moveCursor(QTextCursor::End); // the picture goes where it was dropped
    emit bar() -> actionTriggered();
    QVERIFY(QFile::exists(f().path("img/My-cat.png")));
    QVERIFY(f().bytes().contains("![My cat](/img/My-cat.png)"));
    QVERIFY(!f().bytes().endsWith(")"));
    QVERIFY(bar() == nullptr);
    f().window->actions().undo->trigger();
    QCOMPARE(f().bytes(), before);
    QVERIFY(QFile::exists(f().path("img/My-cat.png")));
  }
  void pictureThatIsInserted_isOnThePage() {
    const QTemporaryDir outside;
    picture(outside.filePath(QStringLiteral("cat.png")));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    emit f().editor() -> imageDropped(outside.filePath(QStringLiteral("cat.png")));
    emit bar() -> actionTriggered();
    const QString width = QStringLiteral("(document.querySelector('img') || {}).naturalWidth || 0");
    QVERIFY(QTest::qWaitFor([&] { return f().ask(width).toInt() == 3; }, kPatienceMs));
  }
  void pictureOfTheSameName_isNeverReplaced() {
    f().write(f().path("css/a.txt"), "");
    QDir().mkpath(f().path("images"));
    f().write(f().path("images/cat.png"), "another cat");
    const QTemporaryDir outside;
    picture(outside.filePath(QStringLiteral("cat.png")));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    emit f().editor() -> imageDropped(outside.filePath(QStringLiteral("cat.png")));
    emit bar() -> actionTriggered();
    QCOMPARE(f().onDisk("images/cat.png"), QByteArray("another cat"));
    QVERIFY(f().bytes().contains("(/images/cat-2.png)"));
  }
  void pastedPicture_getsTheNameOfThePost() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().editor()->moveCursor(QTextCursor::End);
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    emit f().editor() -> imagePasted(image);
    QVERIFY(bar() != nullptr);
    emit bar() -> actionTriggered();
    QVERIFY(f().bytes().endsWith("![](/images/second.png)"));
    QCOMPARE(QImage(f().path("images/second.png")).size(), QSize(3, 2));
  }
  void offerThatIsClosed_isForgotten() {
    const QTemporaryDir outside;
    picture(outside.filePath(QStringLiteral("cat.png")));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    emit f().editor() -> imageDropped(outside.filePath(QStringLiteral("cat.png")));
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QVERIFY(bar() == nullptr);
    QVERIFY(!QFile::exists(f().path("images")));
  }
  void pictureForAField_isCopiedAndItsUrlWritten() {
    const QTemporaryDir outside;
    picture(outside.filePath(QStringLiteral("cat.png")));
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    emit f().window -> editing().form()->imageDropped({std::string("data"), std::string("mood")},
                                                      outside.filePath(QStringLiteral("cat.png")));
    emit bar() -> actionTriggered();
    QVERIFY(f().bytes().contains("  mood: '/images/cat.png',\n"));
  }

  // --- files that are not as they should be ---------------------------------------------------------------

  void invalidUtf8_opensReadOnlyWithTheReasonAndStaysAsItIs() {
    const QByteArray broken = "---\ntitle: Bad\n---\nAn \xFF odd byte.\n";
    f().write(f().path("posts/odd.md"), broken);
    f().window->openPath(f().path("posts/odd.md"));
    QVERIFY(QTest::qWaitFor([this] { return f().buffer() != nullptr; }, kPatienceMs));
    QVERIFY(f().buffer()->file().endsWith(QStringLiteral("odd.md")));
    QVERIFY(f().editor()->isReadOnly());
    const auto* reason = f().window->findChild<QLabel*>(QStringLiteral("readOnlyReason"));
    QVERIFY(reason->isVisible() && !reason->text().isEmpty());
    QTest::keyClicks(f().editor(), QStringLiteral("x"));
    QVERIFY(!f().window->actions().draft->isEnabled());
    f().window->actions().save->trigger();
    QCOMPARE(f().onDisk("posts/odd.md"), broken);
    QVERIFY(!f().buffer()->isModified());
  }
  void fileThatChangesToInvalidUtf8_becomesReadOnlyWhereItIsOpen() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    QVERIFY(!f().editor()->isReadOnly());
    f().write(f().path("posts/second.md"), "An \xFF odd byte.\n");
    QVERIFY(QTest::qWaitFor([this] { return f().editor()->isReadOnly(); }, kPatienceMs));
    QVERIFY(!f().buffer()->isModified());
    f().write(f().path("posts/second.md"), "A good one.\n");
    QVERIFY(QTest::qWaitFor([this] { return !f().editor()->isReadOnly(); }, kPatienceMs));
  }
  void vanishedFile_keepsItsTextAndSaysSo() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("mine"));
    QVERIFY(QFile::remove(f().path("posts/second.md")));
    QVERIFY(QTest::qWaitFor([this] { return bar() != nullptr; }, kPatienceMs));
    QVERIFY(f().bytes().contains("mine"));
    f().window->actions().save->trigger();
    QVERIFY(!QFile::exists(f().path("posts/second.md"))); // not in silence
    emit bar() -> otherActionTriggered();
    QVERIFY(f().onDisk("posts/second.md").contains("mine"));
  }
  void folderInPlaceOfAPost_saysWhyItDoesNotOpen() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QVERIFY(QFile::remove(f().path("posts/second.md")));
    QVERIFY(QDir().mkdir(f().path("posts/second.md"))); // reads of it fail for every user, root too
    emit f().window -> posts().chosen(QStringLiteral("posts/second.md"));
    QVERIFY(f().buffer() == nullptr);
    QVERIFY(!f().window->statusLine().currentMessage().isEmpty());
  }
  void includeOutsideTheSite_isRefusedWithFileAndLine() {
    const QTemporaryDir outside;
    f().write(outside.filePath(QStringLiteral("secret.liquid")), "SECRET");
    QVERIFY(
        QFile::link(outside.filePath(QStringLiteral("secret.liquid")), f().path("_includes/link.liquid")));
    f().write(f().path("posts/reach.md"), "---\ntitle: Reach\n---\n{% include \"../../secret.liquid\" %}\n");
    f().window->openPath(f().path("posts/reach.md"));
    QVERIFY(QTest::qWaitFor([this] { return f().window->statusLine().pageState() == PageState::Held; },
                            kPatienceMs));
    QVERIFY(!f().ask(QStringLiteral("document.documentElement.outerHTML"))
                 .toString()
                 .contains(QStringLiteral("SECRET")));
  }
  void pictureBehindALinkOutOfTheSite_isNotServed() {
    const QTemporaryDir outside;
    picture(outside.filePath(QStringLiteral("cat.png")));
    QDir().mkpath(f().path("images"));
    QVERIFY(QFile::link(outside.filePath(QStringLiteral("cat.png")), f().path("images/link.png")));
    picture(f().path("images/own.png"));
    f().write(f().path("posts/see.md"),
              "---\ntitle: See\n---\n![](/images/own.png) ![](/images/link.png) seen\n");
    QVERIFY(f().open("posts/see.md", QStringLiteral("seen")));
    const QString widths = QStringLiteral(
        "[...document.images].every(i => i.complete) && [...document.images].map(i => "
        "i.naturalWidth).join()");
    QVERIFY(
        QTest::qWaitFor([&] { return f().ask(widths).toString() == QStringLiteral("3,0"); }, kPatienceMs));
  }
  void fiveMegabytes_openAreEditedAndSaved() {
    const QByteArray before = "---\ntitle: Long\n---\n" +
                              QByteArray("Some words of a paragraph.\n\n").repeated(190'000) + "The end.\n";
    f().write(f().path("posts/long.md"), before);
    f().window->openPath(f().path("posts/long.md"));
    QVERIFY(QTest::qWaitFor([&] { return f().buffer() != nullptr && f().bytes() == before; }, kPatienceMs));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("typed"));
    f().window->actions().save->trigger();
    QCOMPARE(f().onDisk("posts/long.md"), before + "typed");
    // the page of such a post may take its time, and the next post does not wait for it
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
  }

 private:
  WindowFixture& f() { return *m_fixture; }
  MessageBar* bar() const {
    for (MessageBar* bar : m_fixture->window->editing().findChildren<MessageBar*>()) {
      if (bar->isVisible()) return bar;
    }
    return nullptr;
  }
  static void picture(const QString& file) {
    QDir().mkpath(QFileInfo(file).path());
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QVERIFY(image.save(file));
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(WindowFilesTest)
#include "window_files_test.moc"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "harness.h"
#include "ui/form/switch.h"

using namespace postwright::ui;

/// What typing in the fields asks for.
class TypingTest : public QObject {
  Q_OBJECT

 private slots:
  void everyKey_isAnEdit() {
    Harness harness("title: A\ntags: [x]\n");
    harness.open();
    auto* title = qobject_cast<QPlainTextEdit*>(harness.enter("title"));
    title->moveCursor(QTextCursor::End);
    QTest::keyClicks(title, QStringLiteral("bc"));
    QCOMPARE(harness.takeLog(),
             (QStringList{QStringLiteral("set title String Ab"), QStringLiteral("set title String Abc")}));
    QCOMPARE(harness.yaml(), QStringLiteral("title: Abc\ntags: [x]\n"));
  }

  void typing_writesTheField_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* path, const char* typed, const char* asked, const char* after) {
      QTest::newRow(path) << QByteArray(path) << QString::fromUtf8(typed) << QString::fromUtf8(asked)
                          << QString::fromUtf8(after);
    };
    row("description", "d", "set description String d", "description: d\n");
    row("slug", "s", "set slug String s", "slug: s\n");
    row("layout", "p", "set layout String p", "layout: p\n");
    row("data.text", "x", "set data.text String onex", "  text: onex\n");
    row("data.number", "3", "set data.number Int 123", "  number: 123 # kept\n");
    row("data.nothing", "v", "set data.nothing String v", "  nothing: v\n");
    row("data.deep.list.0.name", "y", "set data.deep.list.0.name String ay", "name: ay");
    row("data.bare.0", "!", "set data.bare.0 String a!", "");
    row("weight", "0", "set weight Int 20", "weight: 20\n");
    row("permalink", "b", "set permalink String /b", "permalink: /b\n");
    row("own", "z", "set own String meinz", "own: meinz\n");
  }
  void typing_writesTheField() {
    QFETCH(QByteArray, path);
    QFETCH(QString, typed);
    QFETCH(QString, asked);
    QFETCH(QString, after);
    Harness harness(
        "title: T\nweight: 2\npermalink: /\nown: mein\ndata:\n  text: one\n  number: 12 # kept\n  nothing:\n"
        "  deep: {list: [{name: a}]}\n  bare: [a, {b: c}]\n");
    harness.open();
    QWidget* editor = harness.enter(path);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) line->end(false);
    QTest::keyClicks(editor, typed);
    QCOMPARE(harness.takeLog(), QStringList{asked});
    QVERIFY2(harness.yaml().contains(after), qPrintable(harness.yaml()));
    QVERIFY(editor->hasFocus());
  }

  void emptying_writesAnEmptyText() {
    Harness harness("title: T\nslug: s\ndescription: d\n");
    harness.open();
    for (const char* path : {"slug", "description"}) {
      QWidget* editor = harness.enter(path);
      QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
      QTest::keyClick(editor, Qt::Key_Delete);
    }
    QCOMPARE(harness.takeLog(),
             (QStringList{QStringLiteral("set slug String "), QStringLiteral("set description String ")}));
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\nslug: \"\"\ndescription: \"\"\n"));
  }

  void emptyAndMissing_lookDifferent() {
    Harness harness("title: T\nslug: ''\n");
    harness.context.derivedSlug = QStringLiteral("derived");
    harness.refresh();
    auto* slug = qobject_cast<QLineEdit*>(harness.field("slug")->editor());
    QCOMPARE(slug->placeholderText(), QStringLiteral("empty"));
    harness.setYaml("title: T\nslug:\n");
    QCOMPARE(slug->placeholderText(), QStringLiteral("null"));
    harness.setYaml("title: T\n");
    QCOMPARE(slug->placeholderText(), QStringLiteral("derived"));
    QVERIFY(slug->text().isEmpty());
  }

  void invalidValue_staysMarkedAndUnsaid() {
    Harness harness("weight: 2\ndata: {n: 1.10}\n");
    harness.open();
    auto* weight = qobject_cast<QLineEdit*>(harness.enter("weight"));
    weight->end(false);
    QTest::keyClicks(weight, QStringLiteral("x"));
    QVERIFY(harness.takeLog().isEmpty());
    QCOMPARE(weight->text(), QStringLiteral("2x"));
    QVERIFY(harness.field("weight")->isInvalid());
    QVERIFY(!harness.field("weight")->note().isEmpty());
    harness.refresh();
    QCOMPARE(weight->text(), QStringLiteral("2x"));
    QTest::keyClick(weight, Qt::Key_Backspace);
    QVERIFY(!harness.field("weight")->isInvalid());
    QVERIFY(harness.field("weight")->note().isEmpty());
    QCOMPARE(harness.yaml(), QStringLiteral("weight: 2\ndata: {n: 1.10}\n"));
  }

  void escape_bringsTheDocumentsValueBack() {
    Harness harness("weight: 2\n");
    harness.open();
    auto* weight = qobject_cast<QLineEdit*>(harness.enter("weight"));
    QTest::keyClicks(weight, QStringLiteral("x"));
    QTest::keyClick(weight, Qt::Key_Escape);
    QCOMPARE(weight->text(), QStringLiteral("2"));
    QVERIFY(!harness.field("weight")->isInvalid());
    QVERIFY(harness.takeLog().isEmpty());
  }

  void pastedLines_becomeOneLine() {
    Harness harness("title: T\nslug: s\n");
    harness.open();
    QApplication::clipboard()->setText(QStringLiteral("one\n two\r\nthree"));
    for (const char* path : {"title", "slug"}) {
      QWidget* editor = harness.enter(path);
      QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
      QTest::keyClick(editor, Qt::Key_V, Qt::ControlModifier);
    }
    QCOMPARE(harness.yaml(), QStringLiteral("title: one two three\nslug: one two three\n"));
  }

  void enterInATitle_goesOnAndWritesNothing() {
    Harness harness("title: T\n");
    harness.open();
    QTest::keyClick(harness.enter("title"), Qt::Key_Return);
    QVERIFY(harness.takeLog().isEmpty());
    QCOMPARE(QApplication::focusWidget(), harness.field("description")->editor());
  }

  void enterInALongText_isALineEnd() {
    Harness harness("data:\n  bio: " + std::string(90, 'x') + "\n");
    harness.open();
    auto* bio = qobject_cast<QPlainTextEdit*>(harness.enter("data.bio"));
    bio->moveCursor(QTextCursor::End);
    QTest::keyClick(bio, Qt::Key_Return);
    QTest::keyClicks(bio, QStringLiteral("y"));
    QCOMPARE(harness.takeLog().last(),
             QStringLiteral("set data.bio String ") + QString(90, QLatin1Char('x')) + QStringLiteral("\ny"));
    QCOMPARE(bio->verticalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
  }

  void noBreakSpace_isKept() {
    Harness harness("title: \"a\\_b\"\n");
    harness.open();
    auto* title = qobject_cast<QPlainTextEdit*>(harness.enter("title"));
    title->moveCursor(QTextCursor::End);
    QTest::keyClicks(title, QStringLiteral("c"));
    QCOMPARE(harness.takeLog(), QStringList{QStringLiteral("set title String a\u00a0bc")});
  }

  void switches_askForTheOtherState() {
    Harness harness("data: {on: true, off: false}\n");
    harness.open();
    QTest::keyClick(harness.enter("data.on"), Qt::Key_Space);
    QTest::mouseClick(harness.field("data.off")->editor(), Qt::LeftButton);
    QCOMPARE(harness.takeLog(), (QStringList{QStringLiteral("set data.on Bool false"),
                                             QStringLiteral("set data.off Bool true")}));
    QCOMPARE(harness.yaml(), QStringLiteral("data: {on: false, off: true}\n"));
    QVERIFY(!qobject_cast<Switch*>(harness.field("data.on")->editor())->isOn());
  }

  void switch_thatIsRefused_staysAsItIs() {
    Harness harness("data: {on: true}\n");
    harness.applies = false;
    harness.open();
    QTest::keyClick(harness.enter("data.on"), Qt::Key_Space);
    QVERIFY(qobject_cast<Switch*>(harness.field("data.on")->editor())->isOn());
  }

  void draftSwitch_saysSo() {
    Harness harness("title: T\n");
    harness.open();
    auto* draft = qobject_cast<Switch*>(harness.enter("is_draft"));
    QVERIFY(!draft->isOn());
    QTest::keyClick(draft, Qt::Key_Space);
    QCOMPARE(harness.takeLog(), QStringList{QStringLiteral("draft 1")});
    QVERIFY(draft->isOn());
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\nis_draft: true\n"));
  }

  void addField_insertsBelowData() {
    Harness harness("title: T\ndata:\n  a: 1\n");
    harness.open();
    auto* button = harness.form.findChild<QPushButton*>(QStringLiteral("addField"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("hero"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("12"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(harness.takeLog(), QStringList{QStringLiteral("insert data hero Int 12")});
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\ndata:\n  a: 1\n  hero: 12\n"));
    QVERIFY(button->isVisible());
    QVERIFY(harness.field("data.hero") != nullptr);
  }

  void addField_refusesTakenAndEmptyNames() {
    Harness harness("data:\n  a: 1\n");
    harness.open();
    auto* button = harness.form.findChild<QPushButton*>(QStringLiteral("addField"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QTest::keyClick(name, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("a"));
    QTest::keyClick(name, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("v"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(harness.takeLog().isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(button->isVisible());
  }

  void addField_worksWithoutDataAndWithoutFrontMatter() {
    for (const std::string yaml : {"title: T\n", "data:\n", ""}) {
      Harness harness(yaml);
      harness.open();
      QTest::mouseClick(harness.form.findChild<QPushButton*>(QStringLiteral("addField")), Qt::LeftButton);
      QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("k"));
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("v"));
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
      QVERIFY2(harness.yaml().contains(QStringLiteral("data:\n  k: v\n")), qPrintable(harness.yaml()));
    }
  }

  void undoKeys_areAskedFor_data() {
    QTest::addColumn<QByteArray>("path");
    for (const char* path : {"title", "description", "slug", "published_date", "layout", "tags", "data.x"})
      QTest::newRow(path) << QByteArray(path);
  }
  void undoKeys_areAskedFor() {
    QFETCH(QByteArray, path);
    Harness harness("title: T\ntags: [a]\ndata: {x: y}\n");
    harness.open();
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    harness.form.addAction(&undo);
    QSignalSpy shortcut(&undo, &QAction::triggered);
    QSignalSpy undone(&harness.form, &FrontMatterForm::undoRequested);
    QSignalSpy redone(&harness.form, &FrontMatterForm::redoRequested);
    QWidget* editor = harness.enter(path);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(editor, Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(undone.count(), 1);
    QCOMPARE(redone.count(), 2);
    QCOMPARE(shortcut.count(), 0);
    QVERIFY(harness.takeLog().isEmpty());
  }

  void leavingAField_endsTheVisit() {
    Harness harness("title: T\nslug: s\n");
    harness.open();
    QWidget* title = harness.enter("title");
    QSignalSpy ended(&harness.form, &FrontMatterForm::visitEnded);
    QTest::keyClicks(title, QStringLiteral("ab"));
    QCOMPARE(ended.count(), 0);
    QTest::keyClick(title, Qt::Key_Tab);
    QCOMPARE(ended.count(), 1);
  }

  void refusal_isShownUnderTheField() {
    Harness harness("slug: s\n");
    harness.applies = false;
    harness.open();
    auto* slug = qobject_cast<QLineEdit*>(harness.enter("slug"));
    slug->end(false);
    QTest::keyClicks(slug, QStringLiteral("x"));
    harness.form.refuse(pathOf(QStringLiteral("slug")), QStringLiteral("Because"));
    QCOMPARE(harness.field("slug")->note(), QStringLiteral("Because"));
    QCOMPARE(slug->text(), QStringLiteral("sx"));
    QCOMPARE(slug->accessibleDescription(), QStringLiteral("Because"));
    QTest::keyClicks(slug, QStringLiteral("y"));
    QVERIFY(harness.field("slug")->note().isEmpty());
  }

  void menu_removesTheFieldAndCopiesItsName() {
    Harness harness("title: T\nslug: s\n");
    harness.open();
    const auto choose = [&harness](const char* path, const QString& text) {
      QTimer::singleShot(0, &harness.form, [text] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (QAction* action : menu->actions()) {
          if (action->text().remove(QLatin1Char('&')) == text && action->isEnabled())
            menu->setActiveAction(action);
        }
        QTest::keyClick(menu, menu->activeAction() != nullptr ? Qt::Key_Return : Qt::Key_Escape);
      });
      harness.field(path)->openMenu({});
    };
    choose("slug", QStringLiteral("Copy name"));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("slug"));
    choose("description", QStringLiteral("Remove field")); // there is nothing to remove
    QVERIFY(harness.takeLog().isEmpty());
    choose("slug", QStringLiteral("Remove field"));
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\n"));
    QCOMPARE(qobject_cast<QLineEdit*>(harness.field("slug")->editor())->text(), QString());
  }
};

QTEST_MAIN(TypingTest)
#include "typing_test.moc"

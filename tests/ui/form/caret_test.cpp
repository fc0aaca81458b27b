#include "ui/form/caret.h"

#include <QTest>

using namespace postwright::ui;

class CaretTest : public QObject {
  Q_OBJECT

 private slots:
  void caret_staysAtItsLetter_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("caret");
    QTest::addColumn<int>("moved");
    const auto row = [](const char* name, const char* before, const char* after, int caret, int moved) {
      QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << caret << moved;
    };
    row("same text", "abc", "abc", 2, 2);
    row("insertion behind", "abc", "abcd", 2, 2);
    row("insertion before", "abc", "xabc", 2, 3);
    row("removal before", "xabc", "abc", 3, 2);
    row("inside what was removed", "abcdef", "af", 3, 1);
    row("inside what was replaced", "a12f", "axyzf", 2, 4);
    row("at the end", "abc", "abcd", 3, 3);
    row("emptied", "abc", "", 2, 0);
    row("behind an emoji that changed", "🦀x", "🦄x", 3, 3);
  }
  void caret_staysAtItsLetter() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(int, caret);
    QFETCH(int, moved);
    QCOMPARE(static_cast<int>(movedCaret(changeBetween(before, after), caret)), moved);
  }

  void change_neverCutsASurrogatePair() {
    const Change change = changeBetween(QStringLiteral("a🦀b"), QStringLiteral("a🦄b"));
    QCOMPARE(change.start, 1);
    QCOMPARE(change.removed, 2);
    QCOMPARE(change.added, 2);
  }
};

QTEST_APPLESS_MAIN(CaretTest)
#include "caret_test.moc"

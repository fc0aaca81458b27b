#include "ui/preview/page_delta.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace postwright::ui;

class PageDeltaTest : public QObject {
  Q_OBJECT

 private slots:
  void deltaOf_isTheSmallestChange_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u"abc"_s << u"abc"_s << u""_s;
    QTest::newRow("one letter in the middle") << u"abc"_s << u"axc"_s << u"x"_s;
    QTest::newRow("at the start") << u"abc"_s << u"xabc"_s << u"x"_s;
    QTest::newRow("at the end") << u"abc"_s << u"abcx"_s << u"x"_s;
    QTest::newRow("removed") << u"abc"_s << u"ac"_s << u""_s;
    QTest::newRow("doubled") << u"aa"_s << u"aaa"_s << u"a"_s;
    QTest::newRow("from nothing") << u""_s << u"abc"_s << u"abc"_s;
    QTest::newRow("to nothing") << u"abc"_s << u""_s << u""_s;
    // U+1F600 and U+1F601 begin with the same unit, U+1F600 and U+2F600 end with the same
    QTest::newRow("same high surrogate") << u"a\U0001F600b"_s << u"a\U0001F601b"_s << u"\U0001F601"_s;
    QTest::newRow("same low surrogate") << u"a\U0001F600b"_s << u"a\U0002F600b"_s << u"\U0002F600"_s;
  }
  void deltaOf_isTheSmallestChange() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, text);
    const PageDelta delta = deltaOf(before, after);
    QCOMPARE(delta.text, text);
    QCOMPARE(before.left(delta.head) + delta.text + before.right(delta.tail), after);
  }

  void scriptLiteral_quotesEverything_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("literal");
    QTest::newRow("plain") << u"a"_s << u"\"a\""_s;
    QTest::newRow("empty") << u""_s << u"\"\""_s;
    QTest::newRow("quotes and lines") << u"\"\n\\"_s << u"\"\\\"\\n\\\\\""_s;
    QTest::newRow("end of a script element") << u"</script>"_s << u"\"</script>\""_s;
  }
  void scriptLiteral_quotesEverything() {
    QFETCH(QString, text);
    QFETCH(QString, literal);
    QCOMPARE(scriptLiteral(text), literal);
  }
};

QTEST_APPLESS_MAIN(PageDeltaTest)
#include "page_delta_test.moc"

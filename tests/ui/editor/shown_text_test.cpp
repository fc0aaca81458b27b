#include "ui/editor/shown_text.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace postwright::ui;

class ShownTextTest : public QObject {
  Q_OBJECT

 private slots:
  void placeBehind_isWhereTheShownTextWasWritten_data() {
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<int>("firstLine");
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("start") << u"a\n\nwords here"_s << 3 << u""_s << 3 << 1;
    QTest::newRow("word") << u"a\n\nwords here"_s << 3 << u"words "_s << 3 << 7;
    QTest::newRow("heading") << u"## One two"_s << 1 << u"One "_s << 1 << 8;
    QTest::newRow("emphasis") << u"a **b** c"_s << 1 << u"a b "_s << 1 << 9;
    QTest::newRow("link") << u"see [the one](/before/) before it"_s << 1 << u"see the one before"_s << 1
                          << 31;
    QTest::newRow("second line") << u"one\ntwo three"_s << 1 << u"one\ntwo "_s << 2 << 5;
    QTest::newRow("fenced code") << u"```rust\nlet a;\nlet b;\n```"_s << 1 << u"let a;\nlet"_s << 3 << 4;
    QTest::newRow("indented code") << u"    a\n    b"_s << 1 << u"a\n"_s << 2 << 1;
    QTest::newRow("table head") << u"| a | b |\n|---|---|\n| 1 | 2 |"_s << 1 << u"a"_s << 1 << 4;
    QTest::newRow("table row") << u"| a | b |\n|---|---|\n| 1 | 2 |"_s << 1 << u"ab\n1"_s << 3 << 4;
    QTest::newRow("outside the plane") << u"\U0001F600 *x* y"_s << 1 << u"\U0001F600 x "_s << 1 << 7;
    QTest::newRow("beyond the end") << u"a"_s << 1 << u"a\n\n\nb"_s << 1 << 1;
    QTest::newRow("text from elsewhere") << u"{{ page.title }}"_s << 1 << u"#"_s << 1 << 1;
  }
  void placeBehind_isWhereTheShownTextWasWritten() {
    QFETCH(QString, markdown);
    QFETCH(int, firstLine);
    QFETCH(QString, before);
    QFETCH(int, line);
    QFETCH(int, column);
    QTextDocument document;
    document.setPlainText(markdown);
    const TextPlace place = placeBehind(document, firstLine, before);
    QCOMPARE(place.line, line);
    QCOMPARE(place.column, column);
  }
};

QTEST_MAIN(ShownTextTest)
#include "shown_text_test.moc"

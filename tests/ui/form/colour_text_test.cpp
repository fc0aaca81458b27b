#include "ui/form/colour_text.h"

#include <QTest>

using namespace postwright::ui;

class ColourTextTest : public QObject {
  Q_OBJECT

 private slots:
  void parseColour_readsWhatCssReads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QColor>("colour"); ///< invalid: none
    QTest::newRow("six digits") << QStringLiteral("#1a2B3c") << QColor(0x1a, 0x2b, 0x3c);
    QTest::newRow("three digits") << QStringLiteral("#fa0") << QColor(0xff, 0xaa, 0);
    QTest::newRow("alpha last") << QStringLiteral("#01020380") << QColor(1, 2, 3, 0x80);
    QTest::newRow("rgb") << QStringLiteral("rgb(1, 2,3)") << QColor(1, 2, 3);
    QTest::newRow("too large") << QStringLiteral("rgb(1, 2, 300)") << QColor();
    QTest::newRow("five digits") << QStringLiteral("#12345") << QColor();
    QTest::newRow("no hash") << QStringLiteral("1a2b3c") << QColor();
    QTest::newRow("words") << QStringLiteral("#facade is a word") << QColor();
  }
  void parseColour_readsWhatCssReads() {
    QFETCH(QString, text);
    QFETCH(QColor, colour);
    QCOMPARE(parseColour(text).value_or(QColor()), colour);
  }

  void colourText_keepsTheNotation_data() {
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<QString>("like");
    QTest::addColumn<QString>("text");
    const QColor orange(0xff, 0xaa, 0);
    QTest::newRow("six digits") << orange << QStringLiteral("#123abc") << QStringLiteral("#ffaa00");
    QTest::newRow("capitals") << orange << QStringLiteral("#123ABC") << QStringLiteral("#FFAA00");
    QTest::newRow("three digits") << orange << QStringLiteral("#1ab") << QStringLiteral("#fa0");
    QTest::newRow("three do not do") << QColor(1, 2, 3) << QStringLiteral("#1ab")
                                     << QStringLiteral("#010203");
    QTest::newRow("rgb") << orange << QStringLiteral("rgb(1,2,3)") << QStringLiteral("rgb(255, 170, 0)");
    QTest::newRow("nothing before") << orange << QString() << QStringLiteral("#ffaa00");
    QTest::newRow("alpha") << QColor(1, 2, 3, 0x80) << QString() << QStringLiteral("#01020380");
  }
  void colourText_keepsTheNotation() {
    QFETCH(QColor, colour);
    QFETCH(QString, like);
    QFETCH(QString, text);
    QCOMPARE(colourText(colour, like), text);
  }

  void looksLikeColour_leavesNumbersAlone() {
    QVERIFY(looksLikeColour(QStringLiteral("#fa0")));
    QVERIFY(looksLikeColour(QStringLiteral("#123456")));
    QVERIFY(!looksLikeColour(QStringLiteral("#123")));
    QVERIFY(!looksLikeColour(QStringLiteral("red")));
  }
};

QTEST_GUILESS_MAIN(ColourTextTest)
#include "colour_text_test.moc"

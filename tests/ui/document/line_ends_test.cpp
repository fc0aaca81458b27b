#include "ui/document/line_ends.h"

#include <QTest>

using namespace postwright::ui;

class LineEndsTest : public QObject {
  Q_OBJECT

 private slots:
  void restore_givesEachLineItsOwnEnd_data() {
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QByteArray>("edited");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("all LF") << QByteArray("a\nb\n") << QByteArray("a\nx\n") << QByteArray("a\nx\n");
    QTest::newRow("all CRLF") << QByteArray("a\r\nb") << QByteArray("a\nb\nc") << QByteArray("a\r\nb\r\nc");
    QTest::newRow("lone CR") << QByteArray("a\rb\r") << QByteArray("a\nb\n") << QByteArray("a\rb\r");
    QTest::newRow("mixed, untouched")
        << QByteArray("a\r\nb\nc\rd") << QByteArray("a\nb\nc\nd") << QByteArray("a\r\nb\nc\rd");
    QTest::newRow("mixed, changed line keeps its end")
        << QByteArray("a\r\nb\nc\r\n") << QByteArray("a\nB\nc\n") << QByteArray("a\r\nB\nc\r\n");
    QTest::newRow("mixed, line added") << QByteArray("a\nb\r\nc\nd\n") << QByteArray("a\nb\nnew\nc\nd\n")
                                       << QByteArray("a\nb\r\nnew\r\nc\nd\n");
    QTest::newRow("mixed, line removed")
        << QByteArray("a\nb\r\nc\nd\n") << QByteArray("a\nc\nd\n") << QByteArray("a\nc\nd\n");
    QTest::newRow("mixed, middle lines moved on")
        << QByteArray("h\nx\r\ny\nz\r\nt\n") << QByteArray("h\nnew\nx\nold\ny\nz\nT\n")
        << QByteArray("h\nnew\nx\r\nold\r\ny\nz\r\nT\n");
    QTest::newRow("empty") << QByteArray("") << QByteArray("a\n") << QByteArray("a\n");
  }
  void restore_givesEachLineItsOwnEnd() {
    QFETCH(QByteArray, original);
    QFETCH(QByteArray, edited);
    QFETCH(QByteArray, expected);
    const LineEnds ends(original.toStdString());
    QCOMPARE(QByteArray::fromStdString(ends.restore(edited.toStdString())), expected);
  }
};

QTEST_APPLESS_MAIN(LineEndsTest)
#include "line_ends_test.moc"

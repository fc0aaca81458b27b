#include "ui/form/number_text.h"

#include <QTest>

using namespace postwright::ui;

class NumberTextTest : public QObject {
  Q_OBJECT

 private slots:
  void stepNumber_keepsTheSpelling_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("stepped"); ///< empty: it cannot be done
    const auto row = [](const char* text, int by, const char* stepped) {
      QTest::addRow("%s by %d", text, by) << QString::fromLatin1(text) << by << QString::fromLatin1(stepped);
    };
    row("1", 1, "2");
    row("9", 1, "10");
    row("0", -1, "-1");
    row("-1", 1, "0");
    row("-1", -1, "-2");
    row("+7", 1, "+8");
    row("1.10", 1, "1.11");
    row("1.99", 1, "2.00");
    row("0.0", -1, "-0.1");
    row("-0.1", 1, "0.0");
    row("1.", 1, "2.");
    row("0x1F", 1, "0x20");
    row("0x0f", 1, "0x10");
    row("0xFF", -1, "0xFE");
    row("0o17", 1, "0o20");
    row("0b11", 1, "0b100");
    row("0x0", -1, "");
    row("1e3", 1, "");
    row("ten", 1, "");
    row("", 1, "");
    row("1234567890123456789", 1, "");
  }
  void stepNumber_keepsTheSpelling() {
    QFETCH(QString, text);
    QFETCH(int, by);
    QFETCH(QString, stepped);
    QCOMPARE(stepNumber(text, by).value_or(QString()), stepped);
  }
};

QTEST_GUILESS_MAIN(NumberTextTest)
#include "number_text_test.moc"

#include "app/liquid/date_parse.h"

#include <QTest>

using namespace postwright;
using namespace postwright::liquid;

class DateParseTest : public QObject {
  Q_OBJECT

 private slots:
  void readDate_takesSixFormats_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char* text, const char* printed) {
      QTest::newRow(text) << QByteArray(text) << QByteArray(printed);
    };
    row("2016-02-16 10:00:00 +0100", "2016-02-16 10:00:00 +0100");
    row("2016-02-16 10:00:00", "2016-02-16 10:00:00 +0000");
    row("2016-02-16 10:00:00.25", "2016-02-16 10:00:00.25 +0000");
    row("16 February 2016 10:00:00 -0800", "2016-02-16 10:00:00 -0800");
    row("16 Feb 2016 10:00:00", "2016-02-16 10:00:00 +0000");
    row("02/16/2016 10:00:00", "2016-02-16 10:00:00 +0000");
    row("Mon Feb 6 10:00:00 2016", "2016-02-06 10:00:00 +0000");
    row(" NOW\n", "2000-01-01 00:00:00 +0000");
    row("Today", "2000-01-01 00:00:00 +0000");
  }
  void readDate_takesSixFormats() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    const auto date = readDate(text.toStdString(), makeDateTime({2000, 1, 1}, 0, 0));
    QVERIFY(date.has_value());
    QCOMPARE(QByteArray::fromStdString(toString(*date)), printed);
  }

  void readDate_refusesTheRest() {
    for (const char* text : {"", "2016-02-16", "2016-02-16T10:00:00Z", "2016-02-30 10:00:00", "1455616800",
                             "6 February 2016 10:00:00", "16 february 2016 10:00:00", "2016-02-16 10:00",
                             "02/16/2016 24:00:00", "yesterday", "2016-02-16 10:00:00 +01:00"})
      QVERIFY2(!readDate(text, {}), text);
  }
};

QTEST_APPLESS_MAIN(DateParseTest)
#include "date_parse_test.moc"

#include "app/liquid/strftime.h"

#include <QTest>

using namespace postwright;
using namespace postwright::liquid;

class StrftimeTest : public QObject {
  Q_OBJECT

 private slots:
  void formatDate_writesEverySpecifier_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* format, const char* text) {
      QTest::newRow(format) << QByteArray(format) << QByteArray(text);
    };
    row("%Y-%m-%d", "2020-01-02");
    row("%C%y", "2020");
    row("%-d %_m %e", "2  1  2");
    row("%H:%M:%S", "15:04:05");
    row("%I%p %l%P %#p", "03PM  3pm pm");
    row("%A %a %^a %B %b %^B", "Thursday Thu THU January Jan JANUARY");
    row("%j %U %W %V %G %u %w", "002 00 00 01 2020 4 4");
    row("%L %N %3N %12N", "500 500000000 500 500000000000");
    row("%s", "1577982845");
    row("%z %:z %::z %Z", "-0130 -01:30 -01:30:00 -01:30");
    row("%10z %_z", "-000000130 -130");
    row("%F %T %R %D %v", "2020-01-02 15:04:05 15:04 01/02/20  2-JAN-2020");
    row("%c|%r", "Thu Jan  2 15:04:05 2020|03:04:05 PM");
    row("%10T|%010R", "  15:04:05|0000015:04");
    row("%10Y|%-10Y|%3%", "0000002020|2020|  %");
    row("%Ey %Od", "20 02");
    row("%Q %+ %:q", "%Q %+ %:q");
  }
  void formatDate_writesEverySpecifier() {
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, text);
    const DateTime date = makeDateTime({2020, 1, 2}, 15 * 3600 + 4 * 60 + 5, -5400, 50'000'000);
    const auto result = formatDate(date, format.toStdString(), 1000);
    QCOMPARE(QByteArray::fromStdString(result.value_or("none")), text);
  }

  void formatDate_refusesAnUnfinishedSpecifier() {
    for (const char* format : {"%", "a%-", "%12", "%E", "%99999999999999999999Y"})
      QVERIFY2(!formatDate({}, format, 1000), format);
  }

  void formatDate_refusesALetterBeyondAscii() { // liquid-rust crashes
    for (const char* format : {"%é", "%-5é", "%Eé", "%:é", "%::é"})
      QVERIFY2(!formatDate({}, format, 1000), format);
  }

  void formatDate_refusesAWidthBeyondTheLimit() { QVERIFY(!formatDate({}, "%2000Y", 1000)); }

  void formatDate_writesYearsBeforeZero() {
    const DateTime date = makeDateTime({-44, 3, 15}, 0, 0);
    QCOMPARE(formatDate(date, "%Y %F %_6Y", 100).value_or(""), std::string("-0044 -044-03-15    -44"));
  }
};

QTEST_APPLESS_MAIN(StrftimeTest)
#include "strftime_test.moc"

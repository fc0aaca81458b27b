#include "app/liquid/number.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace postwright::liquid;

class NumberTest : public QObject {
  Q_OBJECT

 private slots:
  void appendFloat_isShortestWithoutExponent_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("whole") << 3.0 << QByteArray("3");
    QTest::newRow("fraction") << 2.5 << QByteArray("2.5");
    QTest::newRow("sum of tenths") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("large") << 1e20 << QByteArray("100000000000000000000");
    QTest::newRow("larger than exact") << 1e23 << QByteArray("100000000000000000000000");
    QTest::newRow("small") << 1e-7 << QByteArray("0.0000001");
    QTest::newRow("negative zero") << -0.0 << QByteArray("-0");
    QTest::newRow("halfway between two") << 637637799964508.25 << QByteArray("637637799964508.3");
    QTest::newRow("infinity") << -std::numeric_limits<double>::infinity() << QByteArray("-inf");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("NaN");
  }
  void appendFloat_isShortestWithoutExponent() {
    QFETCH(double, number);
    QFETCH(QByteArray, text);
    std::string result;
    appendFloat(result, number);
    QCOMPARE(QByteArray::fromStdString(result), text);
  }

  void parseInteger_takesTheWholeText() {
    QCOMPARE(parseInteger("+12").value_or(0), std::int64_t{12});
    QCOMPARE(parseInteger("-007").value_or(0), std::int64_t{-7});
    for (const char* text : {"", "-", "+-1", " 1", "1.0", "1_000", "0x10", "9223372036854775808"})
      QVERIFY2(!parseInteger(text), text);
  }

  void parseFloat_takesWhatRustTakes() {
    QCOMPARE(parseFloat(".5").value_or(0), 0.5);
    QCOMPARE(parseFloat("5.").value_or(0), 5.0);
    QCOMPARE(parseFloat("+1e3").value_or(0), 1000.0);
    QVERIFY(std::isinf(parseFloat("-Infinity").value_or(0)));
    QVERIFY(std::isnan(parseFloat("NaN").value_or(0)));
    QVERIFY(std::isinf(parseFloat("1e400").value_or(0)));
    QCOMPARE(parseFloat("-1e-400").value_or(1), 0.0);
    for (const char* text : {"", ".", "e5", "1e", "0x1p3", "1 ", "nan(1)", "1,5"})
      QVERIFY2(!parseFloat(text), text);
  }

  void toIntegerSaturating_neverOverflows() {
    QCOMPARE(toIntegerSaturating(-2.9), std::int64_t{-2});
    QCOMPARE(toIntegerSaturating(1e300), std::numeric_limits<std::int64_t>::max());
    QCOMPARE(toIntegerSaturating(-1e300), std::numeric_limits<std::int64_t>::min());
    QCOMPARE(toIntegerSaturating(std::numeric_limits<double>::quiet_NaN()), std::int64_t{0});
  }
};

QTEST_APPLESS_MAIN(NumberTest)
#include "number_test.moc"

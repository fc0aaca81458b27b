#include "app/liquid/value_text.h"

#include <QTest>

using namespace postwright;
using namespace postwright::liquid;

class ValueTextTest : public QObject {
  Q_OBJECT

 private slots:
  void appendText_printsEveryKind_data() {
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const Value& value, const char* expected) {
      std::string text;
      appendText(text, value);
      QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(expected);
    };
    row("nil", Value(), "");
    row("blank", Value::blank(), "");
    row("bool", true, "true");
    row("array", Array{1, "a", Value(), Array{2.5}}, "1a2.5");
    row("object", Object{{"k", "v"}, {"n", 1}}, "kvn1");
    row("day", postwright::Date{2020, 1, 2}, "2020-01-02");
    row("instant", makeDateTime({2020, 1, 2}, 5, -5400, 500'000'000), "2020-01-02 00:00:05.5 -0130");
  }
  void appendText_printsEveryKind() {
    QFETCH(QByteArray, printed);
    QTEST(printed, "expected");
  }

  void appendText_stopsSoonAfterTheLimit() {
    std::string text;
    appendText(text, Array(1000, Value("0123456789")), 50);
    QVERIFY(text.size() > 50 && text.size() < 100);
  }

  void sourceOf_showsQuotesAndBrackets() {
    QCOMPARE(sourceOf("x"), std::string("\"x\""));
    QCOMPARE(sourceOf(Value()), std::string("nil"));
    QCOMPARE(sourceOf(Array{1, "b"}), std::string("[1, b, ]"));
    QCOMPARE(sourceOf(Object{{"k", "v"}}), std::string("{\"k\": v, }"));
  }

  void toInteger_doesNotCountFloats() {
    QCOMPARE(toInteger("12").value_or(0), std::int64_t{12});
    QVERIFY(!toInteger(12.0));
    QVERIFY(!toInteger(true));
    QCOMPARE(toFloat("1.5").value_or(0), 1.5);
  }

  void isTruthy_refusesOnlyFalseNilAndStates() {
    QVERIFY(isTruthy(0) && isTruthy("") && isTruthy(Array{}));
    QVERIFY(!isTruthy(false) && !isTruthy(Value()) && !isTruthy(Value::empty()));
  }

  void isBlank_takesWhiteSpaceForEmpty() {
    QVERIFY(isBlank("\u00a0 \n") && isBlank(false) && isBlank(Object{}));
    QVERIFY(!isBlank(0) && !isBlank("x"));
    QVERIFY(isDefault("") && isDefault(false) && !isDefault(" "));
  }
};

QTEST_APPLESS_MAIN(ValueTextTest)
#include "value_text_test.moc"

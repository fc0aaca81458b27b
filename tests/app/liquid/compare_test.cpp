#include <QTest>

#ifndef Q_MOC_RUN // moc 6.4 cannot read the standard library's concepts
#include "app/liquid/compare.h"
#endif

using namespace postwright;
using namespace postwright::liquid;

namespace {

struct Pair {
  const char* name;
  Value a;
  Value b;
};

const DateTime kMorning = makeDateTime({2020, 1, 2}, 6 * 3600, 0);

} // namespace

class CompareTest : public QObject {
  Q_OBJECT

 private slots:
  void equalValues_joinsKindsAsLiquidDoes() {
    const std::vector<Pair> equal = {
        {"integer and float", 1, 1.0},
        {"integer and true", 1, true},
        {"text and true", "", true},
        {"array and true", Array{}, true},
        {"nil and false", Value(), false},
        {"empty and nil", Value::empty(), Value()},
        {"empty and no items", Array{}, Value::empty()},
        {"blank and spaces", " \n", Value::blank()},
        {"blank and false", false, Value::blank()},
        {"two offsets", kMorning, DateTime{kMorning.utcSeconds, 0, 3600}},
        {"instant and its day", kMorning, postwright::Date{2020, 1, 2}},
        {"arrays of numbers", Array{1, 2}, Array{1.0, 2.0}},
        {"objects in any order", Object{{"a", 1}, {"b", 2}}, Object{{"b", 2}, {"a", 1}}},
    };
    for (const Pair& pair : equal) {
      QVERIFY2(equalValues(pair.a, pair.b), pair.name);
      QVERIFY2(equalValues(pair.b, pair.a), pair.name);
    }
  }

  void equalValues_keepsTheRestApart() {
    const std::vector<Pair> different = {
        {"text and number", "1", 1},
        {"text and false", "x", false},
        {"nil and zero", Value(), 0},
        {"nil and empty text", Value(), ""},
        {"day and its text", postwright::Date{2020, 1, 2}, "2020-01-02"},
        {"empty and false", Value::empty(), false},
        {"lengths", Array{1}, Array{1, 1}},
        {"array and object", Array{}, Object{}},
    };
    for (const Pair& pair : different)
      QVERIFY2(!equalValues(pair.a, pair.b) && !equalValues(pair.b, pair.a), pair.name);
  }

  void compareValues_ordersOnlyWhatIsAlike() {
    QVERIFY(compareValues(1, 1.5) < 0);
    QVERIFY(compareValues("b", "a") > 0);
    QVERIFY(compareValues(false, true) < 0);
    QVERIFY(compareValues(kMorning, postwright::Date{2020, 1, 3}) < 0);
    QVERIFY(compareValues(Array{1, 2}, Array{1, 3}) < 0);
    QVERIFY(compareValues("1", 2) == std::partial_ordering::unordered);
    QVERIFY(compareValues(Value(), 1) == std::partial_ordering::unordered);
    QVERIFY(compareValues(Array{1}, Array{"1"}) == std::partial_ordering::unordered);
  }

  void containsValue_asksTextArraysAndObjects() {
    QCOMPARE(containsValue(123, 2).value_or(false), true);
    QCOMPARE(containsValue("abc", Value()).value_or(false), true);
    QCOMPARE(containsValue(Array{1, "x"}, 1.0).value_or(false), true);
    QCOMPARE(containsValue(Object{{"1", 0}}, 1).value_or(false), true);
    QCOMPARE(containsValue(Object{{"a", 0}}, Array{"a"}).value_or(true), false);
    QVERIFY(!containsValue(Value(), "a"));
  }
};

QTEST_APPLESS_MAIN(CompareTest)
#include "compare_test.moc"

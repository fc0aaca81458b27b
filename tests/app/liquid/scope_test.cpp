#include "app/liquid/scope.h"

#include <QTest>

using namespace postwright;
using namespace postwright::liquid;

class ScopeTest : public QObject {
  Q_OBJECT

 private slots:
  void find_looksFromTheInsideOut() {
    const Name name("x");
    const Object globals{{"x", "global"}};
    NameTable counters;
    counters.set(name, 1);
    Scope scope(&globals, counters);
    QCOMPARE(scope.find(name).value->asString(), std::string("global"));
    scope.assigned.set(name, "assigned");
    QCOMPARE(scope.find(name).value->asString(), std::string("assigned"));
    const Value item = "item";
    LoopState state;
    LoopFrame frame(name, state);
    frame.setItem(&item);
    {
      const PushedFrame pushed(scope, frame);
      QCOMPARE(scope.find(name).value->asString(), std::string("item"));
    }
    QCOMPARE(scope.find(name).value->asString(), std::string("assigned"));
  }

  void find_showsCountersOnlyWithoutAnotherName() {
    NameTable counters;
    counters.set(Name("n"), 7);
    const Scope scope(nullptr, counters);
    QCOMPARE(scope.find(Name("n")).value->asInt(), std::int64_t{7});
    QVERIFY(!scope.find(Name("m")));
  }

  void find_seesOnlyItsArgumentsWhenIsolated() {
    const Name name("x");
    const NamesFrame arguments({{&name, Value(1)}, {&name, Value(2)}});
    const Scope scope(arguments);
    QCOMPARE(scope.find(name).value->asInt(), std::int64_t{2});
    QVERIFY(scope.find(name).isArgument);
    QVERIFY(!scope.find(Name("page")));
    QCOMPARE(scope.names(), (std::vector<std::string>{"x", "x"}));
  }

  void find_letsTheLoopVariableHideTheLoop() {
    const Name variable("forloop");
    const Value item = 5;
    LoopState state;
    LoopFrame frame(variable, state);
    frame.setItem(&item);
    QCOMPARE(frame.find(Name("forloop")).value->asInt(), std::int64_t{5});
    QVERIFY(frame.find(Name("forloop")).loop == nullptr);
  }
};

QTEST_APPLESS_MAIN(ScopeTest)
#include "scope_test.moc"

#include "app/base/deferred.h"

#include <QTest>

using namespace postwright;

class DeferredTest : public QObject {
  Q_OBJECT

 private slots:
  void deferred_isMadeOnceWhenAskedFor() {
    int made = 0;
    const Value value = deferred([&] { return Value(++made); });
    const Value copy = value;
    QCOMPARE(made, 0);
    QCOMPARE(value.asInt(), std::int64_t{1});
    QCOMPARE(copy.asInt(), std::int64_t{1});
    QCOMPARE(made, 1);
  }

  void shared_hasOneTextForAllItsCopies() {
    const Value value = shared(Value(std::string(100, 'x')));
    const Value copy = value;
    QCOMPARE(copy.asString().size(), std::size_t{100});
    QCOMPARE(static_cast<const void*>(copy.asString().data()),
             static_cast<const void*>(value.asString().data()));
  }
};

QTEST_APPLESS_MAIN(DeferredTest)
#include "deferred_test.moc"

#include "app/liquid/rust_sort.h"

#include <QTest>

using namespace postwright::liquid;

class RustSortTest : public QObject {
  Q_OBJECT

 private slots:
  void rustSort_isStable_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 2, 20, 21, 40, 41, 1000})
      QTest::addRow("%d items", size) << size;
  }
  void rustSort_isStable() {
    QFETCH(int, size);
    std::vector<std::pair<int, int>> items;
    for (int i = 0; i < size; ++i)
      items.emplace_back(i * 7919 % 10, i);
    rustSort(items, [](const auto& a, const auto& b) { return a.first < b.first; });
    QCOMPARE(static_cast<int>(items.size()), size);
    QVERIFY(std::is_sorted(items.begin(), items.end()));
  }

  void rustSort_leavesPairsWithoutOrderWhereTheyAre() {
    // 9 has no order with the others, so nothing moves past it.
    std::vector<int> items{3, 9, 1, 2};
    rustSort(items, [](int a, int b) { return a != 9 && b != 9 && a < b; });
    QCOMPARE(items, (std::vector<int>{3, 9, 1, 2}));
  }
};

QTEST_APPLESS_MAIN(RustSortTest)
#include "rust_sort_test.moc"

#include "app/highlight/cache.h"

#include <QTest>

using postwright::highlight::Cache;

class CacheTest : public QObject {
  Q_OBJECT

 private slots:
  void find_tellsLanguagesApart() {
    Cache cache;
    cache.keep("code", "a", "1");
    cache.keep("code", std::nullopt, "2");
    cache.keep("code", "", "3");
    QCOMPARE(cache.find("code", "a").value_or("-"), std::string("1"));
    QCOMPARE(cache.find("code", std::nullopt).value_or("-"), std::string("2"));
    QCOMPARE(cache.find("code", "").value_or("-"), std::string("3"));
    QVERIFY(!cache.find("acode", "").has_value());
  }

  void keep_dropsWhatWasNotUsedLongest() {
    Cache cache;
    const std::string html(Cache::kCapacity / 5, 'x');
    for (const char* code : {"1", "2", "3", "4"})
      cache.keep(code, "a", html);
    QVERIFY(cache.find("1", "a").has_value()); // now the youngest
    cache.keep("5", "a", html);
    QVERIFY(cache.find("1", "a").has_value());
    QVERIFY(!cache.find("2", "a").has_value());
    QVERIFY(cache.find("5", "a").has_value());
  }

  void keep_refusesWhatIsTooLarge() {
    Cache cache;
    cache.keep("1", "a", std::string(Cache::kCapacity / 2, 'x'));
    QVERIFY(!cache.find("1", "a").has_value());
  }
};

QTEST_APPLESS_MAIN(CacheTest)
#include "cache_test.moc"

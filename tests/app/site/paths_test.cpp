#include "app/site/paths.h"

#include <QTest>

using namespace postwright::site;

class PathsTest : public QObject {
  Q_OBJECT

 private slots:
  void parts_areReadFromTheEnd_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("parent");
    QTest::addColumn<QByteArray>("nameStem");
    QTest::newRow("plain") << QByteArray("a/b.c.md") << QByteArray("b.c.md") << QByteArray("a")
                           << QByteArray("b.c");
    QTest::newRow("at the root") << QByteArray("x.md") << QByteArray("x.md") << QByteArray()
                                 << QByteArray("x");
    QTest::newRow("hidden") << QByteArray("a/.hid") << QByteArray(".hid") << QByteArray("a")
                            << QByteArray(".hid");
    QTest::newRow("slash at the end")
        << QByteArray("a/b/") << QByteArray("b") << QByteArray("a") << QByteArray("b");
    QTest::newRow("dots") << QByteArray("a/./b") << QByteArray("b") << QByteArray("a") << QByteArray("b");
    QTest::newRow("up") << QByteArray("a/..") << QByteArray() << QByteArray("a") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray() << QByteArray();
  }
  void parts_areReadFromTheEnd() {
    QFETCH(QByteArray, path);
    const std::string text = path.toStdString();
    QTEST(QByteArray::fromStdString(std::string(fileName(text))), "name");
    QTEST(QByteArray::fromStdString(std::string(parentPath(text))), "parent");
    QTEST(QByteArray::fromStdString(std::string(stem(text))), "nameStem");
  }

  void extension_needsADotThatIsNotFirst() {
    QCOMPARE(std::string(*extension("a/v1.2")), std::string("2"));
    QCOMPARE(std::string(*extension("x.")), std::string());
    QVERIFY(!extension(".htaccess"));
    QVERIFY(!extension("a.b/c"));
  }

  void startsWith_comparesWholeParts() {
    QVERIFY(startsWith("posts/a.md", "posts"));
    QVERIFY(startsWith("a.md", ""));
    QVERIFY(!startsWith("posts2/a.md", "posts"));
    QVERIFY(!startsWith("posts", "posts/a"));
  }

  void normalised_resolvesUpwardParts() {
    QCOMPARE(normalised("./a//b/../c/"), std::string("a/c"));
    QCOMPARE(normalised("../a/../../b"), std::string("../../b"));
    QCOMPARE(normalised("./"), std::string());
  }

  void walkedBefore_comparesPartByPart() {
    QVERIFY(walkedBefore("a/z", "a-b/a"));
    QVERIFY(walkedBefore("a", "a/b"));
    QVERIFY(walkedBefore("B", "a"));
    QVERIFY(!walkedBefore("a", "a"));
  }
};

QTEST_APPLESS_MAIN(PathsTest)
#include "paths_test.moc"

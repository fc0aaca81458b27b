#include "app/site/permalink.h"

#include <QTest>

using namespace postwright;

class PermalinkTest : public QObject {
  Q_OBJECT

 private slots:
  void url_losesOneLeadingSlashAndPairs_data() {
    QTest::addColumn<QByteArray>("permalink");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("plain") << QByteArray("/blog/{{slug}}/") << QByteArray("blog/a/");
    QTest::newRow("no slash") << QByteArray("x/y") << QByteArray("x/y");
    QTest::newRow("blank parts") << QByteArray("//path//end") << QByteArray("path/end");
    QTest::newRow("three slashes") << QByteArray("/a///b") << QByteArray("a//b");
    QTest::newRow("backslash") << QByteArray("/a\\b") << QByteArray("a/b");
  }
  void url_losesOneLeadingSlashAndPairs() {
    QFETCH(QByteArray, permalink);
    const site::Permalinks permalinks;
    const Result<std::string> url = permalinks.url(permalink.toStdString(), Object{{"slug", "a"}});
    QVERIFY(url);
    QTEST(QByteArray::fromStdString(*url), "url");
  }

  void url_withAFilterOrAnUnknownName_isRefused() {
    const site::Permalinks permalinks;
    for (const char* permalink : {"/{{ slug | upcase }}", "/{{ year }}"}) {
      const Result<std::string> url = permalinks.url(permalink, Object{{"slug", "a"}});
      QVERIFY(!url);
      QCOMPARE(url.error().code, ErrorCode::PermalinkInvalid);
      QCOMPARE(url.error().context.front(), "Failed to create permalink `" + std::string(permalink) + "`");
    }
  }

  void outputPath_addsIndexWithoutAnEnding_data() {
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("file") << QByteArray("a/t.abc") << QByteArray("a/t.abc");
    QTest::newRow("folder") << QByteArray("a/b/") << QByteArray("a/b/index.html");
    QTest::newRow("root") << QByteArray("") << QByteArray("index.html");
    QTest::newRow("version") << QByteArray("v1.2/") << QByteArray("v1.2");
    QTest::newRow("query") << QByteArray("x/y?z=1") << QByteArray("x/y?z=1/index.html");
    QTest::newRow("hidden") << QByteArray(".hid") << QByteArray(".hid/index.html");
    QTest::newRow("dot part") << QByteArray("a/./b") << QByteArray("a/b/index.html");
    QTest::newRow("upward") << QByteArray("../b.html") << QByteArray("../b.html");
  }
  void outputPath_addsIndexWithoutAnEnding() {
    QFETCH(QByteArray, url);
    QTEST(QByteArray::fromStdString(site::outputPathOf(url.toStdString())), "path");
  }
};

QTEST_APPLESS_MAIN(PermalinkTest)
#include "permalink_test.moc"

#include "ui/preview/site_urls.h"

#include <QTest>

using namespace postwright::ui;
using namespace Qt::StringLiterals;

class SiteUrlsTest : public QObject {
  Q_OBJECT

 private slots:
  void pathOf_findsThePathOfTheSite_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path"); // "-": not of this site
    const QString host = u"https://host.test"_s;
    QTest::newRow("absolute, no folder") << host << host + u"/a/b.css"_s << u"a/b.css"_s;
    QTest::newRow("absolute, folder") << host + u"/blog"_s << host + u"/blog/b.css"_s << u"b.css"_s;
    QTest::newRow("trailing slash in the base")
        << host + u"/blog/"_s << host + u"/blog/b.css"_s << u"b.css"_s;
    QTest::newRow("the base itself") << host + u"/blog"_s << host + u"/blog"_s << u""_s;
    QTest::newRow("http for https") << host + u"/blog"_s << u"http://host.test/blog/x"_s << u"x"_s;
    QTest::newRow("beside the folder") << host + u"/blog"_s << host + u"/blogs/b.css"_s << u"-"_s;
    QTest::newRow("another host") << host << u"https://other.test/b.css"_s << u"-"_s;
    QTest::newRow("another port") << host << u"https://host.test:8080/b.css"_s << u"-"_s;
    QTest::newRow("no base") << QString() << host + u"/b.css"_s << u"-"_s;
    QTest::newRow("a file") << host << u"file:///etc/passwd"_s << u"-"_s;
    QTest::newRow("encoded") << host << host + u"/a%20b/%C3%A9.png"_s << QString::fromUtf8("a b/é.png");
    QTest::newRow("query and fragment") << host << host + u"/a.css?v=1#x"_s << u"a.css"_s;
  }
  void pathOf_findsThePathOfTheSite() {
    QFETCH(QString, base);
    QFETCH(QString, url);
    QFETCH(QString, path);
    const SiteUrls urls(u"/home/me/site"_s, base);
    const auto found = urls.pathOf(QUrl(url));
    QCOMPARE(found.value_or(u"-"_s), path);
  }

  void toUrl_comesBackAsTheSamePath_data() {
    QTest::addColumn<QString>("base");
    for (const char* base : {"", "https://host.test", "https://host.test/a/b", "/prefix"})
      QTest::newRow(base) << QString::fromLatin1(base);
  }
  void toUrl_comesBackAsTheSamePath() {
    QFETCH(QString, base);
    const SiteUrls urls(u"/home/me/site"_s, base);
    for (const char* path : {"", "index.html", "blog/x/", "a b/é%41.html", "q?x#y.html"}) {
      const QUrl url = urls.toUrl(QString::fromUtf8(path));
      QVERIFY(urls.isServed(url));
      QCOMPARE(urls.pathOf(url).value(), QString::fromUtf8(path));
      QCOMPARE(urls.pathOf(QUrl(QString::fromLatin1(url.toEncoded()))).value(), QString::fromUtf8(path));
    }
  }

  void toUrl_keepsThePathOfTheBaseUrl() {
    const SiteUrls urls(u"/s"_s, u"https://host.test/blog"_s);
    QCOMPARE(urls.toUrl(u"x/"_s).path(), u"/blog/x/"_s);
    QUrl rootRelative = urls.toUrl(u"x/"_s);
    rootRelative.setPath(u"/css/site.css"_s);
    QCOMPARE(urls.pathOf(rootRelative).value(), u"css/site.css"_s);
  }

  void sites_haveOriginsOfTheirOwn() {
    const QUrl one = SiteUrls(u"/one"_s, {}).toUrl(QString());
    QVERIFY(one.host() != SiteUrls(u"/two"_s, {}).toUrl(QString()).host());
    QVERIFY(!SiteUrls(u"/two"_s, {}).pathOf(one));
  }

  void meant_readsProtocolRelativeUrlsAsWeb() {
    const SiteUrls urls(u"/s"_s, u"https://host.test/blog"_s);
    QCOMPARE(urls.meant(QUrl(u"postwright://cdn.test/x.js"_s)), QUrl(u"https://cdn.test/x.js"_s));
    QCOMPARE(urls.meant(urls.toUrl(u"x"_s)), urls.toUrl(u"x"_s));
  }

  void publicUrl_isBelowTheBaseUrl() {
    const SiteUrls urls(u"/s"_s, u"https://host.test/blog/"_s);
    QCOMPARE(urls.publicUrl(u"x/"_s), QUrl(u"https://host.test/blog/x/"_s));
    QVERIFY(!SiteUrls(u"/s"_s, {}).publicUrl(u"x/"_s).isValid());
  }
};

QTEST_APPLESS_MAIN(SiteUrlsTest)
#include "site_urls_test.moc"

#include "ui/preview/site_files.h"

#include <QTemporaryDir>
#include <QTest>

#include "fake_site.h"

using namespace postwright::ui;
using namespace Qt::StringLiterals;

class SiteFilesTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    for (const char* name :
         {"site/css/site.css", "site/img/a b.png", "site/_layouts/post.liquid", "site/.git/config",
          "site/css/_part.css", "site/_posts/picture.png", "site/_posts/_hidden.png", "site/_posts/one.md",
          "site/data.bin", "secret.txt", "site/notes.txt", "site/css/sub/x.css"})
      QVERIFY(writeFile(m_folder.path(), QString::fromUtf8(name), "x"));
    QVERIFY(QFile::link(m_folder.filePath(u"secret.txt"_s), m_folder.filePath(u"site/out.txt"_s)));
    QVERIFY(QFile::link(m_folder.filePath(u"site/notes.txt"_s), m_folder.filePath(u"site/in.txt"_s)));
    QVERIFY(QFile::link(m_folder.path(), m_folder.filePath(u"site/up"_s)));
  }

  void find_servesWhatTheGeneratorCopies_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("found");
    QTest::newRow("style") << u"css/site.css"_s << true;
    QTest::newRow("blank in the name") << u"img/a b.png"_s << true;
    QTest::newRow("file beside the posts, in a folder with an underscore") << u"_posts/picture.png"_s << true;
    QTest::newRow("any other file") << u"data.bin"_s << true;
    QTest::newRow("layout") << u"_layouts/post.liquid"_s << false;
    QTest::newRow("hidden folder") << u".git/config"_s << false;
    QTest::newRow("underscore file") << u"css/_part.css"_s << false;
    QTest::newRow("underscore file beside the posts") << u"_posts/_hidden.png"_s << false;
    QTest::newRow("source of a document") << u"_posts/one.md"_s << false;
    QTest::newRow("folder") << u"css"_s << false;
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("missing") << u"css/none.css"_s << false;
    QTest::newRow("up") << u"../secret.txt"_s << false;
    QTest::newRow("down and up") << u"css/../../secret.txt"_s << false;
    QTest::newRow("up inside the site") << u"css/../data.bin"_s << false;
    QTest::newRow("absolute") << u"/etc/passwd"_s << false;
    QTest::newRow("link out of the site") << u"out.txt"_s << false;
    QTest::newRow("link inside the site") << u"in.txt"_s << false;
    QTest::newRow("through a linked folder") << u"up/secret.txt"_s << false;
    QTest::newRow("zero byte") << QString::fromUtf8("css/site.css\0x", 14) << false;
  }
  void find_servesWhatTheGeneratorCopies() {
    QFETCH(QString, path);
    QFETCH(bool, found);
    auto site = std::make_shared<FakeSite>(m_folder.filePath(u"site"_s));
    site->setPostsFolder("_posts");
    site->addDocument("_posts/one.md", "one.html");
    const QString file = SiteFiles::ofSite(site).find(path);
    QCOMPARE(!file.isEmpty(), found);
    if (found) QCOMPARE(file, QFileInfo(m_folder.filePath(u"site"_s)).canonicalFilePath() + u'/' + path);
  }

  void find_ofALoneFile_servesOnlyWhatATextShows() {
    const SiteFiles files = SiteFiles::ofFolder(m_folder.filePath(u"site"_s));
    QVERIFY(!files.find(u"img/a b.png"_s).isEmpty());
    QVERIFY(!files.find(u"css/site.css"_s).isEmpty());
    QVERIFY(files.find(u"notes.txt"_s).isEmpty());
    QVERIFY(files.find(u"data.bin"_s).isEmpty());
    QVERIFY(files.find(u"../secret.txt"_s).isEmpty());
    QVERIFY(files.find(u"up/site/img/a b.png"_s).isEmpty());
  }

  void contentTypeOf_isWhatAServerSends_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("css") << u"a/site.css"_s << QByteArray("text/css; charset=utf-8");
    QTest::newRow("upper case") << u"A.JPG"_s << QByteArray("image/jpeg");
    QTest::newRow("script") << u"x.min.js"_s << QByteArray("text/javascript; charset=utf-8");
    QTest::newRow("font") << u"x.woff2"_s << QByteArray("font/woff2");
    QTest::newRow("svg") << u"x.svg"_s << QByteArray("image/svg+xml");
    QTest::newRow("other") << u"x.zip"_s << QByteArray("application/zip");
    QTest::newRow("none") << u"CNAME"_s << QByteArray("application/octet-stream");
  }
  void contentTypeOf_isWhatAServerSends() {
    QFETCH(QString, name);
    QFETCH(QByteArray, type);
    QCOMPARE(contentTypeOf(name), type);
  }

 private:
  QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(SiteFilesTest)
#include "site_files_test.moc"

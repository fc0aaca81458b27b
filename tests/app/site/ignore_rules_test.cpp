#include "app/site/ignore_rules.h"

#include <QTest>

using namespace postwright;

// Every expectation was seen in the output of Cobalt 0.20.4 for a site with one such line in `ignore`.
class IgnoreRulesTest : public QObject {
  Q_OBJECT

 private slots:
  void ignores_asCobalt_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<bool>("ignored");
    const auto row = [](const char* line, const char* path, bool ignored, bool isFolder = false) {
      QTest::addRow("%s on %s", line, path) << QByteArray(line) << QByteArray(path) << isFolder << ignored;
    };
    row("a.txt", "a.txt", true);
    row("a.txt", "sub/deep/a.txt", true);
    row("/a.txt", "a.txt", true);
    row("/a.txt", "sub/a.txt", false);
    row("sub/", "sub", true, true);
    row("sub/", "sub", false);
    row("sub/a.txt", "sub/a.txt", true);
    row("sub/a.txt", "x/sub/a.txt", false);
    row("**/a.txt", "sub/deep/a.txt", true);
    row("sub/**", "sub", false, true);
    row("sub/**", "sub/k.txt", true);
    row("**/deep", "sub/deep", true, true);
    row("{a,b}.txt", "sub/b.txt", true);
    row("{a,b}.txt", "c.txt", false);
    row("a}.txt", "a.txt", true);
    row("a}.txt", "a}.txt", false);
    row("[!a].txt", "b.txt", true);
    row("[!a].txt", "a.txt", false);
    row("[a-b].txt", "b.txt", true);
    row("[]-].txt", "-.txt", true);
    row("a[é].txt", "aé.txt", false);
    row("?.txt", "k.txt", true);
    row("?.txt", "é.txt", false);
    row("*.t?t", "sub/k.txt", true);
    row("\\!x.txt", "!x.txt", true);
    row("\\#h.txt", "#h.txt", true);
    row("#h.txt", "#h.txt", false);
    row("a\\ b.txt", "a b.txt", true);
    row("a b.txt   ", "a b.txt", true);
    row("*", "a.txt", true);
    row("**", "sub", true, true);
    row("**/", "a.txt", false);
    row("**/", "sub", true, true);
    row("/**", "a.txt", true);
    row("*/a.txt", "sub/a.txt", true);
    row("*/a.txt", "sub/deep/a.txt", false);
    row("sub/**/a.txt", "sub/a.txt", true);
    row("sub/**/a.txt", "sub/deep/a.txt", true);
    row("{sub,build}/**", "build/o.txt", true);
    row("[[]z].txt", "[z].txt", true);
    row("x\\{y.txt", "x{y.txt", true);
    row("/", "a.txt", false);
    row("sub//a.txt", "sub/a.txt", false);
    row("a**.txt", "a b.txt", true);
    row("**a.txt", "sub/a.txt", true);
  }
  void ignores_asCobalt() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, path);
    QFETCH(bool, isFolder);
    site::IgnoreRules rules;
    QVERIFY(rules.add(line.toStdString()));
    QTEST(rules.ignores(path.toStdString(), isFolder), "ignored");
  }

  void ignores_theLastLineDecides() {
    site::IgnoreRules rules;
    for (const char* line : {"*.md", "!keep.md", "# a comment", ""})
      QVERIFY(rules.add(line));
    QVERIFY(rules.ignores("a.md", false));
    QVERIFY(!rules.ignores("keep.md", false));
  }

  void add_brokenGlob_saysWhy_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("class") << QByteArray("a[b")
                           << QByteArray("error parsing glob 'a[b': unclosed character class; missing ']'");
    QTest::newRow("escape") << QByteArray("a\\") << QByteArray("error parsing glob 'a\\': dangling '\\'");
    QTest::newRow("range") << QByteArray("[b-a]")
                           << QByteArray("error parsing glob '[b-a]': invalid range; 'b' > 'a'");
    QTest::newRow("nested") << QByteArray("{a,{b}}")
                            << QByteArray(
                                   "error parsing glob '{a,{b}}': nested alternate groups are not allowed");
  }
  void add_brokenGlob_saysWhy() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, reason);
    site::IgnoreRules rules;
    const Result<void> added = rules.add(line.toStdString());
    QVERIFY(!added);
    QCOMPARE(added.error().detail, reason.toStdString());
  }

  void ignores_manyStars_staysFast() {
    site::IgnoreRules rules;
    QVERIFY(rules.add(std::string(40, '*') + "a" + std::string(40, '*') + "b"));
    QVERIFY(!rules.ignores(std::string(5000, 'a'), false));
  }
};

QTEST_APPLESS_MAIN(IgnoreRulesTest)
#include "ignore_rules_test.moc"

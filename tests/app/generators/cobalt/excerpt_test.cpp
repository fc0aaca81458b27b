#include "app/generators/cobalt/excerpt.h"

#include <QTest>

using namespace postwright;
using namespace postwright::generators::cobalt;

class ExcerptTest : public QObject {
  Q_OBJECT

 private slots:
  void referenceLines_findsWhatLooksLikeOne_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("one") << QByteArray("a\n[x]: /u\nb") << QByteArray("[x]: /u\n");
    QTest::newRow("at the end") << QByteArray("a\n   [x]: /u") << QByteArray("   [x]: /u\n");
    QTest::newRow("footnote") << QByteArray("[^1]: note\n") << QByteArray("[^1]: note\n");
    QTest::newRow("over lines") << QByteArray("[a\nb]: c\n[d]: e\n") << QByteArray("[a\nb]: c\n[d]: e\n");
    QTest::newRow("indented too far") << QByteArray("    [x]: /u\n") << QByteArray();
    QTest::newRow("nothing after the colon") << QByteArray("[x]:\n/u\n") << QByteArray();
    QTest::newRow("empty label") << QByteArray("[]: /u\n") << QByteArray();
    QTest::newRow("inside a line") << QByteArray("see [x]: /u\n") << QByteArray();
    QTest::newRow("no bracket") << QByteArray("[x: /u\n[y: /v\n") << QByteArray();
  }
  void referenceLines_findsWhatLooksLikeOne() {
    QFETCH(QByteArray, text);
    QTEST(QByteArray::fromStdString(referenceLines(text.toStdString())), "lines");
  }

  void referenceLines_ofManyOpenBrackets_staysFast() {
    std::string text;
    for (int i = 0; i < 200'000; ++i)
      text += "[\n";
    QCOMPARE(referenceLines(text + "]"), std::string());
  }

  void excerpt_isTheBodyUpToTheSeparator() {
    const auto excerpt = excerptOf(*entry("---\ntitle: T\n---\nFirst\nline\n\nSecond", "posts/a.md"));
    QVERIFY(excerpt);
    QCOMPARE(excerpt->text, std::string("First\nline"));
    QCOMPARE(excerpt->firstLine, 4);
  }

  void excerpt_takesReferencesAlong() {
    const auto excerpt = excerptOf(*entry("First [x]\n\nSecond\n\n[x]: /u\n", "posts/a.md"));
    QCOMPARE(excerpt->text, std::string("[x]: /u\nFirst [x]"));
    QCOMPARE(excerpt->firstLine, 0); // the body follows on line 1
  }

  void excerpt_ofAFieldKnowsItsLine() {
    const auto excerpt = excerptOf(*entry("---\ntitle: T\nexcerpt: Own\n---\nBody", "posts/a.md"));
    QCOMPARE(excerpt->text, std::string("Own"));
    QCOMPARE(excerpt->firstLine, 3);
  }

  void excerpt_ofAPage_isNone() {
    QVERIFY(!excerptOf(*entry("First\n\nSecond", "about.md", Role::Page)));
    QVERIFY(!excerptOf(*entry("---\nexcerpt_separator: \"\"\n---\nFirst\n\nSecond", "posts/a.md")));
  }

 private:
  static EntryPointer entry(const std::string& text, const std::string& path, Role role = Role::Post) {
    Settings settings;
    applyConfig(settings, {});
    return readEntry(settings, path, text, role);
  }
};

QTEST_APPLESS_MAIN(ExcerptTest)
#include "excerpt_test.moc"

#include "app/base/slug.h"

#include <QTest>

#include "app/base/transliterate.h"

using namespace postwright;

class SlugTest : public QObject {
  Q_OBJECT

 private slots:
  void slugify_keepsLettersAndDigits_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("slug");
    QTest::newRow("plain") << QByteArray("Hello World") << QByteArray("hello-world");
    QTest::newRow("runs and ends") << QByteArray("__a  -- b!!") << QByteArray("a-b");
    QTest::newRow("accents") << QByteArray("Crème Brûlée & Co.") << QByteArray("creme-brulee-co");
    QTest::newRow("sharp s") << QByteArray("Straße") << QByteArray("strasse");
    QTest::newRow("syllables") << QByteArray("日本語") << QByteArray("ri-ben-yu");
    QTest::newRow("syllable before a letter") << QByteArray("中x") << QByteArray("zhong-x");
    QTest::newRow("emoji") << QByteArray("🦄☣") << QByteArray("unicorn-biohazard");
    QTest::newRow("not in the table") << QByteArray("a\uE123z") << QByteArray("a-z");
    QTest::newRow("nothing usable") << QByteArray("--!") << QByteArray("");
  }
  void slugify_keepsLettersAndDigits() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, slug);
    QCOMPARE(QByteArray::fromStdString(slugify(text.toStdString())), slug);
  }

  void titleize_startsEachWordWithACapital_data() {
    QTest::addColumn<QByteArray>("slug");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("words") << QByteArray("my-first-post") << QByteArray("My First Post");
    QTest::newRow("digits") << QByteArray("2nd-post") << QByteArray("2nd Post");
    QTest::newRow("two hyphens") << QByteArray("a--b") << QByteArray("A  B");
    QTest::newRow("capitals") << QByteArray("tItLe") << QByteArray("Title");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
  }
  void titleize_startsEachWordWithACapital() {
    QFETCH(QByteArray, slug);
    QFETCH(QByteArray, title);
    QCOMPARE(QByteArray::fromStdString(titleize(slug.toStdString())), title);
  }

  void transliterate_keepsItsAsciiStart() {
    QCOMPARE(transliterate("a\tb"), std::string("a\tb"));
    QCOMPARE(transliterate("é\tb"), std::string("eb"));
    QCOMPARE(transliterate("☃中 国"), std::string("snowman Zhong Guo"));
  }
};

QTEST_APPLESS_MAIN(SlugTest)
#include "slug_test.moc"

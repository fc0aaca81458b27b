#include "app/base/unicode.h"

#include <QTest>

using namespace postwright;

class UnicodeTest : public QObject {
  Q_OBJECT

 private slots:
  void upperCase_usesFullMappings() {
    QCOMPARE(upperCase("straße ﬁn é"), std::string("STRASSE FIN É"));
    QCOMPARE(upperCase("broken \xE9 x"), std::string("BROKEN \xE9 X"));
  }

  void lowerCase_knowsTheFinalSigma() {
    QCOMPARE(lowerCase("ΌΣΟΣ Σ ΣΑΣ."), std::string("όσος σ σας."));
    QCOMPARE(lowerCase("İI"), std::string("i\u0307i"));
  }

  void withCapital_changesOneCharacter() {
    QCOMPARE(withCapital("élan Vital"), std::string("Élan Vital"));
    QCOMPARE(withCapital("ßa"), std::string("SSa"));
    QCOMPARE(withCapital(""), std::string());
  }

  void trimmedWhiteSpace_takesUnicodeBlanks() {
    QCOMPARE(trimmedWhiteSpace("\u00a0\t x\u3000y \u2003"), std::string_view("x\u3000y"));
    QCOMPARE(trimmedWhiteSpace(" \n"), std::string_view());
    QCOMPARE(withoutLeadingWhiteSpace("\u200bx"), std::string_view("\u200bx"));
  }

  void isAlphabetic_includesVowelSigns() {
    QVERIFY(isAlphabetic(U'é') && isAlphabetic(U'日') && isAlphabetic(0x93E) && isAlphabetic(U'Ⓐ'));
    QVERIFY(!isAlphabetic(U'5') && !isAlphabetic(0x301) && !isAlphabetic(U'_'));
  }

  void graphemesSize_keepsClustersWhole_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char* name, const char* text, int count, const char* start) {
      QTest::newRow(name) << QByteArray(text) << count << QByteArray(start);
    };
    row("letters", "abc", 2, "ab");
    row("more than there are", "abc", 9, "abc");
    row("line end", "\r\nx", 1, "\r\n");
    row("accent", "e\u0301x", 1, "e\u0301");
    row("family", "👨‍👩‍👧‍👦x", 1, "👨‍👩‍👧‍👦");
    row("flags", "🇩🇪🇫🇷", 1, "🇩🇪");
    row("syllable from letters", "\u1112\u1161\u11ab글", 1, "\u1112\u1161\u11ab");
    row("conjunct", "क्षि", 1, "क्षि");
    row("none", "é", 0, "");
  }
  void graphemesSize_keepsClustersWhole() {
    QFETCH(QByteArray, text);
    QFETCH(int, count);
    const std::string whole = text.toStdString();
    const std::size_t size = graphemesSize(whole, static_cast<std::size_t>(count));
    QTEST(QByteArray::fromStdString(whole.substr(0, size)), "start");
  }
};

QTEST_APPLESS_MAIN(UnicodeTest)
#include "unicode_test.moc"

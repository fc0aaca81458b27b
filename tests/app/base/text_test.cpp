#include "app/base/text.h"

#include <QTest>

using namespace postwright;

class TextTest : public QObject {
  Q_OBJECT

 private slots:
  void applyEdits_keepsAllOtherBytes() {
    const std::vector<TextEdit> edits{{0, 1, "X"}, {3, 0, "yy"}};
    QCOMPARE(applyEdits("a\r\nb", edits), std::string("X\r\nyyb"));
  }

  void lineIndex_countsEveryLineEnd() {
    const LineIndex index("a\r\nb\rc\nd");
    QCOMPARE(index.lineCount(), 4);
    QCOMPARE(index.at(3).line, 2);
    QCOMPARE(index.at(7).line, 4);
    QCOMPARE(index.lineStart(3), std::size_t{5});
  }

  void lineEnds_areFoundInOrder() {
    LineEnds ends("a\rb\r\n\n\rc");
    QCOMPARE(ends.next(0), (Span{1, 2}));
    QCOMPARE(ends.next(2), (Span{3, 5}));
    QCOMPARE(ends.next(5), (Span{5, 6}));
    QCOMPARE(ends.next(6), (Span{6, 7}));
    QCOMPARE(ends.next(7), (Span{8, 8}));
  }

  void codePointCount_isTheSameAtEveryLength() {
    const std::string character = "\xE6\x97\xA5";
    std::string text = "\xC3\xA9";
    for (std::size_t count = 1; count < 300; ++count) {
      QCOMPARE(codePointCount(text), count);
      text += count % 3 == 0 && count > 100 ? character : "x"; // after ASCII enough to be skipped
    }
  }

  void lineIndex_countsCodePoints() { QCOMPARE(LineIndex("é日x").at(5).column, 3); }

  void firstInvalidUtf8_findsBadBytes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::newRow("plain") << QByteArray("abc") << -1;
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\xA6\x84") << -1;
    QTest::newRow("latin1") << QByteArray("a\xE9z") << 1;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
    QTest::newRow("overlong") << QByteArray("x\xC0\x80") << 1;
    QTest::newRow("behind a long text") << QByteArray("0123456789\xC3\xA9 0123456789 \xFF 0123456789") << 24;
    QTest::newRow("cut") << QByteArray("ab\xE2\x82") << 2;
  }
  void firstInvalidUtf8_findsBadBytes() {
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const auto found = firstInvalidUtf8(text.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, offset);
  }

  void normaliseLineEnds_keepsWhatIsBetween() {
    QCOMPARE(normaliseLineEnds("\r\r\n\n\rx"), std::string("\n\n\n\nx"));
    QCOMPARE(normaliseLineEnds("no end\r"), std::string("no end\n"));
  }
  void normaliseLineEnds_makesLf() { QCOMPARE(normaliseLineEnds("a\r\nb\rc\n"), std::string("a\nb\nc\n")); }

  void didYouMean_offersOnlyNearWords() {
    const std::vector<std::string> known{"page", "site", "collections"};
    QCOMPARE(didYouMean("pgae", known).value_or(""), std::string("page"));
    QCOMPARE(didYouMean("pages", known).value_or(""), std::string("page"));
    QCOMPARE(didYouMean("colections", known).value_or(""), std::string("collections"));
    QVERIFY(!didYouMean("zzzz", known));
  }
};

QTEST_APPLESS_MAIN(TextTest)
#include "text_test.moc"

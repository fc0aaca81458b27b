#include "ui/editor/text_search.h"

#include <QTest>
#include <QTextDocument>

using namespace postwright::ui;

namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

} // namespace

class TextSearchTest : public QObject {
  Q_OBJECT

 private slots:
  void search_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("options"); // c case, w whole words, p pattern
    QTest::addColumn<QString>("found");   // from+length
    const auto row = [](const char* name, const char* text, const char* query, const char* options,
                        const char* found) {
      QTest::newRow(name) << s(text) << s(query) << s(options) << s(found);
    };
    row("nothing to find", "ab", "", "", "");
    row("none", "ab", "c", "", "");
    row("several", "abab", "ab", "", "0+2 2+2");
    row("they do not overlap", "aaa", "aa", "", "0+2");
    row("any case", "aA", "a", "", "0+1 1+1");
    row("this case", "aA", "A", "c", "1+1");
    row("over lines", "a\nb", "a\nb", "", "0+3");
    row("whole words", "cat cats concat cat_ cat", "cat", "w", "0+3 21+3");
    row("whole words with signs", "a.b.c", ".b.", "w", "1+3");
    row("dot is a dot", "a.b axb", "a.b", "", "0+3");
    row("pattern", "a.b axb", "a.b", "p", "0+3 4+3");
    row("pattern in any case", "Ab", "a\\w", "p", "0+2");
    row("pattern at line starts", "ab\nac", "^a", "p", "0+1 3+1");
    row("pattern at line ends", "ab\ncb", "b$", "p", "1+1 4+1");
    row("pattern of whole words", "cat cats", "c\\w{2}", "pw", "0+3");
    row("empty matches do not count", "ab", "x*", "p", "");
    row("pattern knows letters", "é", "\\w", "p", "0+1");
    row("surrogates", "🦄a", "a", "", "2+1");
    row("no-break space is itself", "a\u00A0b a b", "a b", "", "4+3");
  }
  void search() {
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(QString, options);
    QFETCH(QString, found);
    const SearchQuery asked{query, options.contains(u'c'), options.contains(u'w'), options.contains(u'p')};
    const SearchResult result = postwright::ui::search(text, asked);
    QStringList ranges;
    for (const TextRange& range : result.matches)
      ranges << QStringLiteral("%1+%2").arg(range.from).arg(range.length);
    QCOMPARE(ranges.join(u' '), found);
    QCOMPARE(result.error, QString());
  }
  void brokenPattern_isAnError() {
    const SearchResult result = postwright::ui::search(s("a"), {s("(a"), false, true, true});
    QVERIFY(result.matches.empty());
    QVERIFY(!result.error.isEmpty());
  }

  void replacement_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isPattern");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("result"); // of the first match
    QTest::newRow("words") << s("a") << s("a") << false << s("\\1$1\\n") << s("\\1$1\\n");
    QTest::newRow("groups") << s("a-b") << s("(\\w)-(\\w)") << true << s("\\2+$1") << s("b+a");
    QTest::newRow("whole match") << s("ab") << s("a.") << true << s("<$0>") << s("<ab>");
    QTest::newRow("group that took no part") << s("b") << s("(a)?b") << true << s("[$1]") << s("[]");
    QTest::newRow("escapes") << s("a") << s("a") << true << s("\\n\\t\\\\$$") << s("\n\t\\$");
    QTest::newRow("lone signs") << s("a") << s("a") << true << s("$x \\") << s("$x \\");
    QTest::newRow("looking behind") << s("xa") << s("(?<=x)(a)") << true << s("$1$1") << s("aa");
  }
  void replacement() {
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(bool, isPattern);
    QFETCH(QString, with);
    QFETCH(QString, result);
    const SearchQuery asked{query, false, false, isPattern};
    const SearchResult found = postwright::ui::search(text, asked);
    QCOMPARE(found.matches.size(), std::size_t{1});
    QCOMPARE(Replacement(text, asked, with).of(found.matches[0]), result);
  }

  void searchableText_keepsEveryCharacter() {
    QTextDocument document;
    document.setPlainText(s("a\u00A0b\nc"));
    QCOMPARE(searchableText(document), s("a\u00A0b\nc"));
  }
};

QTEST_MAIN(TextSearchTest)
#include "text_search_test.moc"

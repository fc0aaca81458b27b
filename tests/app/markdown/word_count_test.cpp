#include <QTest>

#include "app/markdown/markdown.h"

using postwright::markdown::countWords;

class WordCountTest : public QObject {
  Q_OBJECT

 private slots:
  void countWords_countsWhatIsRead_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("words");
    const auto row = [](const char* name, const char* body, int words) {
      QTest::newRow(name) << QByteArray(body) << words;
    };
    row("nothing", "", 0);
    row("plain", "Two  words\nand three more.", 5);
    row("apostrophes and hyphens", "it's well-known", 2);
    row("punctuation alone", "a - b -- * !", 2);
    row("dashes part words", "one—two – three", 3);
    row("numbers", "2 times 3.5", 3);
    row("emphasis", "**bold** _and_ `code`, un*frigging*believable", 4);
    row("heading", "## Title here ##", 2);
    row("lists", "- a\n* b\n1. c\n2) d\n> e\n> - f", 6);
    row("tasks", "- [x] done\n- [ ] open", 2);
    row("links", "[one two](http://a.b/c-d \"no\") ![alt](x.png) [three][ref]", 4);
    row("definitions", "[ref]: http://a.b \"title\"\ntext", 1);
    row("footnotes", "a[^1]\n\n[^1]: b c", 3);
    row("tags", "<div class=\"x y\">in</div> <!-- not this --> out", 2);
    row("less-than is no tag", "a < b and 1 <2", 5);
    row("autolink", "see <https://a.b/c>", 1);
    row("Liquid", "{{ page.title }} {% if a %}yes{% endif %} {% include \"a b\" %}", 1);
    row("Liquid over lines", "{{ page.title\n  | upcase }}\n{% include 'a'\n  with='b c'\n%}\n- one", 1);
    row("Liquid with its end in a string", "{{ 'a }} b' }} c {% assign x = \"%} d\" %}", 1);
    row("lone quotation mark in Liquid", "{{ don't }} b", 1);
    row("Liquid comment", "a {% comment %} not\nthese {{ x }} {%- endcomment -%} b", 2);
    row("Liquid raw", "{% raw %}{{ a b }} {% if c %}{% endraw %} d {{ e }}", 5);
    row("fence", "```rust ignore\nlet x = 1;\n```\nend", 4);
    row("table", "| a | b |\n|---|---|\n| c|d |", 4);
    row("entities", "AT&amp;T a&nbsp;b &copy;", 3);
    row("Greek, Cyrillic, accents", "Καλημέρα привет café", 3);
    row("unclosed", "{{ a <b ``` [c](d", 3);
  }
  void countWords_countsWhatIsRead() {
    QFETCH(QByteArray, body);
    QFETCH(int, words);
    QCOMPARE(static_cast<int>(countWords(body.toStdString())), words);
  }
};

QTEST_APPLESS_MAIN(WordCountTest)
#include "word_count_test.moc"

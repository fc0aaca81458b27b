#include "ui/editor/line_scanner.h"

#include <QTest>

#include "tests/cpu_timer.h"

using namespace postwright::ui;

namespace {

/// One letter per character, so that an expectation can be read under its line.
QChar letter(const CharStyle& style) {
  static const QString letters = QStringLiteral(".hmqlLc*xfksn-");
  return letters[static_cast<int>(style.ink)];
}

/// Bold B, italic I, both X, struck S, heading H; '.' for none.
QChar markLetter(const CharStyle& style) {
  switch (style.marks & mark::kVisible) {
    case 0:
      return u'.';
    case mark::kBold:
      return u'B';
    case mark::kItalic:
      return u'I';
    case mark::kBold | mark::kItalic:
      return u'X';
    case mark::kHeading:
      return u'H';
    default:
      return u'S';
  }
}

struct Scanned {
  QStringList inks;
  QStringList marks;
  LineState last;
};

Scanned scanAll(const QString& text, int frontMatterLines = 0) {
  Scanned result;
  const QStringList lines = text.split(u'\n');
  LineStyles styles;
  for (int i = 0; i < lines.size(); ++i) {
    const bool front = i < frontMatterLines;
    const Underline below = i + 1 < lines.size() && !front ? underlineLook(lines[i + 1]) : Underline::None;
    result.last = scanLine(lines[i], {result.last, front, below}, styles);
    QString inks;
    QString marks;
    for (const CharStyle& style : styles) {
      inks += letter(style);
      marks += markLetter(style);
    }
    result.inks << inks;
    result.marks << marks;
  }
  return result;
}

} // namespace

class LineScannerTest : public QObject {
  Q_OBJECT

 private slots:
  void inks_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inks");
    const auto row = [](const char* name, const char* text, const char* inks) {
      QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(inks);
    };
    row("plain", "two words", ".........");
    row("heading", "## Title", "mmhhhhhh");
    row("heading with closing signs", "# A #", "mhhhm");
    row("seven signs are text", "####### a", ".........");
    row("sign without space is text", "#tag", "....");
    row("setext", "Title\n=====", "hhhhh\nmmmmm");
    row("dashes below text are a heading", "Title\n---", "hhhhh\nmmm");
    row("dashes below nothing are a rule", "\n---", "\nmmm");
    row("rule of stars", "* * *", "mmmmm");
    row("strong", "a **b** c", "..mm.mm..");
    row("emphasis", "*b*", "m.m");
    row("underscores in words", "a_b_c", ".....");
    row("lone star", "2 * 3 * 4", ".........");
    row("strike", "~~b~~", "mm.mm");
    row("code", "a `*b*` c", "..mcccm..");
    row("code with two ticks", "``a`b``", "mmcccmm");
    row("unclosed tick", "a `b", "....");
    row("escape", "\\*a\\*", "m..m.");
    row("entity", "a&nbsp;b", ".mmmmmm.");
    row("lone ampersand", "a & b;", "......");
    row("link", "[text](url)", "mllllmmmmmm");
    row("link with title", "[t](u \"x y\")", "mlmmmmmmmmmm");
    row("link with parentheses", "[t](a(b)c)", "mlmmmmmmmm");
    row("brackets alone", "[text] (url)", "............");
    row("reference", "[text][ref]", "mllllmmmmmm");
    row("image", "![alt](src)", "mmqqqmmmmmm");
    row("image in a link", "[![a](b)](c)", "mmmlmmmmmmmm");
    row("footnote", "a[^1]", ".llll");
    row("footnote text", "[^1]: note", "mllmm.....");
    row("definition", "[ref]: http://x", "mlllmmmmmmmmmmm");
    row("autolink", "<http://x.y>", "mllllllllllm");
    row("tag", "a <b class=\"x\">c</b>", "..mmmmmmmmmmmmm.mmmm");
    row("less than", "a < b", ".....");
    row("comment", "a <!-- b --> c", "..mmmmmmmmmm..");
    row("comment over lines", "<!-- a\n*b*\n--> *c*", "mmmmmm\nmmm\nmmm.m.m");
    row("tag over lines", "<img\n src=\"a\">b", "mmmm\nmmmmmmmmm.");
    row("no Markdown in an HTML block", "<div>\n*a*\n\n*a*", "mmmmm\n...\n\nm.m");
    row("script", "<script>\nlet *a*;\n</script>", "mmmmmmmm\ncccccccc\nmmmmmmmmm");
    row("bullet", "- a", "*..");
    row("plus and number", "+ a\n\n12. b", "*..\n\n***..");
    row("number is no list inside a paragraph", "born in\n1986. A year", ".......\n............");
    row("task", "- [ ] a\n- [x] b", "*.xxx..\n*.xxx..");
    row("task needs a space", "- [x]a", "*.....");
    row("nested list", "- a\n  - b", "*..\n..*..");
    row("quote", "> a *b*", "m.qqmqm");
    row("list in quote", "> - a", "m.*.q");
    row("fence", "```rust\nlet *a*;\n```\n*b*", "mmmmmmm\ncccccccc\nmmm\nm.m");
    row("tilde fence holds ticks", "~~~\n```\n~~~", "mmm\nccc\nmmm");
    row("longer fence", "````\n```\n````", "mmmm\nccc\nmmmm");
    row("fence in a list", "- a\n  ```\n  b\n  ```", "*..\n..mmm\n..c\n..mmm");
    row("fence in a quote ends with it", "> ```\n> a\nb", "m.mmm\nm.c\n.");
    row("indented code", "a\n\n    b", ".\n\n....c");
    row("indented line of a paragraph", "a\n    *b*", ".\n....m.m");
    row("indented line of a list", "- a\n\n    b", "*..\n\n.....");
    row("table", "a|b\n-|-\n*c*|`d`\n\na|b", ".m.\nmmm\nm.mmmcm\n\n...");
    row("table of one column", "| a |\n|---|\n| b |", "m...m\nmmmmm\nm...m");
    row("head of a table without rows", "|a|b|\n|-|-|", "m.m.m\nmmmmm");
    row("bars without a table", "a | b\nc | d", ".....\n.....");
    row("liquid output", "a {{ b }} c", "..LLLLLLL..");
    row("liquid tag", "{% if a %}*b*{% endif %}", "LLLLLLLLLLm.mLLLLLLLLLLL");
    row("liquid in code", "```\n{{ a }} b\n```", "mmm\nLLLLLLLcc\nmmm");
    row("liquid in a heading", "# {{ a }} b", "mhLLLLLLLhh");
    row("liquid in a link", "[{{ a }}]({{ b }})", "mLLLLLLLmmLLLLLLLm");
    row("liquid over lines", "{% include 'a'\n  b='c' %}d", "LLLLLLLLLLLLLL\nLLLLLLLLLL.");
    row("unclosed liquid ends at a blank line", "{{ a\nb\n\nc", "LLLL\nL\n\n.");
    row("braces in a string", "{{ '}}' }}a", "LLLLLLLLLL.");
    row("raw", "{% raw %}{{ a }}*b*{% endraw %}{{ c }}", "LLLLLLLLL.......m.mLLLLLLLLLLLLLLLLLLL");
    row("raw over lines", "{% raw %}\n{{ a }}\n{% endraw %}", "LLLLLLLLL\n.......\nLLLLLLLLLLLL");
    row("liquid comment", "{% comment %}\n*a*\n{% endcomment %}*b*",
        "LLLLLLLLLLLLL\nmmm\nLLLLLLLLLLLLLLLLm.m");
    row("highlight", "{% highlight rust %}\n*a*\n{% endhighlight %}",
        "LLLLLLLLLLLLLLLLLLLL\nccc\nLLLLLLLLLLLLLLLLLL");
    row("emphasis round liquid", "*{{ a }}*", "mLLLLLLLm");
    row("surrogates", "🦄 *a*", "...m.m");
  }
  void inks() {
    QFETCH(QString, text);
    QFETCH(QString, inks);
    QCOMPARE(scanAll(text).inks.join(u'\n'), inks);
  }

  void marks_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marks");
    QTest::newRow("strong") << "a **b** c" << "..BBBBB..";
    QTest::newRow("emphasis") << "_b_ c" << "III..";
    QTest::newRow("both") << "***b***" << "IXXXXXI";
    QTest::newRow("strong in emphasis") << "*a **b** c*" << "IIIXXXXXIII";
    QTest::newRow("strong inside a word") << "a**b**c" << ".BBBBB.";
    QTest::newRow("spaces inside are no emphasis") << "** b **" << ".......";
    QTest::newRow("strike") << "~~b~~" << "SSSSS";
    QTest::newRow("heading") << "# b" << ".HH";
    QTest::newRow("setext") << "b c\n---" << "HHH\n...";
    QTest::newRow("emphasis does not leave a link") << "*[a*](b)" << "........";
    QTest::newRow("code wins") << "*a `b*`" << ".......";
    QTest::newRow("unequal runs") << "**a*" << ".III";
  }
  void marks() {
    QFETCH(QString, text);
    QFETCH(QString, marks);
    QCOMPARE(scanAll(text).marks.join(u'\n'), marks);
  }

  void frontMatter_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inks");
    const auto row = [](const char* name, const char* text, const char* inks) {
      QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(inks);
    };
    row("key and text", "title: A b", "kkkkk-fsss");
    row("url is one value", "url: http://a.b", "kkk-fssssssssss");
    row("quoted", "a: 'it''s' # c", "k-fsssssssf---");
    row("escaped quote", "a: \"\\\"b\"", "k-fsssss");
    row("date", "d: 2024-07-20 16:01:48 +0000", "k-fnnnnnnnnnnnnnnnnnnnnnnnnn");
    row("boolean", "d: true", "k-fnnnn");
    row("number", "d: 12", "k-fnn");
    row("text that starts with a number", "d: 20th of May", "k-fsssssssssss");
    row("comment", "# a: b", "------");
    row("sign inside a word", "a: b#c", "k-fsss");
    row("list", "tags:\n  - a b", "kkkk-\nff-fsss");
    row("flow list", "t: [a, \"b\"]", "k-f-s-fsss-");
    row("flow map over lines", "d: {\n  a: 'b',\n}", "k-f-\nffk-fsss-\n-");
    row("quoted key", "\"a\": b", "kkk-fs");
    row("quoted over lines", "a: 'b\n  c'", "k-fss\nssss");
    row("literal block", "a: |\n  b: c\n\n  # d\ne: f", "k-f-\nssssss\n\nsssss\nk-fs");
    row("liquid", "permalink: /{{ year }}/a", "kkkkkkkkk-fsLLLLLLLLLLss");
    row("colon at the end of a flow key", "d: {a:, b}", "k-f-k--fs-");
  }
  void frontMatter() {
    QFETCH(QString, text);
    QFETCH(QString, inks);
    const int lines = 2 + static_cast<int>(text.count(u'\n') + 1);
    const Scanned scanned = scanAll(QStringLiteral("---\n") + text + QStringLiteral("\n---\n# h"), lines);
    QCOMPARE(scanned.inks.first(), QStringLiteral("---"));
    QCOMPARE(scanned.inks.sliced(1, lines - 2).join(u'\n'), inks);
    QCOMPARE(scanned.inks[lines - 1], QStringLiteral("---"));
    QCOMPARE(scanned.inks.last(), QStringLiteral("mhh"));
  }

  void state_survivesPacking() {
    LineState state;
    state.setLiquid(LiquidMode::Highlight);
    state.setBlock(BlockKind::Other);
    state.setHtml(HtmlMode::Pre);
    state.setYaml(YamlMode::BlockScalar);
    state.fenceLength = 63;
    state.yamlIndent = 31;
    state.frontMatter = 1;
    QVERIFY(state.packed() >= 0);
    QCOMPARE(LineState::unpacked(state.packed()).packed(), state.packed());
  }

  /// Twice the line must not take much more than twice the time, whatever it is made of.
  void hostileLines_areLinear_data() {
    QTest::addColumn<QString>("part");
    for (const char* part :
         {"[",  "](",        "*a ", "*a_",  "**a", "`a``b", "<a ", "<!", "![",   "[a](b", "[](<", "{{",
          "{%", "{% raw %}", "'\"", "~a~~", "[^",  "]",     "&a",  "\\", "a: {", "> ",    "- ",   "_*"}) {
      QTest::newRow(part) << QString::fromLatin1(part);
    }
  }
  void hostileLines_areLinear() {
    QFETCH(QString, part);
    const auto nanoseconds = [](const QString& line) {
      LineStyles styles;
      qint64 best = std::numeric_limits<qint64>::max();
      for (int i = 0; i < 3; ++i) {
        postwright::test::CpuTimer timer;
        timer.start();
        scanLine(line, {}, styles);
        scanLine(line, {{}, true, Underline::None}, styles);
        best = std::min(best, timer.nsecsElapsed());
      }
      return best;
    };
    const qint64 once = nanoseconds(part.repeated(20'000));
    const qint64 eight = nanoseconds(part.repeated(160'000));
    QVERIFY2(eight < 32 * std::max<qint64>(once, 100'000), qPrintable(QString::number(eight / once)));
  }
};

QTEST_APPLESS_MAIN(LineScannerTest)
#include "line_scanner_test.moc"

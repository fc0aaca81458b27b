#include "ui/preview/page_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace postwright::ui;
namespace render = postwright::render;

namespace {

/// A page whose paragraphs, list items and headings are blocks of the post, one a line.
PageText pageOf(const QString& html) {
  render::Page page;
  page.html = html.toStdString();
  page.sourceMap.files = {"_layouts/l.liquid", "posts/one.md"};
  int line = 4;
  for (std::size_t at = page.html.find('<'); at != std::string::npos; at = page.html.find('<', at + 1)) {
    const std::string_view tag = std::string_view(page.html).substr(at, 3);
    const bool isBlock = tag == "<p>" || tag == "<li" || tag == "<ul" || tag == "<h2";
    page.sourceMap.ranges.push_back({at, at + 1, isBlock ? 1U : 0U, isBlock ? ++line : 1, 1, {}});
  }
  return textOf(page, "posts/one.md");
}

QString cut(const PageText& text, qsizetype from, qsizetype to) {
  return text.html.mid(from, to - from);
}

} // namespace

class PageTextTest : public QObject {
  Q_OBJECT

 private slots:
  void deltaOf_isTheSmallestChange_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u"abc"_s << u"abc"_s << u""_s;
    QTest::newRow("one letter in the middle") << u"abc"_s << u"axc"_s << u"x"_s;
    QTest::newRow("at the start") << u"abc"_s << u"xabc"_s << u"x"_s;
    QTest::newRow("at the end") << u"abc"_s << u"abcx"_s << u"x"_s;
    QTest::newRow("removed") << u"abc"_s << u"ac"_s << u""_s;
    QTest::newRow("doubled") << u"aa"_s << u"aaa"_s << u"a"_s;
    QTest::newRow("from nothing") << u""_s << u"abc"_s << u"abc"_s;
    QTest::newRow("to nothing") << u"abc"_s << u""_s << u""_s;
    // U+1F600 and U+1F601 begin with the same unit, U+1F600 and U+2F600 end with the same
    QTest::newRow("same high surrogate") << u"a\U0001F600b"_s << u"a\U0001F601b"_s << u"\U0001F601"_s;
    QTest::newRow("same low surrogate") << u"a\U0001F600b"_s << u"a\U0002F600b"_s << u"\U0002F600"_s;
  }
  void deltaOf_isTheSmallestChange() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, text);
    const PageDelta delta = deltaOf(before, after);
    QCOMPARE(delta.text, text);
    QCOMPARE(before.left(delta.head) + delta.text + before.right(delta.tail), after);
  }

  void textOf_findsTheBlocksOfThePost() {
    const PageText text = pageOf(u"<main>\u00e4\U0001F600<p>a</p><h2 id=x>b</h2></main>"_s);
    QCOMPARE(text.anchors, (std::vector<Anchor>{{9, 11, 5}, {17, 20, 6}}));
  }

  void textOf_leavesOutWhatIsNoStartTag() {
    render::Page page;
    page.html = "<p>a</p>\n</main> text";
    page.sourceMap.files = {"posts/one.md"};
    page.sourceMap.ranges = {
        {0, 3, 0, 1, 1, {}}, {4, 8, 0, 2, 1, {}}, {8, 9, 0, 3, 1, {}}, {17, 20, 0, 4, 1, {}}};
    QCOMPARE(textOf(page, "posts/one.md").anchors, (std::vector<Anchor>{{0, 2, 1}}));
  }

  void partOf_isTheElementsAroundTheChange_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("oldPart"); // null: there is none
    QTest::addColumn<QString>("newPart");
    const auto row = [](const char* name, const char* before, const char* after, const char* oldPart,
                        const char* newPart) {
      QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after)
                          << QString::fromUtf8(oldPart) << QString::fromUtf8(newPart);
    };
    row("a letter", "<i><p>a</p>\n<p>b</p>\n<p>c</p></i>", "<i><p>a</p>\n<p>bx</p>\n<p>c</p></i>", "<p>b</p>",
        "<p>bx</p>");
    row("markup", "<p>a</p><p>b</p>", "<p>a</p><p><em>b</em></p>", "<p>b</p>", "<p><em>b</em></p>");
    row("a block at the end", "<i><p>a</p>\n</i>", "<i><p>a</p>\n<p>b</p>\n</i>", "<p>a</p>",
        "<p>a</p>\n<p>b</p>");
    row("a block taken away", "<i><p>a</p>\n<p>b</p>\n</i>", "<i><p>a</p>\n</i>", "<p>a</p>\n<p>b</p>",
        "<p>a</p>");
    row("two become one", "<p>a</p>\n<p>b</p>\n<p>c</p>", "<p>a\nb</p>\n<p>c</p>", "<p>a</p>\n<p>b</p>",
        "<p>a\nb</p>");
    row("an item", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>bx</li>\n</ul>",
        "<li>b</li>", "<li>bx</li>");
    row("another element", "<p>a</p>\n<p>b</p>", "<p>a</p>\n<h2>b</h2>", "<p>b</p>", "<h2>b</h2>");
    row("an unclosed tag", "<p>a</p><p>b</p>", "<p>a</p><p><b>b</p>", nullptr, nullptr);
    row("an unclosed tag goes", "<p>a</p><p><b>b</p>", "<p>a</p><p>b</p>", nullptr, nullptr);
    row("a script", "<p>a</p><p>b</p>", "<p>a</p><p><script>b</script></p>", nullptr, nullptr);
    row("outside of every block", "<i>x</i><p>a</p>", "<i>y</i><p>a</p>", nullptr, nullptr);
    row("behind the blocks", "<i><p>a</p></i><i>x</i>", "<i><p>a</p></i><i>y</i>", nullptr, nullptr);
  }
  void partOf_isTheElementsAroundTheChange() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, oldPart);
    QFETCH(QString, newPart);
    const PageText from = pageOf(before);
    const PageText to = pageOf(after);
    const auto part = partOf(from, to, deltaOf(before, after));
    QCOMPARE(part.has_value(), !oldPart.isNull());
    if (!part) return;
    QCOMPARE(cut(from, part->from, part->oldTo), oldPart);
    QCOMPARE(cut(to, part->from, part->newTo), newPart);
    QCOMPARE(before.left(part->from) + newPart + before.mid(part->oldTo), after);
    QCOMPARE(from.anchors.at(part->first).offset, part->from);
    QCOMPARE(oldPart.count(u"<p>"_s) + oldPart.count(u"<li"_s) + oldPart.count(u"<h2"_s),
             int(part->oldEnd - part->first));
  }

  void scriptLiteral_quotesEverything_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("literal");
    QTest::newRow("plain") << u"a"_s << u"\"a\""_s;
    QTest::newRow("empty") << u""_s << u"\"\""_s;
    QTest::newRow("quotes and lines") << u"\"\n\\"_s << u"\"\\\"\\n\\\\\""_s;
    QTest::newRow("end of a script element") << u"</script>"_s << u"\"</script>\""_s;
  }
  void scriptLiteral_quotesEverything() {
    QFETCH(QString, text);
    QFETCH(QString, literal);
    QCOMPARE(scriptLiteral(text), literal);
  }
};

QTEST_APPLESS_MAIN(PageTextTest)
#include "page_text_test.moc"

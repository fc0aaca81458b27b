#include "ui/preview/html_element.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace postwright::ui;

class HtmlElementTest : public QObject {
  Q_OBJECT

 private slots:
  void regular_endsBehindItsOwnEndTag_data() {
    QTest::addColumn<QString>("html");
    QTest::newRow("paragraph") << u"<p>a <em>b</em> &lt; <code>c</code></p>"_s;
    QTest::newRow("void") << u"<hr />"_s;
    QTest::newRow("attributes") << u"<p class=x id='a>b' title=\"</p>\" data-x>a<br/>b</p>"_s;
    QTest::newRow("code") << u"<pre style=\"a:b\">\n<code><span>a</span>\n</code></pre>"_s;
    QTest::newRow("list")
        << u"<ul>\n<li>a</li>\n<li>\n<p>b</p>\n<ol start=\"3\">\n<li>c</li>\n</ol>\n</li>\n</ul>"_s;
    QTest::newRow("task") << u"<li><input disabled=\"\" type=\"checkbox\"/>\na</li>"_s;
    QTest::newRow("table")
        << u"<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>1</td></tr></tbody></table>"_s;
    QTest::newRow("comment") << u"<div><!-- <b> - --><p>a</p></div>"_s;
  }
  void regular_endsBehindItsOwnEndTag() {
    QFETCH(QString, html);
    const QString text = u"<i>"_s + html + u"\n</i>"_s;
    QCOMPARE(endOfElements(text, 3, 4), 3 + html.size());
  }

  void irregular_hasNoEnd_data() {
    QTest::addColumn<QString>("html");
    const char* const texts[] = {"<p>a",
                                 "<p>a<p>b</p></p>",
                                 "<p><b>a</p>",
                                 "<p>a</b></p>",
                                 "<p>a</div></p>",
                                 "<p><div>a</div></p>",
                                 "<a><em><a>x</a></em></a>",
                                 "<ul>a<li>b</li></ul>",
                                 "<ul><p>b</p></ul>",
                                 "<table><tr><td>1</td></tr></table>",
                                 "<table>x<tbody></tbody></table>",
                                 "<td>a</td>",
                                 "<div><li>a</li></div>",
                                 "<p>a<script>b</script></p>",
                                 "<p><textarea></textarea></p>",
                                 "<div><svg></svg></div>",
                                 "<p>a < b</p>",
                                 "<p a=\"b>a</p>",
                                 "<p><![CDATA[x]]></p>",
                                 "<p><?x?></p>",
                                 "<p><!-->a</p>",
                                 "<p/>a",
                                 "<my-tag>a</my-tag>",
                                 "text"};
    for (const char* text : texts)
      QTest::newRow(text) << QString::fromUtf8(text);
  }
  void irregular_hasNoEnd() {
    QFETCH(QString, html);
    QCOMPARE(endOfElements(html, 0, 1), -1);
  }

  void more_areTakenUntilTheyReach() {
    const QString text = u"<p>a</p>\n<p>b</p>\n<p>c</p></main>"_s;
    QCOMPARE(endOfElements(text, 0, 1), 8);
    QCOMPARE(endOfElements(text, 0, 8), 8);
    QCOMPARE(endOfElements(text, 0, 9), 17);
    QCOMPARE(endOfElements(text, 0, 26), 26);
    QCOMPARE(endOfElements(text, 0, 27), -1);
  }

  void item_besideOtherElements_isNotRegular() {
    QCOMPARE(endOfElements(u"<p>a</p><li>b</li>"_s, 0, 9), -1);
    QCOMPARE(endOfElements(u"<li>a</li><p>b</p>"_s, 0, 11), -1);
    QCOMPARE(endOfElements(u"<li>a</li><li>b</li>"_s, 0, 11), 20);
  }
};

QTEST_APPLESS_MAIN(HtmlElementTest)
#include "html_element_test.moc"

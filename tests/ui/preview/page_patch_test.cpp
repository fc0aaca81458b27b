// What updating the live page keeps, and that the result is what loading would have given.
#include <QRandomGenerator>

#include "pane_fixture.h"

using namespace Qt::StringLiterals;
namespace render = postwright::render;

namespace {

QString document(const QString& body, const QString& head = u"<title>t</title>"_s) {
  return u"<!doctype html><html lang=en><head>%1</head><body>%2</body></html>"_s.arg(head, body);
}

/// Where the tree the page has and the one the text says part, for a page without scripts; else "".
const QString kTrees =
    uR"JS((html => {
  const plain = new DOMParser().parseFromString(html, 'text/html');
  const now = document.querySelector('html').outerHTML, wanted = plain.querySelector('html').outerHTML;
  let at = 0;
  while (at < now.length && now[at] === wanted[at]) ++at;
  const around = text => text.slice(Math.max(0, at - 120), at + 120);
  return now === wanted ? '' : around(now) + '\n---\n' + around(wanted);
})(%1))JS"_s;

QString quoted(const QString& text) {
  QString literal = text;
  literal.replace(u'\\', u"\\\\"_s).replace(u'`', u"\\`"_s).replace(u"${"_s, u"\\${"_s);
  return u'`' + literal + u'`';
}

} // namespace

class PagePatchTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { initPaneTest(); }

 private slots:
  void initTestCase() { m_fixture = std::make_unique<PaneFixture>(); }
  void init() {
    m_fixture->pane().setSite(nullptr);
    m_fixture->open();
  }
  void cleanupTestCase() { m_fixture.reset(); }

  void patch_givesTheTreeALoadGives_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* before, const char* after) {
      QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    row("text", "<p>one</p><p>two</p>", "<p>one</p><p>twos</p>");
    row("paragraph added at the end", "<p>one</p>", "<p>one</p>\n<p>two</p>");
    row("paragraph added in front", "<p>one</p>", "<p>zero</p>\n<p>one</p>");
    row("paragraph removed", "<p>one</p>\n<p>two</p>\n<p>three</p>", "<p>one</p>\n<p>three</p>");
    row("order changed", "<p>a</p><h2>b</h2><p>c</p>", "<h2>b</h2><p>c</p><p>a</p>");
    row("element for text", "<p>a <em>b</em> c</p>", "<p>a b c</p>");
    row("text for element", "<p>a b c</p>", "<p>a <strong>b</strong> c</p>");
    row("another element", "<p>a</p>", "<h2>a</h2>");
    row("attribute changed", "<p title=x>a</p>", "<p title=y>a</p>");
    row("attribute added", "<p>a</p>", "<p id=x data-y=1>a</p>");
    row("attribute removed", "<p id=x>a</p>", "<p>a</p>");
    row("attribute with a name no script may set", "<p>a</p>", "<p @click=x \"=y>a</p>");
    row("class tokens", "<p class='a b'>x</p>", "<p class='b c'>x</p>");
    row("nested list", "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>");
    row("table row", "<table><tr><td>1</td></tr></table>",
        "<table><tr><td>1</td></tr><tr><td>2</td></tr></table>");
    row("comment", "<p>a</p><!--x-->", "<p>a</p><!--y--><p>b</p>");
    row("svg", "<svg><circle r=1 /></svg>", "<svg viewBox='0 0 1 1'><circle r=2 /><path d='M0 0'/></svg>");
    row("xlink", "<svg><use xlink:href='#a'/></svg>", "<svg><use xlink:href='#b'/></svg>");
    row("math", "<math><mi>x</mi></math>", "<math><mi>y</mi><mn>2</mn></math>");
    row("template content", "<template><p>a</p></template>", "<template><p>b</p></template>");
    row("fields that hide properties", "<form><input name=firstChild><input name=parentNode><p>a</p></form>",
        "<form><input name=firstChild><input name=parentNode><p>b</p><p>c</p></form>");
    row("images that hide properties", "<img name=documentElement><img name=body><p>a</p>",
        "<img name=documentElement><img name=body><p>b</p>");
    row("character outside the plane", "<p>a😀b</p>", "<p>a😁b</p>");
    row("zero-width and quotes", "<p>\"'`\\</p>", "<p>\"'`\\\\ \xE2\x80\xA8 </p>");
    row("everything", "<p>a</p>", "<article><h1>x</h1></article>");
    row("nothing left", "<p>a</p>", "");
    row("from nothing", "", "<p>a</p>");
    row("body attributes", "<p>a</p></body><body class=x>", "<p>a</p></body><body class='x y' id=z>");
  }
  void patch_givesTheTreeALoadGives() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QVERIFY(m_fixture->show(document(before)));
    m_fixture->js(u"window.same = 1"_s);
    QVERIFY(m_fixture->show(document(after)));
    QCOMPARE(m_fixture->js(u"window.same"_s).toInt(), 1);
    QCOMPARE(m_fixture->js(kTrees.arg(quoted(document(after)))).toString(), QString());
  }

  void patch_ofRandomEdits_givesTheTreeALoadGives() {
    QRandomGenerator random(20240917);
    const QStringList pieces = {u"<p>"_s,      u"</p>"_s,        u"<em>"_s,    u"</em>"_s, u"word "_s,
                                u"<ul><li>"_s, u"</li>"_s,       u"</ul>"_s,   u"\n"_s,    u"<h2 id=a>"_s,
                                u"</h2>"_s,    u"<td>"_s,        u"<table>"_s, u"&amp;"_s, u"<!--"_s,
                                u"-->"_s,      u"<b class=x>"_s, u"</b>"_s};
    QStringList text;
    for (int i = 0; i < 40; ++i)
      text.append(pieces.at(random.bounded(int(pieces.size()))));
    QVERIFY(m_fixture->show(document(text.join(QString()))));
    m_fixture->js(u"window.same = 1"_s);
    for (int round = 0; round < 150; ++round) {
      const int at = random.bounded(int(text.size()));
      switch (random.bounded(3)) {
        case 0:
          text.insert(at, pieces.at(random.bounded(int(pieces.size()))));
          break;
        case 1:
          if (text.size() > 5) text.removeAt(at);
          break;
        default:
          text.replace(at, pieces.at(random.bounded(int(pieces.size()))));
      }
      const QString html = document(text.join(QString()));
      m_fixture->pane().showPage(okPage(html));
      QCOMPARE(m_fixture->js(kTrees.arg(quoted(html))).toString(), QString());
    }
    QCOMPARE(m_fixture->js(u"window.same"_s).toInt(), 1);
  }

  void patch_ofBlocks_givesTheTreeALoadGives() {
    QRandomGenerator random(20260214);
    const QStringList blocks = {u"<p>one <em>two</em></p>\n"_s,
                                u"<h2 id=\"a\">head</h2>\n"_s,
                                u"<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"_s,
                                u"<pre><code>x\ny</code></pre>\n"_s,
                                u"<blockquote>\n<p>q</p>\n</blockquote>\n"_s,
                                u"<hr />\n"_s,
                                u"<table><thead><tr><th>t</th></tr></thead><tbody>\n</tbody></table>\n"_s,
                                u"<p>an <b>unclosed</p>\n"_s,
                                u"<p>an </b>end</p>\n"_s,
                                u"<div>\n"_s,
                                u"</div>\n"_s,
                                u"<p><img src=x.png alt=\"<p>\" /></p>\n"_s,
                                u"<p><textarea><p></textarea></p>\n"_s,
                                u"<a href=x>\n"_s,
                                u"<p>last \U0001F600</p>\n"_s};
    QStringList text;
    for (int i = 0; i < 12; ++i)
      text.append(blocks.at(random.bounded(7)));
    const auto whole = [&] { return document(u"<main>\n"_s + text.join(QString()) + u"</main>"_s); };
    QVERIFY(m_fixture->show(mappedPage(whole())));
    m_fixture->js(u"window.same = 1"_s);
    for (int round = 0; round < 150; ++round) {
      const int at = random.bounded(int(text.size()));
      const QString block = blocks.at(random.bounded(round < 60 ? 7 : int(blocks.size())));
      switch (random.bounded(5)) {
        case 0:
          text.insert(at, block);
          break;
        case 1:
          if (text.size() > 5) text.removeAt(at);
          break;
        case 2:
          text[at] = block;
          break;
        default: // a letter into the text of the block
          text[at].insert(std::max<qsizetype>(0, text[at].indexOf(u'>')) + 1, u'x');
      }
      QVERIFY(m_fixture->show(mappedPage(whole())));
      QCOMPARE(m_fixture->js(kTrees.arg(quoted(whole()))).toString(), QString());
    }
    QCOMPARE(m_fixture->js(u"window.same"_s).toInt(), 1);
  }

  void letterInABlock_parsesNoMoreThanTheBlock() {
    const QString html =
        document(u"<main><p>a</p>\n<ul>\n<li>b</li>\n<li>%1</li>\n</ul>\n<p>%2</p>\n%3</main>"_s);
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"c"_s, u"d"_s, u""_s))));
    const int parses = m_fixture->ours(u"postwright.wholeParses()"_s).toInt();
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"cc"_s, u"d"_s, u""_s))));
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"cc"_s, u"<em>d</em>"_s, u""_s))));
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"cc"_s, u"<em>d</em>"_s, u"<p>new</p>\n"_s))));
    QCOMPARE(m_fixture->text(u"main"_s).simplified(), u"a b cc d new"_s);
    QCOMPARE(m_fixture->ours(u"postwright.wholeParses()"_s).toInt(), parses);
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"cc"_s, u"<b>open"_s, u"<p>new</p>\n"_s))));
    QCOMPARE(m_fixture->text(u"b"_s), u"open"_s);
    QCOMPARE(m_fixture->ours(u"postwright.wholeParses()"_s).toInt(), parses + 1);
  }

  void anchors_followTheBlocks() {
    const QString html = document(u"<main><p>a</p>\n%1<p>c</p>\n</main>"_s);
    const QString shown =
        u"[...Array(postwright.anchorCount()).keys()].map(n => postwright.shownAt(n).textContent).join()"_s;
    QVERIFY(m_fixture->show(mappedPage(html.arg(u""_s))));
    QCOMPARE(m_fixture->ours(shown), u"a,c"_s);
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"<p>b</p>\n<h2>h</h2>\n"_s))));
    QCOMPARE(m_fixture->ours(shown), u"a,b,h,c"_s);
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"<h2>h</h2>\n"_s))));
    QCOMPARE(m_fixture->ours(shown), u"a,h,c"_s);
    QVERIFY(m_fixture->show(mappedPage(html.arg(u"<p><b>open</p>\n"_s))));
    QCOMPARE(m_fixture->ours(shown), u"a,open,c"_s);
  }

  void patch_keepsNodesThatDidNotChange() {
    const QString html =
        u"<p id=a>one</p><details id=d><summary>s</summary>x</details><input id=i><p id=b>%1</p>"_s;
    QVERIFY(m_fixture->show(document(html.arg(u"two"_s))));
    m_fixture->js(
        uR"JS(
      for (const id of ['a', 'b', 'd']) document.getElementById(id).mark = id;
      document.getElementById('d').open = true;
      document.getElementById('i').value = 'typed';
      document.getSelection().selectAllChildren(document.getElementById('a'));
      const own = document.createElement('aside'); own.id = 'own'; document.body.prepend(own);
      document.getElementById('b').append(document.createElement('u'));
      document.getElementById('b').classList.add('lit');)JS"_s);
    QVERIFY(m_fixture->show(document(u"<p>new</p>"_s + html.arg(u"three"_s))));
    QCOMPARE(m_fixture->text(u"#b"_s), u"three"_s);
    QCOMPARE(m_fixture->js(u"['a', 'b', 'd'].map(id => document.getElementById(id).mark).join('')"_s),
             u"abd"_s);
    QVERIFY(m_fixture->js(u"document.getElementById('d').open"_s).toBool());
    QCOMPARE(m_fixture->js(u"document.getElementById('i').value"_s), u"typed"_s);
    QCOMPARE(m_fixture->js(u"String(document.getSelection())"_s), u"one"_s);
    QCOMPARE(m_fixture->js(u"document.querySelectorAll('#own, #b > u').length"_s), 2);
    QVERIFY(m_fixture->js(u"document.getElementById('b').classList.contains('lit')"_s).toBool());
  }

  void patch_keepsTheScrollPosition() {
    const QString filler = u"<div style='height:3000px'></div>"_s;
    QVERIFY(m_fixture->show(document(u"<p>a</p>"_s + filler)));
    m_fixture->js(u"scrollTo(0, 1234)"_s);
    QVERIFY(m_fixture->show(document(u"<p>b</p>"_s + filler + u"<p>c</p>"_s)));
    QCOMPARE(m_fixture->js(u"scrollY"_s).toInt(), 1234);
  }

  void newHead_reloadsAndKeepsTheScrollPosition() {
    const QString body = u"<p>a</p><div style='height:3000px'></div>"_s;
    QVERIFY(m_fixture->show(document(body, u"<style>p{color:red}</style>"_s)));
    m_fixture->js(u"scrollTo(0, 1234); window.same = 1"_s);
    QTRY_COMPARE(m_fixture->js(u"scrollY"_s).toInt(), 1234);
    QTRY_COMPARE(m_fixture->js(u"document.visibilityState"_s), u"visible"_s);
    QVERIFY(m_fixture->show(document(body, u"<style>p{color:rgb(1,2,3)}</style>"_s)));
    QVERIFY(!m_fixture->js(u"window.same"_s).isValid());
    QCOMPARE(m_fixture->js(u"getComputedStyle(document.querySelector('p')).color"_s), u"rgb(1, 2, 3)"_s);
    QCOMPARE(m_fixture->js(u"scrollY"_s).toInt(), 1234);
  }

  void newTitleAndDescription_needNoReload() {
    const QString head = u"<title>%1</title><meta name=description content='%1'><style></style>"_s;
    QVERIFY(m_fixture->show(document(u"<p>a</p>"_s, head.arg(u"one"_s))));
    m_fixture->js(u"window.same = 1"_s);
    QVERIFY(m_fixture->show(document(u"<p>a</p>"_s, head.arg(u"two"_s))));
    QCOMPARE(m_fixture->js(u"document.title + window.same"_s), u"two1"_s);
    QCOMPARE(m_fixture->js(u"document.querySelector('meta[name=description]').content"_s), u"two"_s);
  }

  void scriptInChangedContent_runsOnceAndInOrder() {
    QVERIFY(writeFile(m_fixture->folder(), u"add.js"_s, "window.ran.push('file');"));
    QVERIFY(m_fixture->show(document(u"<script>window.ran = [];</script><p>a</p>"_s)));
    QVERIFY(m_fixture->show(document(
        u"<script>window.ran = [];</script><p>a</p><div><script>ran.push('first ' + "
        "document.getElementById('late')?.id)</script><script src=/add.js></script><script>ran.push('last')"
        "</script><script type=text/plain>ran.push('never')</script><b id=late></b></div>"_s)));
    QTRY_COMPARE(m_fixture->js(u"ran.join()"_s), u"first late,file,last"_s);
    QVERIFY(
        m_fixture->show(document(u"<script>window.ran = [];</script><p>b</p><div><script>ran.push('new')"
                                 "</script></div>"_s)));
    QTRY_COMPARE(m_fixture->js(u"ran.join()"_s), u"first late,file,last,new"_s);
  }

  void layoutScript_changed_reloads() {
    const auto page = [](const QString& script, const QString& text) {
      const QString before = u"<!doctype html><body>"_s;
      render::Page made = okPage(before + text + u"<script>"_s + script + u"</script>"_s);
      made.sourceMap.files = {"posts/one.md", "_layouts/post.liquid"};
      const auto begin = std::size_t(before.size());
      made.sourceMap.ranges = {{0, begin, 1, 1, 1, {}},
                               {begin, begin + std::size_t(text.size()), 0, 5, 1, {}}};
      return made;
    };
    QVERIFY(m_fixture->show(page(u"var a = 1"_s, u"<p>one</p>"_s)));
    m_fixture->js(u"window.same = 1"_s);
    QVERIFY(m_fixture->show(page(u"var a = 1"_s, u"<p>two</p><script>var b = 2</script>"_s)));
    QCOMPARE(m_fixture->js(u"window.same + b"_s).toInt(), 3);
    QVERIFY(m_fixture->show(page(u"var a = 7"_s, u"<p>two</p>"_s)));
    QVERIFY(!m_fixture->js(u"window.same"_s).isValid());
    QCOMPARE(m_fixture->js(u"a"_s).toInt(), 7);
  }

  void highlighter_isNotFoughtWith_andChangedCodeIsRight() {
    const QString html = document(
        u"<p>%1</p><pre><code>let %2 = 1;</code></pre><pre><code>other()</code></pre><script>for (const c of "
        "document.querySelectorAll('code')) c.innerHTML = c.textContent.replace(/let|other/g, "
        "'<i>$&</i>');</script>"_s);
    QVERIFY(m_fixture->show(html.arg(u"a"_s, u"x"_s)));
    QCOMPARE(m_fixture->js(u"document.querySelectorAll('code > i').length"_s).toInt(), 2);
    QVERIFY(m_fixture->show(html.arg(u"b"_s, u"x"_s)));
    QCOMPARE(m_fixture->js(u"document.querySelectorAll('code > i').length"_s).toInt(), 2);
    QCOMPARE(m_fixture->text(u"p"_s), u"b"_s);
    QVERIFY(m_fixture->show(html.arg(u"b"_s, u"yy"_s)));
    QCOMPARE(m_fixture->text(u"code"_s), u"let yy = 1;"_s);
    QCOMPARE(m_fixture->js(u"document.querySelectorAll('code > i').length"_s).toInt(), 1);
  }

  void tableOfContentsAndLazyImages_ofThePageStay() {
    const QString html = document(
        u"<main><h2>A</h2><p>x</p><h2>B</h2><img data-src=/a.png><p>%1</p></main><script>"
        "const nav = document.createElement('nav'); document.querySelector('main').prepend(nav);"
        "document.querySelectorAll('h2').forEach((h, n) => { h.id = 'h' + n; nav.append(h.textContent); });"
        "for (const i of document.images) { i.src = i.dataset.src; i.classList.add('loaded'); }</script>"_s);
    QVERIFY(m_fixture->show(html.arg(u"one"_s)));
    m_fixture->js(u"document.querySelector('nav').mark = document.querySelector('h2').mark = 1"_s);
    QVERIFY(m_fixture->show(html.arg(u"two</p><h2>C</h2><p>"_s)));
    QCOMPARE(m_fixture->js(u"document.querySelector('main').firstChild.mark"_s).toInt(), 1);
    QCOMPARE(m_fixture->js(u"document.querySelector('#h0').mark"_s).toInt(), 1);
    QCOMPARE(m_fixture->js(u"[...document.querySelectorAll('h2')].map(h => h.textContent).join('')"_s),
             u"ABC"_s);
    QCOMPARE(m_fixture->js(u"document.images[0].className + document.images[0].getAttribute('src')"_s),
             u"loaded/a.png"_s);
  }

  void wrappedByAScript_isChangedWhereItIs() {
    const QString html = document(
        u"<p>x</p><table><tr><td>%1</td></tr></table><p>y</p><script>const w = document.createElement('div');"
        "const t = document.querySelector('table'); t.replaceWith(w); w.append(t);</script>"_s);
    QVERIFY(m_fixture->show(html.arg(u"1"_s)));
    QVERIFY(m_fixture->show(html.arg(u"2</td><td>3"_s)));
    QCOMPARE(m_fixture->text(u"div > table"_s), u"23"_s);
    QCOMPARE(m_fixture->js(u"document.querySelectorAll('table').length"_s).toInt(), 1);
  }

  void documentReplacedByAScript_isLoadedAnew() {
    QVERIFY(m_fixture->show(document(u"<p id=a>one</p>"_s)));
    m_fixture->js(u"document.body.innerHTML = '<b>gone</b>'; window.same = 1"_s);
    QVERIFY(m_fixture->show(document(u"<p id=a>two</p>"_s)));
    QCOMPARE(m_fixture->text(u"#a"_s), u"two"_s);
    QVERIFY(!m_fixture->js(u"window.same"_s).isValid());
  }

  void noscript_inTheHead_doesNotMisleadTheComparison() {
    const QString head = u"<noscript><img src=x></noscript><style>p{color:red}</style>"_s;
    QVERIFY(m_fixture->show(document(u"<p>one</p>"_s, head)));
    m_fixture->js(u"window.same = 1"_s);
    QVERIFY(m_fixture->show(document(u"<p>two</p>"_s, head)));
    QCOMPARE(m_fixture->js(u"document.querySelector('p').textContent + window.same"_s), u"two1"_s);
  }

  void manyUpdatesAtOnce_endWithTheNewest() {
    QVERIFY(m_fixture->show(document(u"<p>start</p>"_s)));
    for (int i = 0; i < 300; ++i)
      m_fixture->pane().showPage(okPage(document(u"<p>%1</p>"_s.arg(i))));
    QTRY_COMPARE(m_fixture->pane().state(), postwright::ui::PreviewState::Fresh);
    QCOMPARE(m_fixture->text(u"p"_s), u"299"_s);
  }

 private:
  std::unique_ptr<PaneFixture> m_fixture;
};

QTEST_MAIN(PagePatchTest)
#include "page_patch_test.moc"

// Where the page is brought to, and what the user's scrolling and clicking in it comes back as.
#include "ui/preview/page_places.h"

#include <QWheelEvent>

#include "pane_fixture.h"

using namespace Qt::StringLiterals;
using namespace postwright::ui;

namespace {

/// Ten paragraphs of 200 pixels, on lines 10, 12 ... 28.
QString tenBlocks(const QString& first = u"<p id=b0 style='height:200px;margin:0'>block 0</p>\n"_s) {
  QString html =
      u"<!doctype html><title>t</title><body style='margin:0'>"
      "<header style='height:300px'>layout</header>"_s +
      first;
  for (int i = 1; i < 10; ++i)
    html += u"<p id=b%1 style='height:200px;margin:0'>block %1</p>\n"_s.arg(i);
  return html + u"<footer style='height:1000px'>layout</footer>"_s;
}

} // namespace

class PagePlacesTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { initPaneTest(); }

 private slots:
  void init() {
    m_fixture =
        std::make_unique<PaneFixture>(); // Chromium keeps turns of the wheel for the page they began on
    m_fixture->open();
    places().setFollowing(true);
    places().mark(0, Qt::red);
  }
  void cleanup() { m_fixture.reset(); }

  void follow_bringsTheLineToTheTop() {
    QVERIFY(m_fixture->show(mappedPage(tenBlocks())));
    places().follow(14, 40);
    QTRY_COMPARE(topOf(u"b2"_s), 0);
    places().follow(15, 40); // half way to the next block
    QTRY_COMPARE(topOf(u"b2"_s), -100);
    places().follow(28 + 6.5, 40); // the last block is all of the lines left
    QTRY_COMPARE(topOf(u"b9"_s), -100);
    places().follow(10, 40);
    QTRY_COMPARE(scrollY(), 0);
    places().follow(3, 40);
    QTRY_COMPARE(scrollY(), 0);
  }

  void follow_staysWhenAnImageComesLate() {
    const QString image = u"<p id=b0><img id=late style='display:block'></p>\n"_s;
    QVERIFY(m_fixture->show(mappedPage(tenBlocks(image))));
    places().follow(14, 40);
    QTRY_COMPARE(topOf(u"b2"_s), 0);
    const int before = scrollY();
    m_fixture->js(
        u"document.documentElement.style.overflowAnchor = 'none';"
        "document.getElementById('late').style.height = '333px'"_s);
    QTRY_VERIFY(scrollY() > before + 300);
    QTRY_COMPARE(topOf(u"b2"_s), 0);
  }

  void follow_inALoop_takesTheFirstAndComesBack() {
    postwright::render::Page page = mappedPage(tenBlocks());
    int block = 0;
    for (auto& range : page.sourceMap.ranges) {
      if (range.file == 0) range.line = block++ < 6 ? 10 + block % 2 * 2 : 10 + block * 2;
    }
    QVERIFY(m_fixture->show(page)); // 12 10 12 10 12 10 24 26 28 30
    places().follow(24, 40);
    QTRY_COMPARE(topOf(u"b6"_s), 0);
    places().follow(18, 40);
    QTRY_COMPARE(topOf(u"b3"_s), 0); // half way from block 0 to block 6
  }

  void wheel_saysTheLine() {
    QVERIFY(m_fixture->show(mappedPage(tenBlocks())));
    QSignalSpy scrolled(&places(), &PagePlaces::scrolledTo);
    m_fixture->js(u"scrollTo(0, 300)"_s);
    QTRY_COMPARE(scrollY(), 300);
    QVERIFY(wheelAndSettle(120));
    QVERIFY(scrollY() > 300);
    QTRY_COMPARE(scrolled.last().at(0).toDouble(), 10 + (scrollY() - 300) / 100.0);
    QCOMPARE(scrolled.last().at(1).toBool(), false);
    m_fixture->js(u"scrollTo(0, 200)"_s);
    QTRY_COMPARE(scrollY(), 200);
    QVERIFY(wheelAndSettle(-60));
    QTRY_COMPARE(scrolled.last().at(1).toBool(), true);
    QCOMPARE(scrolled.last().at(0).toDouble(), 10.0);
  }

  void ownScroll_saysNothing_norDoesTheScriptsOfThePage() {
    QVERIFY(m_fixture->show(mappedPage(tenBlocks())));
    QSignalSpy scrolled(&places(), &PagePlaces::scrolledTo);
    places().follow(20, 40);
    QTRY_COMPARE(topOf(u"b5"_s), 0);
    m_fixture->js(u"scrollTo(0, 500)"_s);
    QTRY_COMPARE(scrollY(), 500);
    QVERIFY(wheelAndSettle(60));
    for (const QList<QVariant>& said : scrolled)
      QVERIFY(said.at(0).toDouble() != 20.0 && said.at(0).toDouble() > 12.0);
    QTRY_COMPARE(scrolled.last().at(0).toDouble(), 10 + (scrollY() - 300) / 100.0);
  }

  void wheel_endsFollowing() {
    QVERIFY(m_fixture->show(mappedPage(tenBlocks())));
    places().follow(20, 40);
    QTRY_COMPARE(topOf(u"b5"_s), 0);
    QVERIFY(wheelAndSettle(-120));
    const int reached = scrollY();
    m_fixture->js(u"document.querySelector('footer').style.height = '2000px'"_s); // what is settled anew
    QTRY_COMPARE(m_fixture->js(u"document.documentElement.scrollHeight"_s).toInt(), 4300);
    QCOMPARE(scrollY(), reached);
  }

  void notFollowing_isSilentAndStill() {
    QVERIFY(m_fixture->show(mappedPage(tenBlocks())));
    places().setFollowing(false);
    QSignalSpy scrolled(&places(), &PagePlaces::scrolledTo);
    places().follow(20, 40);
    QCOMPARE(scrollY(), 0);
    QVERIFY(wheelAndSettle(120));
    QVERIFY(scrolled.isEmpty());
  }

  void mark_standsAtTheLeftEdgeAndLeavesNoTraceInTheTree() {
    QVERIFY(m_fixture->show(mappedPage(tenBlocks())));
    const QString tree = m_fixture->js(u"document.documentElement.outerHTML"_s).toString();
    places().mark(11, QColor(0, 200, 0));
    const QString shadow = u"getComputedStyle(document.getElementById('b0')).boxShadow"_s;
    // as wide as the block and moved left until three pixels of it are in the page
    const int shift =
        3 - m_fixture->js(u"document.getElementById('b0').getBoundingClientRect().right"_s).toInt();
    QTRY_COMPARE(m_fixture->js(shadow), u"rgb(0, 200, 0) %1px 0px 0px 0px"_s.arg(shift));
    QCOMPARE(m_fixture->js(u"document.documentElement.outerHTML"_s).toString(), tree);
    places().mark(0, QColor(0, 200, 0));
    QTRY_COMPARE(m_fixture->js(shadow), u"none"_s);
  }

  void mark_staysWithTheBlockThroughAnEdit() {
    QVERIFY(m_fixture->show(mappedPage(tenBlocks())));
    places().mark(10, QColor(0, 200, 0));
    QTRY_COMPARE(animated(), u"b0"_s);
    QVERIFY(m_fixture->show(
        mappedPage(tenBlocks(u"<p id=n>new</p>\n<p id=b0 style='height:200px;margin:0'>block 0</p>\n"_s))));
    QTRY_COMPARE(animated(), u"n"_s); // line 10 is another block now
    places().mark(12, QColor(0, 200, 0));
    QTRY_COMPARE(animated(), u"b0"_s);
  }

  void click_inABlock_saysItsLineAndTheTextBefore() {
    const QString html =
        u"<!doctype html><title>t</title><body style='margin:0;font:20px monospace'>"
        "<p style='margin:0'>abc <em>def</em> ghi</p><p style='margin:0'>x</p>"_s;
    QVERIFY(m_fixture->show(mappedPage(html)));
    const WrittenPlace place = click(u"em"_s);
    QCOMPARE(place.file, u"posts/one.md"_s);
    QCOMPARE(place.line, 10);
    QVERIFY(place.isBlock);
    QVERIFY(place.isOn);
    QVERIFY2(place.before == u"abc d"_s || place.before == u"abc de"_s, qPrintable(place.before));
  }

  void click_onWhatAVariablePrinted_saysTheVariable() {
    const QString html =
        u"<!doctype html><title>The Title</title><body><h1 class=layout>The <i>Title</i></h1>"
        "<h4>in the layout</h4><p>x</p>"_s;
    postwright::render::Page page = okPage(html);
    page.sourceMap.files = {"posts/one.md", "_layouts/post.liquid"};
    const auto range = [&](const char* from, const char* to, std::uint32_t file, int line, const char* name) {
      const std::size_t begin = page.html.find(from);
      page.sourceMap.ranges.push_back({begin, page.html.find(to, begin), file, line, 7, name});
    };
    range("The Title", "</title>", 1, 2, "page.title");
    range("</title>", "The <i>", 1, 3, "");
    range("The <i>", "</h1>", 1, 4, "page.title");
    range("</h1>", "<p>", 1, 5, "");
    range("<p>", "nothing", 0, 9, "");
    page.sourceMap.ranges.back().end = page.html.size();
    QVERIFY(m_fixture->show(page));
    WrittenPlace place = click(u"i"_s);
    QCOMPARE(place.variable, u"page.title"_s);
    QCOMPARE(place.line, 4);
    QVERIFY(!place.isBlock);
    place = click(u"h4"_s);
    QCOMPARE(place.file, u"_layouts/post.liquid"_s);
    QCOMPARE(place.line, 5);
    QCOMPARE(place.variable, QString());
  }

  void click_ofAScriptOrOnALink_saysNothing() {
    const QString html =
        u"<!doctype html><title>t</title><body><p>a <a href=#x>link</a></p><p id=p>text</p>"
        "<p><button>b</button></p><script>document.getElementById('p').click();"
        "document.getElementById('p').dispatchEvent(new MouseEvent('click',"
        "{bubbles:true,detail:1,clientX:9,clientY:50}))</script>"_s;
    QVERIFY(m_fixture->show(mappedPage(html)));
    QSignalSpy clicked(&places(), &PagePlaces::clicked);
    press(u"a"_s);
    press(u"button"_s);
    press(u"p#p"_s);
    QTRY_COMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first().value<WrittenPlace>().line, 12);
  }

 private:
  PagePlaces& places() { return m_fixture->pane().places(); }
  int scrollY() { return m_fixture->js(u"scrollY"_s).toInt(); }
  int topOf(const QString& id) {
    return m_fixture->js(u"document.getElementById('%1').getBoundingClientRect().top"_s.arg(id)).toInt();
  }
  QString animated() {
    return m_fixture->js(u"document.getAnimations().map(a => a.effect.target.id).join()"_s).toString();
  }
  QWidget* target() {
    QWidget* view = m_fixture->pane().focusProxy();
    return view->focusProxy() != nullptr ? view->focusProxy() : view;
  }
  void wheel(int turn) {
    const QPointF at(100, 100);
    QWheelEvent event(at, target()->mapToGlobal(at), {}, QPoint(0, -turn), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(target(), &event);
  }
  /// Turns the wheel, 120 a notch, and waits until the page has come to rest elsewhere. A page that has just
  /// come may not take the first turn.
  bool wheelAndSettle(int turn) {
    const int before = scrollY();
    wheel(turn);
    int last = before;
    int polls = 0;
    int still = 0;
    return QTest::qWaitFor(
        [&] {
          const int now = scrollY();
          still = now == last ? still + 1 : 0;
          last = now;
          if (now == before && ++polls % 30 == 0) wheel(turn);
          return now != before && still > 20;
        },
        10'000);
  }
  /// Clicks into the middle of an element.
  void press(const QString& selector) {
    const QVariantMap at =
        m_fixture
            ->js(
                u"(() => { const b = document.querySelector('%1').getBoundingClientRect();"
                "return {x: b.left + Math.min(b.width, 60) / 2, y: b.top + b.height / 2} })()"_s.arg(
                    selector))
            .toMap();
    QTest::mouseClick(target(), Qt::LeftButton, {}, QPoint(at[u"x"_s].toInt(), at[u"y"_s].toInt()));
  }
  WrittenPlace click(const QString& selector) {
    QSignalSpy clicked(&places(), &PagePlaces::clicked);
    press(selector);
    if (clicked.isEmpty() && !clicked.wait(10'000)) return {};
    return clicked.last().first().value<WrittenPlace>();
  }

  std::unique_ptr<PaneFixture> m_fixture;
};

QTEST_MAIN(PagePlacesTest)
#include "page_places_test.moc"

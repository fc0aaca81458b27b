// The pane as a window uses it: what it serves, says, shows and hides.
#include <QAction>
#include <QBuffer>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>

#include "app/export/sass.h"
#include "pane_fixture.h"
#include "ui/base/message_bar.h"

using namespace Qt::StringLiterals;
using namespace postwright;
using namespace postwright::ui;

namespace {

QByteArray png() {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QImage image(3, 5, QImage::Format_RGB32);
  image.fill(Qt::red);
  image.save(&buffer, "PNG");
  return bytes;
}

Diagnostic problemAt(const char* file, int line) {
  Diagnostic problem;
  problem.error.code = ErrorCode::LiquidRender;
  problem.error.arguments = {"Unknown variable pgae"};
  problem.error.where = {file, line, 9};
  return problem;
}

QString color(const QString& selector) {
  return u"getComputedStyle(document.querySelector('%1')).color"_s.arg(selector);
}

} // namespace

class PreviewPaneTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { initPaneTest(); }

 private slots:
  void initTestCase() {
    m_fixture = std::make_unique<PaneFixture>();
    QVERIFY(writeFile(m_fixture->folder(), u"css/site.css"_s, "p{color:rgb(1,2,3)}"));
    QVERIFY(writeFile(m_fixture->folder(), u"img/a b.png"_s, png()));
    QVERIFY(writeFile(m_fixture->folder(), u"_layouts/secret.css"_s, "p{color:rgb(9,9,9)}"));
  }
  void init() {
    m_fixture->site().setBaseUrl({});
    pane().setSite(nullptr);
    m_fixture->open();
  }
  void cleanupTestCase() { m_fixture.reset(); }

  void page_isServedAtItsUrl_asUtf8() {
    QVERIFY(m_fixture->show(u"<!doctype html><p>Grüße 😀</p>"_s));
    QCOMPARE(m_fixture->text(u"p"_s), u"Grüße 😀"_s);
    QCOMPARE(m_fixture->js(u"location.pathname + document.characterSet + document.compatMode"_s),
             u"/blog/one/UTF-8CSS1Compat"_s);
    QCOMPARE(pane().shownUrl(), u"/blog/one/"_s);
    QCOMPARE(pane().findChild<QLineEdit*>(u"previewUrl"_s)->text(), u"/blog/one/"_s);
  }

  void filesOfTheSite_load_absoluteAndRelative() {
    QVERIFY(m_fixture->show(
        u"<link rel=stylesheet href=../../css/site.css><p>x</p><img src='/img/a%20b.png'>"_s));
    QCOMPARE(m_fixture->js(color(u"p"_s)), u"rgb(1, 2, 3)"_s);
    QTRY_COMPARE(m_fixture->js(u"document.images[0].naturalHeight"_s).toInt(), 5);
  }

  void scss_isServedAsTheCssItBecomes() {
    if (!exporting::canCompileSass()) QSKIP("built without libsass");
    QVERIFY(writeFile(m_fixture->folder(), u"_sass/_tone.scss"_s, "$tone: rgb(4,5,6);"));
    QVERIFY(writeFile(m_fixture->folder(), u"css/made.scss"_s, "@import 'tone'; p { b { color: $tone } }"));
    QVERIFY(m_fixture->show(u"<link rel=stylesheet href=/css/made.css><p><b>x</b></p>"_s));
    QCOMPARE(m_fixture->js(color(u"p > b"_s)), u"rgb(4, 5, 6)"_s);
  }

  void unpublishedFiles_areRefused() {
    QVERIFY(m_fixture->show(u"<link rel=stylesheet href=/_layouts/secret.css><p>x</p>"_s));
    QCOMPARE(m_fixture->js(color(u"p"_s)), u"rgb(0, 0, 0)"_s);
  }

  void changedStyleSheet_isReadAnew_onReloadAndOnAnotherPage() {
    const QString html = u"<link rel=stylesheet href=/css/change.css><p>x</p>"_s;
    QVERIFY(writeFile(m_fixture->folder(), u"css/change.css"_s, "p{color:rgb(1,1,1)}"));
    QVERIFY(m_fixture->show(html));
    QVERIFY(writeFile(m_fixture->folder(), u"css/change.css"_s, "p{color:rgb(2,2,2)}"));
    QSignalSpy painted(&pane(), &PreviewPane::painted);
    pane().reload();
    QVERIFY(painted.wait());
    QCOMPARE(m_fixture->js(color(u"p"_s)), u"rgb(2, 2, 2)"_s);
    QVERIFY(writeFile(m_fixture->folder(), u"css/change.css"_s, "p{color:rgb(3,3,3)}"));
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(m_fixture->show(html, "blog/two/"));
    QCOMPARE(m_fixture->js(color(u"p"_s)), u"rgb(3, 3, 3)"_s);
  }

  void baseUrl_leadsToTheSitesFiles_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("href");
    const QString host = u"https://host.test/base"_s;
    QTest::newRow("absolute") << host << host + u"/css/site.css"_s;
    QTest::newRow("prefixed") << host << u"/base/css/site.css"_s;
    QTest::newRow("from the root") << host << u"/css/site.css"_s;
    QTest::newRow("relative") << host << u"../../css/site.css"_s;
    QTest::newRow("without a protocol") << host << u"//host.test/base/css/site.css"_s;
    QTest::newRow("base without a folder") << u"https://host.test"_s << u"https://host.test/css/site.css"_s;
  }
  void baseUrl_leadsToTheSitesFiles() {
    QFETCH(QString, base);
    QFETCH(QString, href);
    m_fixture->site().setBaseUrl(base.toStdString());
    pane().setSite(nullptr);
    m_fixture->open();
    QVERIFY(m_fixture->show(u"<link rel=stylesheet href='%1'><p>x</p>"_s.arg(href)));
    QCOMPARE(m_fixture->js(color(u"p"_s)), u"rgb(1, 2, 3)"_s);
    QVERIFY(!bar(u"blockedBar"_s)->isVisible());
  }

  void otherDocuments_areRenderedForFrames() {
    pane().setPageProvider([](const std::string& document, const PageReply& reply) {
      reply(okPage(u"<b>%1</b>"_s.arg(QString::fromStdString(document)), "blog/two/"));
    });
    QVERIFY(m_fixture->show(u"<iframe src=/blog/two/></iframe>"_s));
    QTRY_COMPARE(
        m_fixture->js(u"document.querySelector('iframe').contentDocument.querySelector('b')?.textContent"_s),
        u"posts/two.md"_s);
  }

  /// One goes back as soon as the other page's text is there, before it has said that it is ready.
  void backBeforeTheOtherPageIsReady_showsTheOneChosen() {
    constexpr int kSlowMs = 30'000; // megabytes are parsed meanwhile, on a machine that does other things too
    m_fixture->open();
    QVERIFY(m_fixture->show(u"<p>one</p>"_s));
    const QString slow =
        u"<i>still coming</i>\n"_s.repeated(100'000); // the text is there long before the end
    for (int round = 0; round < 3; ++round) {
      const QString again = u"one again %1"_s.arg(round);
      pane().setDocument(u"posts/two.md"_s);
      pane().showPage(okPage(u"<p>two</p>"_s + slow, "blog/two/"));
      QTRY_COMPARE_WITH_TIMEOUT(m_fixture->text(u"p"_s), u"two"_s, kSlowMs);
      pane().setDocument(u"posts/one.md"_s);
      pane().showPage(okPage(u"<p>%1</p>"_s.arg(again)));
      QTRY_COMPARE_WITH_TIMEOUT(m_fixture->text(u"p"_s), again, kSlowMs);
    }
  }

  void link_toAPostOfTheSite_asksForIt() {
    QSignalSpy requested(&pane(), &PreviewPane::documentRequested);
    QSignalSpy external(&pane(), &PreviewPane::externalLinkActivated);
    QVERIFY(m_fixture->show(link(u"/blog/two/#part"_s)));
    click();
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"/blog/two/"_s);
    QVERIFY(external.isEmpty());
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(m_fixture->show(
        u"<div style='height:2000px'></div><p id=part>x</p><div style='height:2000px'></div>"_s,
        "blog/two/"));
    QTRY_VERIFY(m_fixture->js(u"scrollY"_s).toInt() > 1500);
  }

  void link_elsewhere_goesOut_data() {
    QTest::addColumn<QString>("href");
    QTest::addColumn<QString>("target");
    QTest::newRow("web") << u"https://other.test/x"_s << u"https://other.test/x"_s;
    QTest::newRow("in a new window") << u"https://other.test/x' target='_blank"_s
                                     << u"https://other.test/x"_s;
    QTest::newRow("mail") << u"mailto:me@other.test"_s << u"mailto:me@other.test"_s;
    QTest::newRow("page the site does not have") << u"/nowhere/"_s << u"https://host.test/base/nowhere/"_s;
    QTest::newRow("without a protocol") << u"//other.test/x"_s << u"https://other.test/x"_s;
  }
  void link_elsewhere_goesOut() {
    QFETCH(QString, href);
    QFETCH(QString, target);
    m_fixture->site().setBaseUrl("https://host.test/base");
    pane().setSite(nullptr);
    m_fixture->open();
    QSignalSpy requested(&pane(), &PreviewPane::documentRequested);
    QSignalSpy external(&pane(), &PreviewPane::externalLinkActivated);
    QVERIFY(m_fixture->show(link(href)));
    click();
    QTRY_COMPARE(external.size(), 1);
    QCOMPARE(external.first().first().toUrl(), QUrl(target));
    QVERIFY(requested.isEmpty());
    QCOMPARE(m_fixture->text(u"a"_s), u"link"_s); // still here
  }

  void link_toAFileOfTheSite_opensTheFile() {
    QSignalSpy external(&pane(), &PreviewPane::externalLinkActivated);
    QVERIFY(m_fixture->show(link(u"/img/a%20b.png"_s)));
    click();
    QTRY_COMPARE(external.size(), 1);
    QCOMPARE(external.first().first().toUrl(), QUrl::fromLocalFile(m_fixture->folder() + u"/img/a b.png"_s));
  }

  void anchor_onTheSamePage_scrolls_data() {
    QTest::addColumn<QString>("href");
    QTest::newRow("fragment") << u"#far"_s;
    QTest::newRow("whole path") << u"/blog/one/#far"_s;
  }
  void anchor_onTheSamePage_scrolls() {
    QFETCH(QString, href);
    QSignalSpy requested(&pane(), &PreviewPane::documentRequested);
    QVERIFY(m_fixture->show(link(href) + u"<div style='height:3000px'></div><p id=far>x</p>"_s));
    click();
    QTRY_VERIFY(m_fixture->js(u"scrollY"_s).toInt() > 1000);
    QVERIFY(requested.isEmpty());
  }

  void backAndForward_askForWhatWasShown() {
    QSignalSpy requested(&pane(), &PreviewPane::documentRequested);
    QVERIFY(m_fixture->show(u"<p>1</p>"_s, "blog/one/"));
    QVERIFY(!pane().backAction()->isEnabled());
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(m_fixture->show(u"<p>2</p>"_s, "blog/two/"));
    pane().backAction()->trigger();
    QCOMPARE(requested.takeFirst().first().toString(), u"/blog/one/"_s);
    pane().setDocument(u"posts/one.md"_s);
    QVERIFY(!pane().backAction()->isEnabled());
    QVERIFY(m_fixture->show(u"<p>1</p>"_s, "blog/one/"));
    pane().forwardAction()->trigger();
    QCOMPARE(requested.takeFirst().first().toString(), u"/blog/two/"_s);
  }

  void scrollPosition_isKeptPerDocument() {
    const QString html = u"<div style='height:3000px'>%1</div>"_s;
    QVERIFY(m_fixture->show(html.arg(1)));
    m_fixture->js(u"scrollTo(0, 700)"_s);
    QVERIFY(m_fixture->show(html.arg(2)));
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(m_fixture->show(html.arg(3), "blog/two/"));
    QCOMPARE(m_fixture->js(u"scrollY"_s).toInt(), 0);
    pane().setDocument(u"posts/one.md"_s);
    QVERIFY(m_fixture->show(html.arg(4)));
    QCOMPARE(m_fixture->js(u"scrollY"_s).toInt(), 700);
  }

  void problem_isShownAboveTheLastGoodPage() {
    QSignalSpy position(&pane(), &PreviewPane::positionRequested);
    QVERIFY(m_fixture->show(u"<p>good</p>"_s));
    pane().showProblem(problemAt("posts/one.md", 16));
    MessageBar* problem = bar(u"problemBar"_s);
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), u"Unknown variable pgae"_s);
    QCOMPARE(problem->note(), u"posts/one.md line 16 · showing the last good page"_s);
    QCOMPARE(pane().state(), PreviewState::Error);
    QCOMPARE(m_fixture->text(u"p"_s), u"good"_s);
    QVERIFY(!pane().findChild<QWidget*>(u"cover"_s)->isVisible());
    emit problem->actionTriggered();
    QCOMPARE(position.first(), (QVariantList{u"posts/one.md"_s, 16, 9}));
    QVERIFY(m_fixture->show(u"<p>better</p>"_s));
    QVERIFY(!problem->isVisible());
    QCOMPARE(pane().state(), PreviewState::Fresh);
  }

  void pageThatIsNotOk_isAProblem() {
    QVERIFY(m_fixture->show(u"<p>good</p>"_s));
    render::Page page;
    page.diagnostics = {problemAt("_layouts/post.liquid", 3)};
    pane().showPage(page);
    QCOMPARE(bar(u"problemBar"_s)->note(), u"_layouts/post.liquid line 3 · showing the last good page"_s);
  }

  void problem_withoutAnyGoodPage_isInTheMiddle() {
    QVERIFY(m_fixture->show(u"<p>good</p>"_s));
    pane().setDocument(u"posts/two.md"_s);
    pane().showProblem(problemAt("posts/two.md", 4));
    QVERIFY(!bar(u"problemBar"_s)->isVisible());
    auto* cover = pane().findChild<QWidget*>(u"cover"_s);
    QVERIFY(cover->isVisible());
    QSignalSpy position(&pane(), &PreviewPane::positionRequested);
    cover->findChild<QPushButton*>()->click();
    QCOMPARE(position.first(), (QVariantList{u"posts/two.md"_s, 4, 9}));
  }

  void cancelledRender_isNoProblem() {
    QVERIFY(m_fixture->show(u"<p>good</p>"_s));
    render::Page page;
    page.diagnostics = {{Severity::Error, {ErrorCode::Cancelled, {}, {}, {}, {}}}};
    pane().showPage(page);
    QCOMPARE(pane().state(), PreviewState::Fresh);
  }

  void states_followThePage() {
    QSignalSpy states(&pane(), &PreviewPane::stateChanged);
    QVERIFY(m_fixture->show(u"<p>1</p>"_s));
    pane().showStale();
    QVERIFY(m_fixture->show(u"<p>2</p>"_s));
    pane().setDocument(QString());
    QList<PreviewState> seen;
    for (const QVariantList& row : states)
      seen.append(row.first().value<PreviewState>());
    QCOMPARE(seen,
             (QList{PreviewState::Fresh, PreviewState::Rendering, PreviewState::Fresh, PreviewState::Empty}));
    QVERIFY(pane().findChild<QWidget*>(u"cover"_s)->isVisible());
  }

  void loneFile_showsTheImagesBesideIt() {
    pane().setLoneFile(m_fixture->folder() + u"/note.md"_s);
    QVERIFY(m_fixture->show(u"<img src='img/a b.png'><p>x</p>"_s, ""));
    QTRY_COMPARE(m_fixture->js(u"document.images[0].naturalWidth"_s).toInt(), 3);
  }

  void printToPdf_writesThePage() {
    const QString file = m_fixture->folder() + u"/out.pdf"_s;
    QVERIFY(m_fixture->show(u"<p>print me</p>"_s));
    bool ok = false;
    bool isDone = false;
    pane().printToPdf(file, [&](bool result) {
      ok = result;
      isDone = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
    QVERIFY(ok);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
    QCOMPARE(m_fixture->text(u"p"_s), u"print me"_s);
  }

 private:
  PreviewPane& pane() { return m_fixture->pane(); }
  MessageBar* bar(const QString& name) { return pane().findChild<MessageBar*>(name); }

  /// A page whose upper left is all link.
  static QString link(const QString& href) {
    return u"<a href='%1' style='display:block;width:300px;height:200px'>link</a>"_s.arg(href);
  }
  void click() {
    // The widget that gets the input is the web view's own.
    QWidget* input = pane().focusProxy()->focusProxy();
    QTest::mouseMove(input, QPoint(599, 1));
    QSignalSpy hovered(pane().findChild<LivePage*>()->page(), &QWebEnginePage::linkHovered);
    QTest::mouseMove(input, QPoint(60, 60));
    hovered.wait(1000); // the page says where the mouse is before it says what was clicked
    QTest::mouseClick(input, Qt::LeftButton, {}, QPoint(60, 60));
  }

  std::unique_ptr<PaneFixture> m_fixture;
};

QTEST_MAIN(PreviewPaneTest)
#include "preview_pane_test.moc"

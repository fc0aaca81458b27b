// The page seen in other ways, in the real WebEngine: widths, zoom, light and dark, PDF, inspector, and files
// that change under it.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QWebEngineView>

#include "pane_fixture.h"
#include "ui/preview/page_tools.h"
#include "ui/preview/page_windows.h"
#include "ui/preview/pdf_printer.h"
#include "ui/preview/preview_page.h"

using namespace Qt::StringLiterals;
using namespace postwright::ui;

namespace {

const QString kSchemes =
    uR"(<style>
p { color: rgb(1, 1, 1); }
@media (prefers-color-scheme: dark) { p { color: rgb(2, 2, 2); } }
@media (prefers-color-scheme: light) and (min-width: 1px) { p { color: rgb(3, 3, 3); } }
</style><p>x</p>)"_s;

} // namespace

class PageLookTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { initPaneTest(); }

 private slots:
  void init() {
    m_fixture = std::make_unique<PaneFixture>();
    m_fixture->open();
  }
  void cleanup() { m_fixture.reset(); }

  void width_isWhatThePageBelievesIn() {
    QVERIFY(m_fixture->show(u"<meta name=viewport content='width=device-width'><p>x</p>"_s));
    tools().setLook({390, 100, PageScheme::Automatic});
    QTRY_COMPARE(m_fixture->js(u"innerWidth"_s).toInt(), 390);
    tools().setLook({1280, 100, PageScheme::Automatic}); // wider than the pane
    QTRY_VERIFY(std::abs(m_fixture->js(u"innerWidth"_s).toInt() - 1280) <= 2);
    tools().setLook({0, 100, PageScheme::Automatic});
    QTRY_COMPARE(m_fixture->js(u"innerWidth"_s).toInt(), 600);
  }

  void zoom_staysOnTheNextPage() {
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    tools().setLook({0, 200, PageScheme::Automatic});
    QTRY_COMPARE(m_fixture->js(u"innerWidth"_s).toInt(), 300);
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(m_fixture->show(u"<p>two</p>"_s, "blog/two/"));
    QTRY_COMPARE(m_fixture->js(u"innerWidth"_s).toInt(), 300);
  }

  void scheme_followsThePagesOwnRules_andComesBack() {
    QVERIFY(m_fixture->show(kSchemes));
    const QString asWritten = colour();
    tools().setLook({0, 100, PageScheme::Dark});
    QTRY_COMPARE(colour(), u"rgb(2, 2, 2)"_s);
    tools().setLook({0, 100, PageScheme::Light});
    QTRY_COMPARE(colour(), u"rgb(3, 3, 3)"_s);
    tools().setLook({0, 100, PageScheme::Automatic});
    QTRY_COMPARE(colour(), asWritten);
  }

  void scheme_holdsForTheNextPage_andForStyleThatComesLater() {
    tools().setLook({0, 100, PageScheme::Dark});
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    QVERIFY(m_fixture->show(u"<p>y</p>"_s + kSchemes)); // put in by a patch
    QTRY_COMPARE(colour(), u"rgb(2, 2, 2)"_s);
    QVERIFY(writeFile(m_fixture->folder(), u"s.css"_s,
                      "@media (prefers-color-scheme: dark) { p { color: rgb(4, 4, 4) } }"));
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(m_fixture->show(u"<link rel=stylesheet href=/s.css><p>two</p>"_s, "blog/two/"));
    QTRY_COMPARE(colour(), u"rgb(4, 4, 4)"_s);
  }

  void scheme_reachesWhatThePageLeavesToTheBrowser() {
    tools().setLook({0, 100, PageScheme::Dark});
    QVERIFY(m_fixture->show(u"<style>:root { color-scheme: light dark }</style><p>x</p>"_s));
    QTRY_COMPARE(m_fixture->js(u"getComputedStyle(document.documentElement).colorScheme"_s), u"dark"_s);
  }

  void darkPage_isPrintedLight() {
    tools().setLook({0, 100, PageScheme::Dark});
    QVERIFY(m_fixture->show(
        u"<style>@media (prefers-color-scheme: dark) { p { color: rgb(4, 4, 4) } }</style><p>x</p>"
        "<script>addEventListener('load', () => "
        "alert(getComputedStyle(document.querySelector('p')).color))</script>"_s));
    QTRY_COMPARE(colour(), u"rgb(4, 4, 4)"_s);
    const QTemporaryDir folder;
    std::optional<bool> done;
    pane().printToPdf(folder.filePath(u"page.pdf"_s), [&done](bool result) { done = result; });
    QSignalSpy said(pane().findChild<PdfPrinter*>()->findChild<PreviewPage*>(), &PreviewPage::messageShown);
    QTRY_COMPARE_WITH_TIMEOUT(done, std::optional(true), 30'000);
    QCOMPARE(said.value(0).value(0).toString(), u"rgb(0, 0, 0)"_s);
  }

  void printView_showsThePdf() {
    QVERIFY(m_fixture->show(u"<p>printed</p>"_s));
    auto* windows = pane().findChild<PageWindows*>();
    tools().printViewAction()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(windows->printView() != nullptr && windows->printView()->isVisible(), 30'000);
    QTRY_VERIFY(windows->printView()->url().path().endsWith(u".pdf"_s));
    QFile file(windows->printView()->url().toLocalFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    windows->printView()->close();
    QTRY_VERIFY(windows->printView() == nullptr);
  }

  void inspector_looksAtThePage() {
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    auto* windows = pane().findChild<PageWindows*>();
    tools().inspectorAction()->trigger();
    QVERIFY(windows->inspector() != nullptr && windows->inspector()->isVisible());
    QCOMPARE(windows->inspector()->page()->inspectedPage()->url().path(), u"/blog/one/"_s);
    QTRY_VERIFY_WITH_TIMEOUT(windows->inspector()->url().scheme().contains(u"devtools"_s), 30'000);
    windows->inspector()->close();
    QTRY_VERIFY(windows->inspector() == nullptr);
    QVERIFY(m_fixture->show(u"<p>still here</p>"_s));
  }

  void copyHtml_isThePageByteForByte() {
    const QString html = u"<!doctype html>\n<p title='ä'>x</p>\n"_s;
    QVERIFY(m_fixture->show(html));
    tools().copyHtmlAction()->trigger();
    QCOMPARE(QApplication::clipboard()->text(), html);
    pane().setDocument({});
    QVERIFY(!tools().copyHtmlAction()->isEnabled());
  }

  void changedStyleSheet_isShownWithoutReload() {
    QVERIFY(writeFile(m_fixture->folder(), u"a.css"_s, "p { color: rgb(5, 5, 5) } body { height: 9000px }"));
    QVERIFY(m_fixture->show(u"<link rel=stylesheet href=/a.css><p>x</p>"_s));
    QTRY_COMPARE(colour(), u"rgb(5, 5, 5)"_s);
    m_fixture->js(u"window.sameDocument = true; scrollTo(0, 700)"_s);
    QVERIFY(rewrite(u"a.css"_s, "p { color: rgb(6, 6, 6) } body { height: 9000px }"));
    pane().refreshFiles();
    QTRY_COMPARE(colour(), u"rgb(6, 6, 6)"_s);
    QCOMPARE(m_fixture->js(u"window.sameDocument"_s), true);
    QCOMPARE(m_fixture->js(u"scrollY"_s).toInt(), 700);
    pane().setDocument(u"posts/two.md"_s); // at its own address it is the new one too
    QVERIFY(m_fixture->show(u"<link rel=stylesheet href=/a.css><p>two</p>"_s, "blog/two/"));
    QTRY_COMPARE(colour(), u"rgb(6, 6, 6)"_s);
  }

  void changedImage_isShownWithoutReload() {
    QVERIFY(writeFile(m_fixture->folder(), u"i.svg"_s, svg(10)));
    QVERIFY(m_fixture->show(u"<img src=/i.svg>"_s));
    const QString width = u"document.images[0].naturalWidth"_s;
    QTRY_COMPARE(m_fixture->js(width).toInt(), 10);
    m_fixture->js(u"window.sameDocument = true"_s);
    QVERIFY(rewrite(u"i.svg"_s, svg(20)));
    pane().refreshFiles();
    QTRY_COMPARE(m_fixture->js(width).toInt(), 20);
    QCOMPARE(m_fixture->js(u"window.sameDocument"_s), true);
  }

  void changedScript_reloadsThePage_keepingItsPlace() {
    QVERIFY(writeFile(m_fixture->folder(), u"a.js"_s, "window.version = 1"));
    QVERIFY(m_fixture->show(u"<script src=/a.js></script><p style='height:9000px'>x</p>"_s));
    QTRY_COMPARE(m_fixture->js(u"window.version"_s).toInt(), 1);
    m_fixture->js(u"scrollTo(0, 700)"_s);
    QVERIFY(rewrite(u"a.js"_s, "window.version = 2"));
    pane().refreshFiles();
    QTRY_COMPARE(m_fixture->js(u"window.version"_s).toInt(), 2);
    QTRY_COMPARE(m_fixture->js(u"scrollY"_s).toInt(), 700);
  }

  void nothingChanged_nothingHappens() {
    QVERIFY(writeFile(m_fixture->folder(), u"a.js"_s, "1"));
    QVERIFY(m_fixture->show(u"<script src=/a.js></script><p>x</p>"_s));
    m_fixture->js(u"window.sameDocument = true"_s);
    pane().refreshFiles();
    QVERIFY(m_fixture->show(u"<script src=/a.js></script><p>y</p>"_s));
    QCOMPARE(m_fixture->js(u"window.sameDocument"_s), true);
  }

 private:
  PreviewPane& pane() { return m_fixture->pane(); }
  PageTools& tools() { return *pane().tools(); }
  QString colour() {
    return m_fixture->js(u"getComputedStyle(document.querySelector('p')).color"_s).toString();
  }
  static QByteArray svg(int width) {
    return QStringLiteral("<svg xmlns='http://www.w3.org/2000/svg' width='%1' height='10'/>")
        .arg(width)
        .toUtf8();
  }
  /// With a time of change that differs, however fast the test is.
  bool rewrite(const QString& name, const QByteArray& bytes) {
    if (!writeFile(m_fixture->folder(), name, bytes)) return false;
    QFile file(m_fixture->folder() + u'/' + name);
    return file.open(QIODevice::ReadWrite) &&
           file.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime);
  }

  std::unique_ptr<PaneFixture> m_fixture;
};

QTEST_MAIN(PageLookTest)
#include "page_look_test.moc"

// The page's own menu.
#include "ui/preview/preview_view.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "pane_fixture.h"
#include "ui/preview/page_places.h"
#include "ui/preview/page_tools.h"

using namespace Qt::StringLiterals;
using namespace postwright::ui;

class PreviewViewTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { initPaneTest(); }

 private slots:
  void init() {
    m_fixture = std::make_unique<PaneFixture>();
    m_fixture->site().setBaseUrl("https://host.test/base");
    m_fixture->open();
  }
  void cleanup() { m_fixture.reset(); }

  void menu_hasWhatOneDoesWithThePage_data() {
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("ofPlace");
    const auto row = [](const char* name, const QString& html, const QString& ofPlace) {
      QTest::newRow(name) << html << ofPlace;
    };
    row("text", u"<p>words</p>"_s, {});
    row("link", u"<a href=/blog/two/ style='position:fixed;inset:0'>link</a>"_s,
        u"Open the Link|Copy Link Address|"_s);
    row("picture",
        u"<img style='position:fixed;inset:0;width:100%;height:100%' src='data:image/svg+xml,"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>'>"_s,
        u"Copy Image|"_s);
  }
  void menu_hasWhatOneDoesWithThePage() {
    QFETCH(QString, html);
    QFETCH(QString, ofPlace);
    QVERIFY(m_fixture->show(html));
    const QMenu* menu = openMenu();
    QVERIFY(menu != nullptr);
    QStringList texts;
    for (const QAction* action : menu->actions())
      if (!action->isSeparator()) texts << action->text().remove(u'&');
    QCOMPARE(texts.join(u'|'), u"Back|Forward|Reload|Copy|Select All|"_s + ofPlace +
                                   u"Go to the Source|Open in the Browser|Inspector"_s);
  }

  void link_isCopiedAsItsAddressOnTheWeb_data() {
    QTest::addColumn<QString>("href");
    QTest::addColumn<QString>("address");
    QTest::newRow("of the site") << u"/blog/two/#part"_s << u"https://host.test/base/blog/two/#part"_s;
    QTest::newRow("elsewhere") << u"https://other.test/x?y"_s << u"https://other.test/x?y"_s;
    QTest::newRow("without a protocol") << u"//other.test/x"_s << u"https://other.test/x"_s;
  }
  void link_isCopiedAsItsAddressOnTheWeb() {
    QFETCH(QString, href);
    QFETCH(QString, address);
    QVERIFY(m_fixture->show(u"<a href='%1' style='position:fixed;inset:0'>link</a>"_s.arg(href)));
    QGuiApplication::clipboard()->clear();
    trigger(u"Copy Link Address"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), address);
  }

  void link_isOpenedFromTheMenu() {
    QSignalSpy requested(&m_fixture->pane(), &PreviewPane::documentRequested);
    QVERIFY(m_fixture->show(u"<a href=/blog/two/ style='position:fixed;inset:0'>link</a>"_s));
    trigger(u"Open the Link"_s);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"/blog/two/"_s);
  }

  void source_isThatOfThePlace_inAZoomedPageToo() {
    for (const int zoom : {100, 150}) {
      PageLook look = m_fixture->pane().tools()->look();
      look.zoom = zoom;
      m_fixture->pane().tools()->setLook(look);
      QVERIFY(
          m_fixture->show(mappedPage(u"<p style='height:50px;margin:0'>one</p>"
                                     "<p style='height:50px;margin:0'>two</p>"_s)));
      QSignalSpy located(&m_fixture->pane().places(), &PagePlaces::clicked);
      trigger(u"Go to the Source"_s, QPoint(12, 70 * zoom / 100));
      QTRY_COMPARE(located.size(), 1);
      QCOMPARE(located.first().first().value<WrittenPlace>().line, 12);
    }
  }

 private:
  QMenu* openMenu(QPoint place = {60, 60}) {
    auto* view = m_fixture->pane().findChild<PreviewView*>();
    qDeleteAll(view->findChildren<QMenu*>());
    QTest::mouseClick(view->focusProxy(), Qt::RightButton, {}, place);
    (void)QTest::qWaitFor([view] { return view->findChild<QMenu*>() != nullptr; });
    return view->findChild<QMenu*>();
  }
  void trigger(const QString& text, QPoint place = {60, 60}) {
    const QMenu* menu = openMenu(place);
    QVERIFY(menu != nullptr);
    for (QAction* action : menu->actions())
      if (action->text().remove(u'&') == text) return action->trigger();
    QFAIL(qPrintable(text));
  }

  std::unique_ptr<PaneFixture> m_fixture;
};

QTEST_MAIN(PreviewViewTest)
#include "preview_view_test.moc"

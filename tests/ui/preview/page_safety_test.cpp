// A hostile page: what it may not reach, and that it cannot stop the window.
#include <signal.h>

#include <QAction>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>

#include "pane_fixture.h"
#include "ui/base/message_bar.h"
#include "ui/preview/live_page.h"
#include "ui/preview/page_interceptor.h"
#include "ui/preview/preview_profile.h"

using namespace Qt::StringLiterals;
using namespace postwright::ui;

class PageSafetyTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { initPaneTest(); }

 private slots:
  void initTestCase() {
    m_fixture = std::make_unique<PaneFixture>();
    QVERIFY(QFile::link(u"/etc/passwd"_s, m_fixture->folder() + u"/link.txt"_s));
  }
  void init() {
    pane().setSite(nullptr);
    m_fixture->open();
  }
  void cleanupTestCase() { m_fixture.reset(); }

  void decide_closesTheNetworkUntilItIsAllowed_data() {
    using Verdict = PageInterceptor::Verdict;
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("locked");
    QTest::addColumn<int>("open");
    const auto row = [](const char* url, Verdict locked, Verdict open) {
      QTest::newRow(url) << QString::fromLatin1(url) << int(locked) << int(open);
    };
    row("https://other.test/x.png", Verdict::Block, Verdict::Allow);
    row("http://other.test/", Verdict::Block, Verdict::Allow);
    row("wss://other.test/", Verdict::Block, Verdict::Allow);
    row("postwright://cdn.test/x.js", Verdict::Block, Verdict::Redirect);
    row("https://host.test/base/x.css", Verdict::Redirect, Verdict::Redirect);
    row("https://host.test/other/x.css", Verdict::Block, Verdict::Allow);
    row("file:///etc/passwd", Verdict::Block, Verdict::Block);
    row("qrc:/preview/patch.js", Verdict::Block, Verdict::Block);
    row("chrome://gpu", Verdict::Block, Verdict::Block);
    row("data:text/plain,x", Verdict::Allow, Verdict::Allow);
    row("blob:null/1", Verdict::Allow, Verdict::Allow);
  }
  void decide_closesTheNetworkUntilItIsAllowed() {
    QFETCH(QString, url);
    QFETCH(int, locked);
    QFETCH(int, open);
    PageInterceptor interceptor;
    interceptor.setUrls(SiteUrls(u"/s"_s, u"https://host.test/base"_s));
    QCOMPARE(int(interceptor.decide(QUrl(url)).verdict), locked);
    interceptor.setNetworkAllowed(true);
    QCOMPARE(int(interceptor.decide(QUrl(url)).verdict), open);
  }

  void blockedRequests_areListed() {
    QVERIFY(m_fixture->show(
        u"<link rel=stylesheet href=https://fonts.test/a.css><p>x</p><img src=https://img.test/1.png>"
        "<img src=https://img.test/2.png><iframe src=https://frame.test/></iframe>"_s));
    MessageBar* bar = this->bar(u"blockedBar"_s);
    QTRY_COMPARE(bar->text(), u"4 network requests blocked"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->note(), u"fonts.test, frame.test, img.test"_s);
    QVERIFY(bar->findChild<QPlainTextEdit*>()->toPlainText().contains(u"https://img.test/2.png"_s));
    QCOMPARE(m_fixture->text(u"p"_s), u"x"_s);
  }

  void allow_opensTheNetworkForThisSite() {
    Server server;
    const QString html = u"<p>x</p><img src='%1'>"_s.arg(server.url());
    QVERIFY(m_fixture->show(html));
    MessageBar* bar = this->bar(u"blockedBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(server.requests(), 0);
    QSignalSpy allowed(&pane(), &PreviewPane::networkAllowedChanged);
    QVERIFY(changesNetwork([bar] { emit bar->actionTriggered(); }));
    QCOMPARE(allowed.takeFirst().first().toBool(), true);
    QTRY_VERIFY(server.requests() > 0);
    QVERIFY(!bar->isVisible());
    QVERIFY(changesNetwork([this] { pane().setNetworkAllowed(false); }));
    QTRY_VERIFY(bar->isVisible()); // the page was loaded again, in vain
    const int before = server.requests();
    m_fixture->js(u"new Image().src = '%1?again'"_s.arg(server.url()));
    QTRY_VERIFY(bar->findChild<QPlainTextEdit*>()->toPlainText().contains(u"?again"_s));
    QCOMPARE(server.requests(), before);
  }

  void sitesInTurn_allComeToTheScreen() {
    for (int i = 0; i < 8; ++i) {
      auto site = std::make_shared<FakeSite>(u"/site%1"_s.arg(i % 3));
      site->addDocument("posts/one.md", "blog/one/");
      pane().setSite(site);
      pane().setDocument(u"posts/one.md"_s);
      QVERIFY(m_fixture->show(u"<p>%1</p>"_s.arg(i)));
      QVERIFY(m_fixture->show(u"<p>%1!</p>"_s.arg(i)));
      QCOMPARE(m_fixture->text(u"p"_s), u"%1!"_s.arg(i));
    }
  }

  void anotherSite_startsWithoutNetwork() {
    QVERIFY(changesNetwork([this] { pane().setNetworkAllowed(true); }));
    QVERIFY(changesNetwork([this] { pane().setSite(std::make_shared<FakeSite>(u"/another"_s)); }));
    QVERIFY(!pane().isNetworkAllowed());
  }

  void filesOutsideTheSite_cannotBeRead_data() {
    QTest::addColumn<QString>("url");
    for (const char* url :
         {"/link.txt", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd",
          "//etc/passwd", "file:///etc/passwd", "qrc:/preview/patch.js"})
      QTest::newRow(url) << QString::fromLatin1(url);
  }
  void filesOutsideTheSite_cannotBeRead() {
    QFETCH(QString, url);
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    m_fixture->js(
        uR"JS(window.answer = null;
      const request = new XMLHttpRequest();
      request.onload = () => window.answer = 'read: ' + request.responseText;
      request.onerror = () => window.answer = 'refused';
      try { request.open('GET', '%1'); request.send(); } catch (e) { window.answer = 'refused'; })JS"_s.arg(
            url));
    QTRY_COMPARE(m_fixture->js(u"window.answer"_s), u"refused"_s);
  }

  void ourObjects_areNotInThePagesWorld() {
    QVERIFY(m_fixture->show(
        u"<script>var early = [typeof postwright, typeof qt, typeof QWebChannel].join()</script>"_s));
    const QString nothing = u"undefined,undefined,undefined"_s;
    QCOMPARE(m_fixture->js(u"early"_s), nothing);
    QCOMPARE(m_fixture->js(u"[typeof postwright, typeof qt, typeof QWebChannel].join()"_s), nothing);
  }

  void brokenBuiltins_ofThePage_doNotBreakUpdates() {
    QVERIFY(
        m_fixture->show(uR"(<p id=a>1</p><script>
      for (const proto of [Node.prototype, Element.prototype, Document.prototype, Array.prototype, Promise.prototype])
        for (const name of Object.getOwnPropertyNames(proto))
          try { Object.defineProperty(proto, name, { get() { throw 1 }, configurable: true }) } catch {}
      JSON.parse = JSON.stringify = Array = Map = Set = WeakMap = DOMParser = requestAnimationFrame = null;</script>)"_s));
    QVERIFY(m_fixture->show(u"<p id=a>2</p><b id=b></b>"_s));
    QVERIFY(m_fixture->show(u"<p id=a>3</p><b id=b></b>"_s));
  }

  void scripts_cannotNavigate_data() {
    QTest::addColumn<QString>("script");
    QTest::newRow("location") << u"location.href = 'https://evil.test/'"_s;
    QTest::newRow("site page") << u"location.href = '/blog/two/'"_s;
    QTest::newRow("own click")
        << u"const a = document.createElement('a'); a.href = 'https://evil.test/'; a.click()"_s;
    QTest::newRow("form") << u"const f = document.createElement('form'); f.action = 'https://evil.test/'; "
                             "document.body.append(f); f.submit()"_s;
    QTest::newRow("window") << u"window.open('https://evil.test/')"_s;
    QTest::newRow("refresh") << u"document.head.innerHTML = "
                                "'<meta http-equiv=refresh content=\"0;url=https://evil.test/\">'"_s;
    QTest::newRow("download")
        << u"const a = document.createElement('a'); a.download = 'x'; a.href = 'data:,x'; "
           "a.click()"_s;
  }
  void scripts_cannotNavigate() {
    QFETCH(QString, script);
    QSignalSpy requested(&pane(), &PreviewPane::documentRequested);
    QSignalSpy external(&pane(), &PreviewPane::externalLinkActivated);
    QVERIFY(m_fixture->show(u"<p>here</p>"_s));
    const auto windows = QGuiApplication::topLevelWindows().size();
    m_fixture->js(script);
    m_fixture->js(u"0"_s);
    QVERIFY(m_fixture->show(u"<p>still here</p>"_s)); // two frames later
    QCOMPARE(m_fixture->js(u"location.pathname"_s), u"/blog/one/"_s);
    QVERIFY(requested.isEmpty() && external.isEmpty());
    QCOMPARE(QGuiApplication::topLevelWindows().size(), windows);
  }

  void dialogs_neverBlock() {
    QVERIFY(m_fixture->show(
        u"<script>var said = [alert('hello'), confirm('sure?'), prompt('name?')].join()</script>"
        "<p>x</p>"_s));
    QCOMPARE(m_fixture->js(u"said"_s), u",false,"_s);
    QCOMPARE(bar(u"scriptBar"_s)->note(), u"name?"_s);
  }

  void leavingIsNotAsked() {
    QVERIFY(
        m_fixture->show(u"<script>onbeforeunload = e => { e.preventDefault(); return e.returnValue = 'stay' }"
                        "</script><p>x</p>"_s));
    QTest::mouseClick(pane().focusProxy()->focusProxy(), Qt::LeftButton, {}, QPoint(60, 60));
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(m_fixture->show(u"<p>two</p>"_s, "blog/two/"));
    QCOMPARE(m_fixture->text(u"p"_s), u"two"_s);
  }

  void endlessScript_isStopped_data() {
    QTest::addColumn<QString>("html");
    QTest::newRow("while loading") << u"<p>x</p><script>for (;;);</script>"_s;
    QTest::newRow("later") << u"<p>x</p><script>setTimeout(() => { for (;;); }, 50)</script>"_s;
  }
  void endlessScript_isStopped() {
    QFETCH(QString, html);
    auto* live = pane().findChild<LivePage*>();
    pane().showPage(okPage(html));
    shortenDeadline(live);
    QSignalSpy stopped(live, &LivePage::scriptsStopped);
    QSignalSpy appeared(live, &LivePage::appeared);
    QElapsedTimer turn;
    qint64 longest = 0;
    turn.start();
    while (stopped.isEmpty() && turn.isValid()) {
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
      longest = std::max(longest, turn.restart());
      shortenDeadline(live);
    }
    QVERIFY(longest < 2500); // the window went on all the time
    appeared.clear();
    QTRY_VERIFY(!appeared.isEmpty());
    QVERIFY(bar(u"scriptBar"_s)->isVisible());
    QCOMPARE(bar(u"scriptBar"_s)->text(), u"A script of the page never ended"_s);
    QVERIFY(m_fixture->show(u"<p>after</p>"_s)); // updates go on, without scripts
    QSignalSpy painted(&pane(), &PreviewPane::painted);
    emit bar(u"scriptBar"_s)->actionTriggered();
    QVERIFY(painted.wait()); // and with them
    QCOMPARE(m_fixture->text(u"p"_s), u"after"_s);
  }

  void endlessScript_ofAPageAtAFragment_isShownThere() {
    auto* live = pane().findChild<LivePage*>();
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    live->setNextFragment(u"blog/two/"_s, u"part"_s);
    pane().setDocument(u"posts/two.md"_s);
    QSignalSpy stopped(live, &LivePage::scriptsStopped);
    pane().showPage(
        okPage(u"<div style='height:2000px'></div><p id=part>x</p>"
               "<div style='height:2000px'></div><script>for (;;);</script>"_s,
               "blog/two/"));
    shortenDeadline(live);
    QTRY_VERIFY_WITH_TIMEOUT(!stopped.isEmpty(), 10'000);
    QTRY_VERIFY(live->page()->scrollPosition().y() > 1500);
  }

  void endlessScript_duringAnUpdate_isStopped() {
    auto* live = pane().findChild<LivePage*>();
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    QSignalSpy stopped(live, &LivePage::scriptsStopped);
    pane().showPage(okPage(u"<p>y</p><script>for (;;);</script>"_s));
    shortenDeadline(live);
    QTRY_VERIFY_WITH_TIMEOUT(!stopped.isEmpty(), 10'000);
    QVERIFY(m_fixture->show(u"<p>fine</p>"_s));
  }

  /// As on a machine that does other things: silent for longer than the deadline, but not at work.
  void processWithoutProcessor_isNotTakenForAHungOne() {
    constexpr int kWaitMs = 2500; // the deadline is over, four times the deadline is not
    auto* live = pane().findChild<LivePage*>();
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    const auto process = static_cast<pid_t>(live->page()->renderProcessPid());
    QSignalSpy stopped(live, &LivePage::scriptsStopped);
    shortenDeadline(live);
    live->watchdog()->setBusy(true);
    ::kill(process, SIGSTOP);
    QTest::qWait(kWaitMs);
    ::kill(process, SIGCONT);
    QVERIFY(m_fixture->show(u"<p>y</p>"_s));
    QVERIFY(stopped.isEmpty());
    QCOMPARE(static_cast<pid_t>(live->page()->renderProcessPid()), process);
  }

  void deadProcess_isSaidAndCanBeLoadedAgain() {
    QVERIFY(m_fixture->show(u"<p>x</p>"_s));
    ::kill(static_cast<pid_t>(pane().findChild<LivePage*>()->page()->renderProcessPid()), SIGSEGV);
    QTRY_COMPARE(bar(u"scriptBar"_s)->text(), u"The page's process ended unexpectedly"_s);
    QSignalSpy painted(&pane(), &PreviewPane::painted);
    emit bar(u"scriptBar"_s)->actionTriggered();
    QVERIFY(painted.wait());
    QCOMPARE(m_fixture->text(u"p"_s), u"x"_s);
  }

 private:
  /// Counts requests; answers none.
  class Server {
   public:
    Server() {
      m_server.listen(QHostAddress::LocalHost);
      QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        ++m_requests;
        m_server.nextPendingConnection()->close();
      });
    }
    QString url() const { return u"http://127.0.0.1:%1/x.png"_s.arg(m_server.serverPort()); }
    int requests() const { return m_requests; }

   private:
    QTcpServer m_server;
    int m_requests = 0;
  };

  /// Does it and waits until the change of the network holds.
  bool changesNetwork(const std::function<void()>& change) {
    QSignalSpy changed(pane().findChild<PreviewProfile*>(), &PreviewProfile::networkChanged);
    change();
    return !changed.isEmpty() || changed.wait();
  }
  PreviewPane& pane() { return m_fixture->pane(); }
  MessageBar* bar(const QString& name) { return pane().findChild<MessageBar*>(name); }
  static void shortenDeadline(LivePage* live) { live->watchdog()->setDeadline(1000); }

  std::unique_ptr<PaneFixture> m_fixture;
};

QTEST_MAIN(PageSafetyTest)
#include "page_safety_test.moc"

// The real window on tests/data/hostile_site: a site whose templates and scripts do what they can.
#include <QElapsedTimer>
#include <QWebEngineProfile>

#include "tests/ui/window_fixture.h"
#include "ui/base/message_bar.h"
#include "ui/preview/live_page.h"
#include "ui/preview/preview_profile.h"
#include "ui/problems/problems_panel.h"

using namespace postwright::ui;
using namespace Qt::StringLiterals;

class HostileSiteTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { WindowFixture::prepare(); }

 private slots:
  void init() { m_fixture = std::make_unique<WindowFixture>("hostile_site"); }
  void cleanup() { m_fixture.reset(); }

  void endlessTemplate_isStoppedWithAMessage_theWindowGoesOn_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"posts/endless-loop.md", "posts/endless-include.md", "posts/endless-output.md"})
      QTest::newRow(file) << QString::fromLatin1(file);
  }
  void endlessTemplate_isStoppedWithAMessage_theWindowGoesOn() {
    QFETCH(QString, file);
    QVERIFY(m_fixture->open("posts/quiet.md", u"Nothing happens here."_s));
    QElapsedTimer turn;
    qint64 longest = 0;
    m_fixture->window->openPath(m_fixture->folder() + u'/' + file);
    auto& status = m_fixture->window->statusLine();
    turn.start();
    while (status.pageState() != PageState::Held && longest < kPatienceMs) {
      QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
      longest = std::max(longest, turn.restart());
    }
    QCOMPARE(status.pageState(), PageState::Held);
    QVERIFY2(longest < 2500, qPrintable(QString::number(longest)));
    QVERIFY(m_fixture->window->problems().errorCount() > 0);
    QVERIFY(m_fixture->open("posts/quiet.md", u"Nothing happens here."_s)); // and nothing is left of it
  }

  void endlessScript_isStoppedWithAMessage() {
    auto* live = m_fixture->window->preview().findChild<LivePage*>();
    QSignalSpy stopped(live, &LivePage::scriptsStopped);
    m_fixture->window->openPath(m_fixture->path("posts/endless-script.md"));
    QVERIFY(stopped.wait(kPatienceMs));
    QTRY_VERIFY(bar("scriptBar")->isVisible());
    QSignalSpy painted(m_fixture->window.get(), &MainWindow::pagePainted);
    m_fixture->window->openPath(m_fixture->path("posts/quiet.md"));
    QVERIFY(painted.wait(kPatienceMs)); // without scripts, so it cannot be asked
  }

  void files_outsideTheSite_areOutOfReach() {
    QVERIFY(m_fixture->open("posts/thief.md", u"end of the layout"_s));
    for (const char* name : {"link", "folder", "dots", "encoded", "config", "file", "ours"}) {
      QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ask(u"window.loot.%1"_s.arg(QLatin1String(name))), u"refused"_s,
                                kPatienceMs);
    }
    QCOMPARE(m_fixture->ask(u"window.loot.channel"_s), u"undefined,undefined,undefined,undefined"_s);
  }

  void network_isClosed_andTheBarSaysSo() {
    QVERIFY(m_fixture->open("posts/quiet.md", u"Nothing happens here."_s));
    QTRY_VERIFY_WITH_TIMEOUT(bar("blockedBar")->isVisible(), kPatienceMs);
    QCOMPARE(bar("blockedBar")->note(), u"tracker.invalid"_s);
    QVERIFY(!m_fixture->window->preview().isNetworkAllowed());
  }

  void popUps_downloads_andPermissions_areAskedFor_oneAtATime_promptsAndFlightsComeToNothing() {
    QSignalSpy external(&m_fixture->window->preview(), &PreviewPane::externalLinkActivated);
    QVERIFY(m_fixture->open("posts/quiet.md", u"Nothing happens here."_s));
    const auto windows = QGuiApplication::topLevelWindows().size();
    QVERIFY(m_fixture->open("posts/pest.md", u"end of the layout"_s));
    QSet<QString> missing{u"This page wants to open tracker.invalid"_s, u"This page wants to save a file"_s,
                          u"This page wants to know where you are"_s,
                          u"This page wants to show notifications"_s,
                          u"This page wants to keep up to 1.00 MiB of data"_s};
    const auto refuse = [&] {
      if (bar("questionBar")->isVisible()) missing.remove(bar("questionBar")->text());
      emit bar("questionBar")->otherActionTriggered();
      return missing.isEmpty() &&
             m_fixture->ask(u"[window.place, window.note, window.room].join()"_s) == u"denied,denied,0"_s;
    };
    QVERIFY2(QTest::qWaitFor(refuse, kPatienceMs), qPrintable(missing.values().join(u", ")));
    QCOMPARE(m_fixture->ask(u"window.camera ?? 'denied'"_s), u"denied"_s);
    QCOMPARE(m_fixture->ask(u"window.file"_s), u"denied"_s);
    QCOMPARE(m_fixture->ask(u"window.answer"_s), false);
    QCOMPARE(m_fixture->element("state"), u"here"_s);
    QCOMPARE(m_fixture->ask(u"location.pathname"_s), u"/posts/pest.html"_s);
    QCOMPARE(QGuiApplication::topLevelWindows().size(), windows);
    QVERIFY(external.isEmpty());
  }

  void profile_keepsNothing() {
    const auto* profile = m_fixture->window->preview().findChild<PreviewProfile*>();
    QVERIFY(profile->isOffTheRecord());
    QCOMPARE(profile->httpCacheType(), QWebEngineProfile::NoCache);
    QCOMPARE(profile->persistentCookiesPolicy(), QWebEngineProfile::NoPersistentCookies);
  }

 private:
  MessageBar* bar(const char* name) const {
    return m_fixture->window->preview().findChild<MessageBar*>(QString::fromLatin1(name));
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(HostileSiteTest)
#include "hostile_site_test.moc"

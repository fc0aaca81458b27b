#include "ui/preview/preview_controller.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace postwright;
using namespace postwright::ui;

namespace {

render::Request requestOf(const char* text, const char* path = "posts/one.md") {
  render::Request request;
  request.path = path;
  request.text = text;
  return request;
}

/// Waits for a permit for each page, or for the stop.
class SlowEngine {
 public:
  RenderFunction function() {
    return [this](const render::Request& request, std::stop_token stop) {
      {
        const std::lock_guard lock(m_mutex);
        m_seen.append(QString::fromStdString(request.text));
      }
      m_begun.release();
      while (!stop.stop_requested() && !m_permits.tryAcquire(1, 1)) {
      }
      render::Page page;
      page.ok = !stop.stop_requested();
      page.html = request.text;
      return page;
    };
  }
  bool waitForBegin() { return m_begun.tryAcquire(1, 5000); }
  void permit(int count = 1) { m_permits.release(count); }
  QStringList seen() {
    const std::lock_guard lock(m_mutex);
    return m_seen;
  }

 private:
  QSemaphore m_begun;
  QSemaphore m_permits;
  std::mutex m_mutex;
  QStringList m_seen;
};

QString htmlOf(const QVariantList& arguments) {
  return QString::fromStdString(arguments.at(1).value<render::Page>().html);
}

} // namespace

class PreviewControllerTest : public QObject {
  Q_OBJECT

 private slots:
  void requestsOfOneTurn_areOne() {
    SlowEngine slow;
    PreviewController controller(nullptr, slow.function());
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    QSignalSpy started(&controller, &PreviewController::started);
    slow.permit(10);
    controller.request(requestOf("a"));
    controller.request(requestOf("b"));
    const quint64 last = controller.request(requestOf("c"));
    QVERIFY(rendered.wait());
    QCOMPARE(rendered.size(), 1);
    QCOMPARE(started.size(), 1);
    QCOMPARE(rendered.first().first().toULongLong(), last);
    QCOMPARE(htmlOf(rendered.first()), u"c"_s);
    QCOMPARE(slow.seen(), QStringList{u"c"_s});
  }

  void newer_stopsOlder_andOnlyTheNewestIsDelivered() {
    SlowEngine slow;
    PreviewController controller(nullptr, slow.function());
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    for (const char* text : {"a", "b", "c"}) {
      controller.request(requestOf(text));
      QSignalSpy started(&controller, &PreviewController::started);
      QVERIFY(started.wait());
      QVERIFY(slow.waitForBegin()); // it would go on for ever without the stop
    }
    slow.permit();
    QVERIFY(rendered.wait());
    QCOMPARE(rendered.size(), 1);
    QCOMPARE(htmlOf(rendered.first()), u"c"_s);
    QCOMPARE(slow.seen(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
  }

  void pageThatAwaitsColours_isRenderedAgainUntilItHasThem() {
    int renders = 0; // on the render thread alone, until the last signal
    PreviewController controller(nullptr, [&](const render::Request& request, const std::stop_token&) {
      render::Page page;
      page.ok = true;
      page.awaitsColours = ++renders < 3;
      page.html = request.text + std::to_string(renders);
      return page;
    });
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    const quint64 revision = controller.request(requestOf("a"));
    QTRY_COMPARE(rendered.size(), 3);
    QCOMPARE(htmlOf(rendered.at(2)), u"a3"_s);
    QCOMPARE(rendered.at(2).first().toULongLong(), revision);
    QVERIFY(!rendered.wait(1000)); // it has its colours
  }

  void pageThatAwaitsColours_makesWayForANewerOne() {
    std::atomic<bool> isLate = true;
    PreviewController controller(nullptr, [&](const render::Request& request, const std::stop_token&) {
      render::Page page;
      page.ok = true;
      page.awaitsColours = isLate;
      page.html = request.text;
      return page;
    });
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    controller.request(requestOf("a"));
    QTRY_COMPARE(rendered.size(), 1);
    isLate = false;
    controller.request(requestOf("b"));
    QTRY_COMPARE(rendered.size(), 2);
    QVERIFY(!rendered.wait(1000));
    QCOMPARE(htmlOf(rendered.at(1)), u"b"_s);
  }

  void result_thatANewerRequestOvertook_isDropped() {
    SlowEngine slow;
    slow.permit(10);
    PreviewController controller(nullptr, slow.function());
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    connect(&controller, &PreviewController::started, &controller, [&] {
      QVERIFY(slow.waitForBegin());
      if (slow.seen().size() == 1) controller.request(requestOf("b")); // 'a' is done, but not delivered yet
    });
    controller.request(requestOf("a"));
    QVERIFY(rendered.wait());
    QCOMPARE(rendered.size(), 1);
    QCOMPARE(htmlOf(rendered.first()), u"b"_s);
  }

  void edits_fasterThanThePage_stillYieldPages() {
    SlowEngine slow;
    PreviewController controller(nullptr, slow.function());
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    QSignalSpy overtaken(&controller, &PreviewController::overtaken);
    int edits = 0;
    const auto type = [&] {
      QSignalSpy started(&controller, &PreviewController::started);
      controller.request(requestOf(std::to_string(++edits).c_str()));
      return started.wait();
    };
    QVERIFY(type() && slow.waitForBegin());
    for (int pages = 1; pages <= 5; ++pages) {
      QVERIFY(type() && slow.waitForBegin()); // stops the one before
      QVERIFY(type() && slow.waitForBegin());
      QVERIFY(type()); // lets it go on
      slow.permit();
      QTRY_COMPARE(overtaken.size(), pages);
      const QString html = QString::fromStdString(overtaken.last().first().value<render::Page>().html);
      QCOMPARE(html, QString::number(edits - 1));
      QVERIFY(slow.waitForBegin()); // of the newest
    }
    QVERIFY(rendered.isEmpty());
    slow.permit();
    QVERIFY(rendered.wait());
    QCOMPARE(htmlOf(rendered.first()), QString::number(edits));
    QCOMPARE(slow.seen().size(), edits); // none was left out or rendered twice
    QCOMPARE(overtaken.size(), 5);
  }

  void anotherDocument_waitsForNone() {
    SlowEngine slow;
    PreviewController controller(nullptr, slow.function());
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    QSignalSpy overtaken(&controller, &PreviewController::overtaken);
    for (const char* path : {"one.md", "one.md", "one.md", "two.md"}) {
      QSignalSpy started(&controller, &PreviewController::started);
      controller.request(requestOf(path, path));
      QVERIFY(started.wait());
      QVERIFY(slow.waitForBegin()); // it would go on for ever without the stop
    }
    slow.permit();
    QVERIFY(rendered.wait());
    QCOMPARE(htmlOf(rendered.first()), u"two.md"_s);
    QVERIFY(overtaken.isEmpty());
  }

  void asides_areRenderedInOrder_afterThePageEdited() {
    SlowEngine slow;
    PreviewController controller(nullptr, slow.function());
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    QStringList asides;
    const auto take = [&](const render::Page& page) { asides.append(QString::fromStdString(page.html)); };
    controller.renderAside(requestOf("x"), take);
    QVERIFY(slow.waitForBegin());
    controller.renderAside(requestOf("y"), take);
    controller.request(requestOf("main")); // 'x' makes room for it and comes again
    QSignalSpy started(&controller, &PreviewController::started);
    QVERIFY(started.wait());
    QVERIFY(slow.waitForBegin());
    slow.permit(10);
    QTRY_COMPARE(asides, (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(rendered.size(), 1);
    QCOMPARE(slow.seen(), (QStringList{u"x"_s, u"main"_s, u"x"_s, u"y"_s}));
  }

  void cancel_deliversNothing() {
    SlowEngine slow;
    PreviewController controller(nullptr, slow.function());
    QSignalSpy rendered(&controller, &PreviewController::rendered);
    bool isAsideDone = false;
    controller.request(requestOf("a"));
    controller.renderAside(requestOf("x"), [&](const render::Page&) { isAsideDone = true; });
    QVERIFY(slow.waitForBegin());
    controller.cancel();
    slow.permit(10);
    controller.request(requestOf("b"));
    QVERIFY(rendered.wait());
    QCOMPARE(htmlOf(rendered.first()), u"b"_s);
    QCOMPARE(rendered.size(), 1);
    QVERIFY(!isAsideDone);
  }

  void end_stopsWhatIsUnderWay() {
    SlowEngine slow;
    std::atomic<bool> isDelivered = false;
    {
      PreviewController controller(nullptr, slow.function());
      connect(&controller, &PreviewController::rendered, &controller, [&] { isDelivered = true; });
      controller.request(requestOf("a"));
      QSignalSpy started(&controller, &PreviewController::started);
      QVERIFY(started.wait());
      QVERIFY(slow.waitForBegin());
    }
    QCoreApplication::processEvents();
    QVERIFY(!isDelivered);
  }
};

QTEST_GUILESS_MAIN(PreviewControllerTest)
#include "preview_controller_test.moc"

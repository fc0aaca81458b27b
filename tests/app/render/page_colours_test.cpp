#include "app/render/page_colours.h"

#include <QTest>

using namespace postwright;
using highlight::CodeElement;
using render::LateColours;
using render::PageColours;

namespace {

/// Plain a few times, then red.
class LateRed : public highlight::Highlighter {
 public:
  explicit LateRed(int plain) : m_plain(plain) {}

  CodeElement format(std::string_view /*code*/, highlight::Language /*language*/) const override {
    return m_asked++ < m_plain ? CodeElement{"plain", true} : CodeElement{"red"};
  }
  bool lacksColours() const override { return m_plain > 1000; }

  int asked() const { return m_asked; }

 private:
  int m_plain;
  mutable int m_asked = 0;
};

} // namespace

class PageColoursTest : public QObject {
  Q_OBJECT

 private slots:
  void lateColours_areOmittedAndKnownToBeAwaited() {
    const auto late = std::make_shared<const LateRed>(1);
    const PageColours colours(late, LateColours::Omit, {});
    QVERIFY(!colours.areAwaited());
    QCOMPARE(colours.format("x", "c").html, std::string("plain"));
    QVERIFY(colours.areAwaited());
    QCOMPARE(late->asked(), 1);
  }

  void lateColours_areWaitedFor() {
    const PageColours colours(std::make_shared<const LateRed>(3), LateColours::Await, {});
    QCOMPARE(colours.format("x", "c").html, std::string("red"));
    QVERIFY(!colours.areAwaited());
  }

  void waiting_endsWithTheStop() {
    std::stop_source stop;
    stop.request_stop();
    const PageColours colours(std::make_shared<const LateRed>(1000), LateColours::Await, stop.get_token());
    QCOMPARE(colours.format("x", "c").html, std::string("plain"));
    QVERIFY(colours.areAwaited());
  }

  void colours_areLackingOnlyWhereThereIsCode() {
    const PageColours colours(std::make_shared<const LateRed>(1001), LateColours::Omit, {});
    QVERIFY(!colours.areLacking());
    colours.format("x", "c");
    QVERIFY(colours.areLacking());
  }
};

QTEST_APPLESS_MAIN(PageColoursTest)
#include "page_colours_test.moc"

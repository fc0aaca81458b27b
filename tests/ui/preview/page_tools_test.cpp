#include "ui/preview/page_tools.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "ui/preview/page_frame.h"

using namespace postwright::ui;

class PageToolsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyCommand_hasATextAndATip_andAKeyOfItsOwn() {
    const PageTools tools;
    QSet<QKeySequence> keys;
    for (const QAction* action : tools.all()) {
      QVERIFY(!action->text().isEmpty());
      QVERIFY(!action->toolTip().isEmpty());
      if (action->shortcut().isEmpty()) continue;
      QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->text()));
      keys.insert(action->shortcut());
    }
  }

  void everyCommand_isInTheMenu_butTheSwitchThatThreeOthersSay() {
    const PageTools tools;
    QMenu menu;
    tools.fill(menu);
    for (QAction* action : tools.all())
      QCOMPARE(menu.actions().contains(action), action != tools.darkAction());
  }

  void widths_areOneOfFour() {
    PageTools tools;
    QSignalSpy changed(&tools, &PageTools::lookChanged);
    tools.widthActions().at(0)->trigger();
    QCOMPARE(tools.look().width, 390);
    tools.widthActions().at(3)->trigger();
    QCOMPARE(tools.look().width, 0);
    QVERIFY(tools.widthActions().at(3)->isChecked() && !tools.widthActions().at(0)->isChecked());
    QCOMPARE(changed.count(), 2);
  }

  void zoom_goesInSteps_andStopsAtTheEnds() {
    PageTools tools;
    const auto zoom = [&](const char* name) {
      for (QAction* action : tools.all())
        if (action->text().remove(QLatin1Char('&')) == QLatin1String(name)) action->trigger();
      return tools.look().zoom;
    };
    QCOMPARE(zoom("Larger Page"), 110);
    QCOMPARE(zoom("Normal Page Size"), 100);
    QCOMPARE(zoom("Smaller Page"), 90);
    for (int i = 0; i < 20; ++i)
      zoom("Smaller Page");
    QCOMPARE(tools.look().zoom, 50);
    for (int i = 0; i < 20; ++i)
      zoom("Larger Page");
    QCOMPARE(tools.look().zoom, 300);
  }

  void dark_isTheSchemesShortcut() {
    PageTools tools;
    tools.darkAction()->trigger();
    QCOMPARE(tools.look().scheme, PageScheme::Dark);
    tools.darkAction()->trigger();
    QCOMPARE(tools.look().scheme, PageScheme::Light);
  }

  void setLook_isShownAndTold_once() {
    PageTools tools;
    QSignalSpy changed(&tools, &PageTools::lookChanged);
    tools.setLook({820, 125, PageScheme::Dark});
    tools.setLook({820, 125, PageScheme::Dark});
    QCOMPARE(changed.count(), 1);
    QVERIFY(tools.widthActions().at(1)->isChecked() && tools.darkAction()->isChecked());
    tools.setLook({0, 100000, PageScheme::Automatic}); // from a settings file that was edited
    QCOMPARE(tools.look().zoom, 300);
  }

  void frame_holdsThePageInTheMiddle_andMakesAWideOneSmaller() {
    PageFrame frame;
    frame.resize(800, 300);
    frame.show();
    QCOMPARE(frame.content()->geometry(), QRect(0, 0, 800, 300));
    frame.setPageWidth(400);
    QCOMPARE(frame.content()->geometry(), QRect(200, 0, 400, 300));
    QCOMPARE(frame.zoomFactor(), 1.0);
    frame.setZoom(1.5);
    QCOMPARE(frame.content()->geometry(), QRect(100, 0, 600, 300));
    QCOMPARE(frame.zoomFactor(), 1.5);
    frame.setZoom(1.0);
    frame.setPageWidth(1600);
    QCOMPARE(frame.content()->geometry(), QRect(0, 0, 800, 300));
    QCOMPARE(frame.zoomFactor(), 0.5);
    frame.setPageWidth(0);
    QCOMPARE(frame.zoomFactor(), 1.0);
  }
};

QTEST_MAIN(PageToolsTest)
#include "page_tools_test.moc"

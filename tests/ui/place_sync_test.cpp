// Text and page at the same place, in the real window.
#include "ui/place_sync.h"

#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>
#include <cmath>

#include "tests/ui/window_fixture.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/source_tabs.h"
#include "ui/editor/source_view.h"
#include "ui/form/field.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

QByteArray longPost() {
  QByteArray text = "---\ntitle: Long\n---\n\n";
  for (int i = 0; i < 120; ++i)
    text += "Paragraph " + QByteArray::number(i) + " of the post.\n\n";
  return text;
}

} // namespace

class PlaceSyncTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { WindowFixture::prepare(); }

 private slots:
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    f().window->actions().scrollTogether->setChecked(true);
  }
  void cleanup() { m_fixture.reset(); }

  void textScrolled_bringsTheSameParagraphToThePagesTop() {
    QVERIFY(openLong());
    f().editor()->setFocus();
    scrollTextTo(45);
    QTRY_COMPARE_WITH_TIMEOUT(topParagraph(), QStringLiteral("Paragraph 20 of the post."), kPatienceMs);
    scrollTextTo(5); // the body's first line
    QTRY_COMPARE_WITH_TIMEOUT(scrollY(), 0, kPatienceMs);
  }

  void pageScrolled_bringsTheSameParagraphToTheTextsTop_andStays() {
    QVERIFY(openLong());
    QVERIFY(wheelAndSettle(600));
    const int reached = scrollY();
    // paragraph n stands on line 5 + 2n; the editor scrolls by whole lines
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(f().editor()->topLine() - (5 + 2 * paragraphsAbove())) < 0.6,
                             kPatienceMs);
    QVERIFY(f().editor()->topLine() > 6);
    QCOMPARE(scrollY(), reached); // the text's own scroll did not come back
  }

  void switchedOff_bothScrollAlone_andItIsRemembered() {
    QVERIFY(openLong());
    f().window->actions().scrollTogether->trigger();
    const double before = f().editor()->topLine();
    QVERIFY(wheelAndSettle(600));
    const int reached = scrollY();
    QCOMPARE(f().editor()->topLine(), before);
    scrollTextTo(45);
    QVERIFY(f().pageHas(QStringLiteral("Paragraph 1 ")));
    QCOMPARE(scrollY(), reached);
    f().window = std::make_unique<MainWindow>();
    QVERIFY(!f().window->actions().scrollTogether->isChecked());
  }

  void linkToAFragment_leavesThePageThere() {
    f().write(f().path("posts/long.md"), longPost() + "\n<p id=\"deep\">Deep</p>\n");
    f().write(f().path("posts/first.md"), "---\ntitle: First\n---\n\n[there](/blog/long/#deep)\n");
    QVERIFY(f().open("posts/first.md", QStringLiteral("there")));
    QVERIFY(QTest::qWaitFor(
        [this] { return f().window->workspace().site().current()->document("posts/long.md") != nullptr; },
        kPatienceMs));
    click("main a");
    QVERIFY(f().pageHas(QStringLiteral("Deep")));
    QTRY_VERIFY_WITH_TIMEOUT(scrollY() > 1000, kPatienceMs);
    QTest::keyClicks(f().editor(), QStringLiteral("typed"));
    QVERIFY(f().pageHas(QStringLiteral("typed")));
    QVERIFY(scrollY() > 1000);
  }

  void typingAtTheEnd_keepsThePageWithTheText() {
    QVERIFY(openLong());
    f().editor()->moveCursor(QTextCursor::End);
    for (int i = 0; i < 5; ++i) {
      QTest::keyClicks(f().editor(), QStringLiteral("more of it"));
      QTest::keyClick(f().editor(), Qt::Key_Return);
      QTest::keyClick(f().editor(), Qt::Key_Return);
    }
    QVERIFY(f().pageHas(QStringLiteral("more of it")));
    QTRY_VERIFY_WITH_TIMEOUT(scrollY() > 1000, kPatienceMs);
  }

  void caret_isMarkedInThePage() {
    QVERIFY(openLong());
    f().window->editing().goTo(45, 3);
    const QString marked =
        QStringLiteral("document.getAnimations().map(a => a.effect.target.textContent).join()");
    QTRY_COMPARE_WITH_TIMEOUT(f().ask(marked).toString(), QStringLiteral("Paragraph 20 of the post."),
                              kPatienceMs);
    f().window->editing().goTo(2, 1);
    QTRY_COMPARE_WITH_TIMEOUT(f().ask(marked).toString(), QString(), kPatienceMs);
  }

  void clickInTheText_putsTheCaretThere() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Second paragraph.")));
    click("main p:last-of-type");
    QTRY_COMPARE_WITH_TIMEOUT(f().editor()->textCursor().block().text(), QStringLiteral("Second paragraph."),
                              kPatienceMs);
    QVERIFY(f().editor()->textCursor().positionInBlock() > 0);
  }

  void clickOnTheTitle_focusesItsField() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Second paragraph.")));
    click("#title");
    const QWidget* title = f().window->editing().form()->field({std::string("title")});
    QVERIFY(title != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(focusIsIn(title), kPatienceMs);
  }

  void clickOnATag_focusesTheTags() {
    QVERIFY(QDir(f().folder()).mkpath(QStringLiteral("_includes")));
    f().write(f().path("_includes/tags.liquid"),
              "{% for tag in tags %}<b class=tag>{{ tag }}</b>{% endfor %}");
    f().write(f().path("_layouts/tagged.liquid"),
              "<html><body><main>{{ page.content }}</main>"
              "{% include \"tags.liquid\" tags: page.tags %}</body></html>");
    f().write(f().path("posts/tagged.md"),
              "---\ntitle: Tagged\nlayout: tagged.liquid\ntags: [alpha, beta]\n---\n\nWords.\n");
    QVERIFY(f().open("posts/tagged.md", QStringLiteral("beta")));
    click("b.tag:last-of-type");
    const QWidget* tags = f().window->editing().form()->field({std::string("tags")});
    QVERIFY(tags != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(focusIsIn(tags), kPatienceMs);
  }

  void clickOnWhatAnIncludePrintsWithinALine_opensItThere_beside_itLeadsToTheText() {
    QVERIFY(QDir(f().folder()).mkpath(QStringLiteral("_includes")));
    f().write(f().path("_includes/word.liquid"), "{% assign x = 1 %}\n<b>from the include</b>");
    f().write(f().path("posts/word.md"),
              "---\ntitle: Word\n---\n\nWords\n\nBefore {% include \"word.liquid\" %} <i>and behind</i>\n");
    QVERIFY(f().open("posts/word.md", QStringLiteral("from the include")));
    click("main i");
    QTRY_COMPARE_WITH_TIMEOUT(f().editor()->textCursor().blockNumber() + 1, 7, kPatienceMs);
    QVERIFY(!f().window->editing().sourceView()->isVisible());
    click("main b");
    SourceView* source = f().window->editing().sourceView();
    QTRY_VERIFY_WITH_TIMEOUT(source->isVisible(), kPatienceMs);
    QCOMPARE(source->text()->textCursor().block().text(), QStringLiteral("<b>from the include</b>"));
  }

  void clickOnTheLayout_opensATabAtTheLine() {
    SourceView* source = openLayout();
    QVERIFY(source != nullptr);
    QVERIFY(source->text()->isReadOnly());
    QVERIFY(source->text()->textCursor().block().text().contains(QStringLiteral("page.is_draft")));
    QVERIFY(source->findChild<QPushButton*>(QStringLiteral("openExternally"))->isVisible());
    QVERIFY(!f().editor()->isVisible());
    SourceTabs* tabs = f().window->editing().tabs();
    QVERIFY(tabs->isVisible());
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->tabText(0), QStringLiteral("first.md"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("post.liquid"));
    QTest::keyClick(source->text(), Qt::Key_Escape); // back; the tab stays
    QVERIFY(!source->isVisible());
    QVERIFY(f().editor()->isVisible() && f().editor()->hasFocus());
    QCOMPARE(tabs->count(), 2);
    tabs->setCurrentIndex(1); // and is where one left it
    QVERIFY(source->isVisible());
    QVERIFY(source->text()->textCursor().block().text().contains(QStringLiteral("page.is_draft")));
  }

  void tab_closesByItsKey_andGoesWithTheSite() {
    const SourceView* source = openLayout();
    QVERIFY(source != nullptr);
    SourceTabs* tabs = f().window->editing().tabs();
    QTest::keyClick(source->text(), Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!source->isVisible() && !tabs->isVisible());
    QVERIFY(f().editor()->isVisible() && f().editor()->hasFocus());
    QTest::keyClick(f().editor(), Qt::Key_W, Qt::ControlModifier); // the post has none to close
    QCOMPARE(tabs->count(), 1);
    QVERIFY(openLayout() != nullptr);
    QTest::mouseClick(tabs->tabButton(1, QTabBar::RightSide), Qt::LeftButton);
    QVERIFY(!source->isVisible() && !tabs->isVisible());
    QVERIFY(openLayout() != nullptr);
    f().window->actions().closeSite->trigger();
    QCOMPARE(tabs->count(), 1);
  }

  void find_looksInTheTabThatIsShown() {
    SourceView* source = openLayout();
    QVERIFY(source != nullptr);
    QAction* find = f().window->editing().pane()->findActions().first();
    find->trigger();
    QVERIFY(source->findBar()->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("</html>"));
    QTRY_COMPARE(source->text()->textCursor().selectedText(), QStringLiteral("</html>"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the bar, not the tab
    QVERIFY(source->isVisible() && !source->findBar()->isVisible());
    f().window->editing().showPost();
    find->trigger();
    QVERIFY(f().window->editing().pane()->findBar()->isVisible());
    f().window->editing().pane()->findBar()->close();
  }

  void commandForTheText_bringsThePostBack() {
    QVERIFY(openLayout() != nullptr);
    f().window->actions().selectAll->trigger(); // of the text one sees
    QVERIFY(!f().editor()->isVisible() && !f().editor()->textCursor().hasSelection());
    f().window->actions().cut->trigger();
    QVERIFY(f().editor()->isVisible());
  }

 private:
  WindowFixture& f() { return *m_fixture; }

  /// By a click on what the layout of the first post prints; null when it does not come.
  SourceView* openLayout() {
    if (!f().open("posts/first.md", QStringLiteral("Second paragraph."))) return nullptr;
    f().window->preview().evaluate(QStringLiteral("document.querySelector('#state').style.fontSize = '40px'"),
                                   {});
    click("#state");
    SourceView* source = f().window->editing().sourceView();
    return QTest::qWaitFor([source] { return source->isVisible(); }, kPatienceMs) ? source : nullptr;
  }

  bool openLong() {
    f().write(f().path("posts/long.md"), longPost());
    return f().open("posts/long.md", QStringLiteral("Paragraph 119"));
  }
  void scrollTextTo(int line) {
    const QTextBlock block = f().editor()->document()->findBlockByNumber(line - 1);
    f().editor()->verticalScrollBar()->setValue(block.firstLineNumber());
  }
  /// How many paragraphs, and which part of the next one, are above the page's top.
  double paragraphsAbove() {
    return f()
        .ask(QStringLiteral("(() => { const tops = [...document.querySelectorAll('main p')]"
                            ".map(p => p.getBoundingClientRect().top);"
                            "const n = tops.filter(top => top <= 0.5).length - 1;"
                            "return n < 0 ? 0 : n + Math.max(0, -tops[n]) / (tops[n + 1] - tops[n]) })()"))
        .toDouble();
  }
  int scrollY() { return f().ask(QStringLiteral("scrollY")).toInt(); }
  /// The paragraph whose top is nearest to the page's.
  QString topParagraph() {
    return f()
        .ask(QStringLiteral(
            "[...document.querySelectorAll('main p')].sort((a, b) => "
            "Math.abs(a.getBoundingClientRect().top) - Math.abs(b.getBoundingClientRect().top))[0]"
            ".textContent"))
        .toString();
  }
  QWidget* target() {
    QWidget* view = f().window->preview().focusProxy();
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
        kPatienceMs);
  }
  void click(const char* selector) {
    const QVariantMap at =
        f().ask(QStringLiteral("(() => { const b = document.querySelector('%1').getBoundingClientRect();"
                               "return {x: b.left + Math.min(b.width, 40) / 2, y: b.top + b.height / 2} })()")
                    .arg(QLatin1String(selector)))
            .toMap();
    QTest::mouseClick(target(), Qt::LeftButton, {},
                      QPoint(at[QStringLiteral("x")].toInt(), at[QStringLiteral("y")].toInt()));
  }
  static bool focusIsIn(const QWidget* widget) {
    const QWidget* focused = QApplication::focusWidget();
    return focused != nullptr && (focused == widget || widget->isAncestorOf(focused));
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(PlaceSyncTest)
#include "place_sync_test.moc"

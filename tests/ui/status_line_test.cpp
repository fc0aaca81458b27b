#include "ui/status_line.h"

#include <QTest>
#include <QToolButton>

using namespace postwright::ui;

class StatusLineTest : public QObject {
  Q_OBJECT

 private slots:
  void setPageState_showsTheNoteOfAFreshPage() {
    StatusLine line;
    line.setPageState(PageState::Fresh, QStringLiteral("No code colours"));
    QVERIFY2(line.text().endsWith(QStringLiteral("● page fresh · No code colours")), qPrintable(line.text()));
    line.setPageState(PageState::Fresh);
    QVERIFY2(line.text().endsWith(QStringLiteral("● page fresh")), qPrintable(line.text()));
  }

  void problems_countedDuringAMessage_areShownBehindIt() {
    StatusLine line;
    line.show();
    const auto* problems = line.findChild<QToolButton*>(QStringLiteral("problemCount"));
    line.showMessage(QStringLiteral("Saved"));
    line.setProblems(1, 0);
    QVERIFY(!problems->isVisible());
    line.clearMessage();
    QVERIFY(problems->isVisible());
    line.setProblems(-1, 0);
    line.showMessage(QStringLiteral("Saved"));
    line.clearMessage();
    QVERIFY(!problems->isVisible());
  }

  void setUnsafe_standsUntilItIsOver_messagesOrNot() {
    StatusLine line;
    line.show();
    const auto isSaid = [&line] { return line.text().contains(QStringLiteral("unsaved text is not safe")); };
    line.setUnsafe(QStringLiteral("disk full"));
    line.showMessage(QStringLiteral("Saved"));
    QVERIFY(isSaid());
    line.setUnsafe({});
    QVERIFY(!isSaid());
  }

  void setPageState_keepsAProblemForTheTooltip() {
    StatusLine line;
    line.setPageState(PageState::Held, QStringLiteral("a.md:1"));
    QVERIFY2(line.text().endsWith(QStringLiteral("page held back")), qPrintable(line.text()));
  }
};

QTEST_MAIN(StatusLineTest)
#include "status_line_test.moc"

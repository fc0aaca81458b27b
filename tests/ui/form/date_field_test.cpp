#include "ui/form/date_field.h"

#include <QCalendarWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "harness.h"

using namespace postwright;
using namespace postwright::ui;

class DateFieldTest : public QObject {
  Q_OBJECT

  static constexpr const char* kYaml = "published_date: 2024-07-20 16:01:48 +0200\n";

 private slots:
  void invalidDate_isMarkedAndNotSaid() {
    Harness harness(kYaml);
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("published_date"));
    line->end(false);
    QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(harness.takeLog().isEmpty());
    QVERIFY(harness.field("published_date")->isInvalid());
    QTest::keyClicks(line, QStringLiteral("1"));
    QCOMPARE(harness.takeLog(),
             QStringList{QStringLiteral("set published_date Date 2024-07-20 16:01:48 +0201")});
    QVERIFY(!harness.field("published_date")->isInvalid());
    QCOMPARE(harness.yaml(), QStringLiteral("published_date: 2024-07-20 16:01:48 +0201\n"));
  }

  void emptiedDate_isNotWritten() {
    Harness harness(kYaml);
    harness.open();
    QWidget* line = harness.enter("published_date");
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_Delete);
    QVERIFY(harness.takeLog().isEmpty());
    QVERIFY(harness.field("published_date")->note().contains(QStringLiteral("Remove field")));
  }

  void invalidDateInTheText_isShownAsItStands() {
    Harness harness("published_date: 2024-07-20\n");
    harness.open();
    QCOMPARE(qobject_cast<QLineEdit*>(harness.field("published_date")->editor())->text(),
             QStringLiteral("2024-07-20"));
    QVERIFY(harness.field("published_date")->isInvalid());
    QVERIFY(harness.takeLog().isEmpty());
  }

  void enter_takesWhatWasMeant() {
    Harness harness("title: T\n");
    harness.context.derivedDate = QStringLiteral("2024-07-01 00:00:00 +0000");
    harness.refresh();
    harness.open();
    QWidget* line = harness.enter("published_date");
    QTest::keyClicks(line, QStringLiteral("2024-7-5 9:05"));
    QVERIFY(harness.takeLog().isEmpty());
    QVERIFY(harness.field("published_date")->note().contains(QStringLiteral("2024-07-05 09:05:00 +0000")));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(harness.takeLog(),
             QStringList{QStringLiteral("set published_date Date 2024-07-05 09:05:00 +0000")});
  }

  void arrows_stepThePartUnderTheCaret() {
    Harness harness(kYaml);
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("published_date"));
    line->setCursorPosition(9);
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(harness.yaml(), QStringLiteral("published_date: 2024-07-22 16:01:48 +0200\n"));
    QCOMPARE(line->cursorPosition(), 9);
    line->setCursorPosition(12);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(harness.yaml(), QStringLiteral("published_date: 2024-07-22 15:01:48 +0200\n"));
  }

  void now_keepsTheFieldsOffset() {
    Harness harness(kYaml);
    harness.open();
    auto* field = qobject_cast<DateField*>(harness.field("published_date"));
    field->enterNow({0, 5, 0});
    QCOMPARE(harness.yaml(), QStringLiteral("published_date: 1970-01-01 02:00:00 +0200\n"));
  }

  void calendar_changesTheDayAlone() {
    Harness harness(kYaml);
    harness.open();
    QWidget* line = harness.enter("published_date");
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    QWidget* popup = QApplication::activePopupWidget();
    QVERIFY(popup != nullptr);
    auto* calendar = popup->findChild<QCalendarWidget*>();
    QCOMPARE(calendar->selectedDate(), QDate(2024, 7, 20));
    emit calendar->clicked(QDate(2025, 1, 3));
    QCOMPARE(harness.yaml(), QStringLiteral("published_date: 2025-01-03 16:01:48 +0200\n"));
    QVERIFY(!popup->isVisible());
    QCOMPARE(harness.takeLog().size(), 1);
  }

  void calendarsNow_writesAnInstant() {
    Harness harness("title: T\n");
    harness.open();
    QTest::keyClick(harness.enter("published_date"), Qt::Key_Down, Qt::AltModifier);
    auto* now = QApplication::activePopupWidget()->findChild<QPushButton*>();
    QTest::mouseClick(now, Qt::LeftButton);
    QCOMPARE(harness.takeLog().size(), 1);
    QVERIFY(harness.yaml().contains(QStringLiteral("published_date: 20")));
  }

  void instantBelowData_isADateToo() {
    Harness harness("data: {when: 2024-07-20 16:01:48 +0000}\n");
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("data.when"));
    line->setCursorPosition(1);
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(harness.yaml(), QStringLiteral("data: {when: 2025-07-20 16:01:48 +0000}\n"));
  }
};

QTEST_MAIN(DateFieldTest)
#include "date_field_test.moc"

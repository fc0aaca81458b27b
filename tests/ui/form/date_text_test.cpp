#include "ui/form/date_text.h"

#include <QTest>

using namespace postwright;
using namespace postwright::ui;

class DateTextTest : public QObject {
  Q_OBJECT

 private slots:
  void complaint_namesWhatIsWrong_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part"); ///< of the complaint; empty: none
    const auto row = [](const char* text, const char* part) {
      QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(part);
    };
    row("2024-07-20 16:01:48 +0000", "");
    row("2024-07-20 16:01:48.5 -0330", "");
    row("2024-02-29 00:00:00 +0000", "");
    row("2023-02-29 00:00:00 +0000", "no day 29");
    row("2024-13-01 00:00:00 +0000", "no month 13");
    row("2024-00-01 00:00:00 +0000", "no month 00");
    row("2024-04-31 00:00:00 +0000", "no day 31");
    row("2024-07-20 24:00:00 +0000", "no hour 24");
    row("2024-07-20 23:60:00 +0000", "no minute 60");
    row("2024-07-20 23:00:61 +0000", "no second 61");
    row("2024-07-20 23:00:00 +0060", "no offset +0060");
    row("2024-07-20 16:01:48", "offset is missing");
    row("2024-07-20 16:01:48 ", "offset is missing");
    row("2024-07-20", "Write it as");
    row("2024-07-20T16:01:48Z", "Write it as");
    row("yesterday", "Write it as");
    row("", "Empty");
  }
  void complaint_namesWhatIsWrong() {
    QFETCH(QString, text);
    QFETCH(QString, part);
    const QString complaint = dateTimeComplaint(text);
    QCOMPARE(complaint.isEmpty(), part.isEmpty());
    QVERIFY2(complaint.contains(part), qPrintable(complaint));
  }

  void guess_completesWhatWasMeant_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("guess");
    const auto row = [](const char* text, const char* guess) {
      QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(guess);
    };
    row("2024-07-20", "2024-07-20 00:00:00 +0200");
    row("2024-7-5 9:05", "2024-07-05 09:05:00 +0200");
    row("2024/07/05 09:05:59", "2024-07-05 09:05:59 +0200");
    row("2024-07-20T16:01:48Z", "2024-07-20 16:01:48 +0000");
    row("2024-07-20 16:01:48.123Z", "2024-07-20 16:01:48 +0000");
    row("2024-07-20 16:01 +01:00", "2024-07-20 16:01:00 +0100");
    row("2024-07-20 16:01:48 -0330", "2024-07-20 16:01:48 -0330");
    row("2024-07-20 16:01:48 +02", "2024-07-20 16:01:48 +0200");
    row(" 2024-07-20 ", "2024-07-20 00:00:00 +0200");
    row("2024-13-20", "");
    row("2024-02-30", "");
    row("2024-07-20 25:00", "");
    row("20 July 2024", "");
    row("", "");
  }
  void guess_completesWhatWasMeant() {
    QFETCH(QString, text);
    QFETCH(QString, guess);
    const auto date = guessDateTime(text, 7200);
    QCOMPARE(date ? dateTimeText(*date) : QString(), guess);
  }

  void step_movesThePartUnderTheCaret_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("caret");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* text, int caret, int steps, const char* after) {
      QTest::newRow(name) << QString::fromLatin1(text) << caret << steps << QString::fromLatin1(after);
    };
    const char* const date = "2024-07-20 16:01:48 +0000";
    row("year", date, 2, 1, "2025-07-20 16:01:48 +0000");
    row("year of a leap day", "2024-02-29 00:00:00 +0000", 0, 1, "2025-02-28 00:00:00 +0000");
    row("month", date, 6, -1, "2024-06-20 16:01:48 +0000");
    row("month over the year", "2024-12-31 00:00:00 +0000", 6, 1, "2025-01-31 00:00:00 +0000");
    row("month keeps to its days", "2024-01-31 00:00:00 +0000", 6, 1, "2024-02-29 00:00:00 +0000");
    row("month back over the year", "2024-01-31 00:00:00 +0000", 6, -2, "2023-11-30 00:00:00 +0000");
    row("day", date, 9, 1, "2024-07-21 16:01:48 +0000");
    row("day over the month", "2024-02-28 12:00:00 +0900", 10, 2, "2024-03-01 12:00:00 +0900");
    row("hour over the day", "2024-07-20 23:30:00 +0000", 12, 1, "2024-07-21 00:30:00 +0000");
    row("minute", date, 15, -2, "2024-07-20 15:59:48 +0000");
    row("second", date, 19, 12, "2024-07-20 16:02:00 +0000");
    row("offset hour keeps the clock", date, 21, 1, "2024-07-20 16:01:48 +0100");
    row("offset below zero", date, 23, -1, "2024-07-20 16:01:48 -0100");
    row("offset minute", date, 25, 30, "2024-07-20 16:01:48 +0030");
    row("fraction stays", "2024-07-20 16:01:48.25 +0000", 9, 1, "2024-07-21 16:01:48.25 +0000");
    row("offset behind a fraction", "2024-07-20 16:01:48.25 +0000", 26, 1, "2024-07-20 16:01:48.25 +0100");
    row("no date", "2024-07-20", 2, 1, "");
    row("past the last year", "9999-12-31 00:00:00 +0000", 0, 1, "");
  }
  void step_movesThePartUnderTheCaret() {
    QFETCH(QString, text);
    QFETCH(int, caret);
    QFETCH(int, steps);
    QFETCH(QString, after);
    QCOMPARE(stepDateTime(text, caret, steps).value_or(QString()), after);
  }
};

QTEST_APPLESS_MAIN(DateTextTest)
#include "date_text_test.moc"

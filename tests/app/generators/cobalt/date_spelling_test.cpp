#include "app/generators/cobalt/date_spelling.h"

#include <QTest>

using namespace postwright::generators::cobalt;

class DateSpellingTest : public QObject {
  Q_OBJECT

 private slots:
  void spelledDate_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("spelled");
    const auto row = [](const char* text, const char* spelled) {
      QTest::newRow(text) << QByteArray(text) << QByteArray(spelled);
    };
    row("2024-07-20", "2024-07-20 00:00:00 +0100");
    row("2024-7-2", "2024-07-02 00:00:00 +0100");
    row("2024/07/20 8:05", "2024-07-20 08:05:00 +0100");
    row("2024-07-20 16:01:48", "2024-07-20 16:01:48 +0100");
    row("2024-07-20T16:01:48Z", "2024-07-20 16:01:48 +0000");
    row("2024-07-20T16:01:48.25-05:30", "2024-07-20 16:01:48.25 -0530");
    row("2024-07-20 16:01:48 +02", "2024-07-20 16:01:48 +0200");
    row("2024-02-30", "");
    row("2024-07-20 25:00", "");
    row("2024-07", "");
    row("20/07/2024", "");
    row("2024-07-20 noon", "");
    row("2024-07-20 16:01 UTC", "");
    row("2024-07-20 and more", "");
    row("", "");
  }
  void spelledDate() {
    QFETCH(QByteArray, text);
    QTEST(QByteArray::fromStdString(
              postwright::generators::cobalt::spelledDate(text.toStdString(), "+0100").value_or("")),
          "spelled");
  }
};

QTEST_APPLESS_MAIN(DateSpellingTest)
#include "date_spelling_test.moc"

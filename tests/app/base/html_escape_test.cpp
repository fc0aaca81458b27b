#include "app/base/html_escape.h"

#include <QTest>

using namespace postwright;

class HtmlEscapeTest : public QObject {
  Q_OBJECT

 private slots:
  static void appendHtmlEscaped_writesTheFive_data() {
    QTest::addColumn<QByteArray>("escaped");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("all") << QByteArray("&<>\"'")
                         << QByteArray("was: &lt;a href=&quot;x&quot; id=&#39;y&#39;&gt; &amp; é");
    QTest::newRow("some") << QByteArray("<&") << QByteArray("was: &lt;a href=\"x\" id='y'> &amp; é");
    QTest::newRow("none") << QByteArray() << QByteArray("was: <a href=\"x\" id='y'> & é");
  }
  static void appendHtmlEscaped_writesTheFive() {
    QFETCH(QByteArray, escaped);
    QFETCH(QByteArray, html);
    std::string result = "was: ";
    appendHtmlEscaped(result, "<a href=\"x\" id='y'> & é", escaped.toStdString());
    QCOMPARE(QByteArray::fromStdString(result), html);
  }

  static void htmlEntity_isEmptyForAnyOtherByte() {
    for (int byte = 0; byte < 256; ++byte) {
      const bool isOneOfFive =
          std::string_view("&<>\"'").find(static_cast<char>(byte)) != std::string_view::npos;
      QCOMPARE(htmlEntity(static_cast<char>(byte)).empty(), !isOneOfFive);
    }
  }
};

QTEST_APPLESS_MAIN(HtmlEscapeTest)
#include "html_escape_test.moc"

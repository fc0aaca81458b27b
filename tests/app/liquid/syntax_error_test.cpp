#include "app/liquid/syntax_error.h"

#include <QTest>

using namespace postwright;
using namespace postwright::liquid;

class SyntaxErrorTest : public QObject {
  Q_OBJECT

 private slots:
  void explainInvalid_marksTheFarthestPlace() {
    const std::string text = "first\n{{ a | }} rest\n";
    QCOMPARE(explainInvalid(text, 6).report, std::string(" --> 2:8\n"
                                                         "  |\n"
                                                         "2 | {{ a | }} rest\n"
                                                         "  |        ^---\n"
                                                         "  |\n"
                                                         "  = expected Identifier"));
    QCOMPARE(explainInvalid(text, 6).offset, std::size_t{13});
  }

  void explainInvalid_listsWhatWasExpected() {
    const std::string report = explainInvalid("{% a", 0).report;
    QVERIFY(report.ends_with(
        "  = expected Value, Range, \">\", \"<\", \"=\", \",\", \":\", \"==\", \"!=\", \"<>\", "
        "\">=\", or \"<=\""));
  }

  void explainInvalid_countsCharactersAsBytesBeforeThePlace() {
    // Cobalt takes the column for a number of bytes, so it reads again with too little of the line.
    QVERIFY(explainInvalid("éé {{ 5 | }}", 5).report.starts_with(" --> 1:9\n"));
    QCOMPARE(explainInvalid("éé {{ 5 | }}", 5).offset, std::size_t{12});
  }

  void reportSpan_marksTheSpan() {
    QCOMPARE(reportSpan("ab\n  cde f", {5, 8}, "wrong"), std::string(" --> 2:3\n"
                                                                     "  |\n"
                                                                     "2 |   cde f\n"
                                                                     "  |   ^-^\n"
                                                                     "  |\n"
                                                                     "  = wrong"));
  }

  void reportSpan_showsBothLinesOfALongOne() {
    QCOMPARE(reportSpan("a\nbc\nd\nef", {3, 8}, "wrong"), std::string(" --> 2:2\n"
                                                                      "  |\n"
                                                                      "2 | bc\n"
                                                                      "  | ...\n"
                                                                      "4 | ef\n"
                                                                      "  |  ^\n"
                                                                      "  |\n"
                                                                      "  = wrong"));
  }
};

QTEST_APPLESS_MAIN(SyntaxErrorTest)
#include "syntax_error_test.moc"

#include "app/liquid/parsed_template.h"

#include <QTest>

using namespace postwright;
using namespace postwright::liquid;

class ParsedTemplateTest : public QObject {
  Q_OBJECT

 private slots:
  void positionAt_countsCharactersAndTheFilesLines() {
    const Template parsed("é\r\nab\nc", {"x.md", 5});
    QCOMPARE(toString(parsed.positionAt(2)), std::string("x.md:5:2"));
    QCOMPARE(toString(parsed.positionAt(5)), std::string("x.md:6:2"));
    QCOMPARE(toString(parsed.positionAt(99)), std::string("x.md:7:2"));
  }

  void positionAt_isRightOnLongLines() {
    std::string line;
    for (int i = 0; i < 1000; ++i)
      line += "é";
    const Template parsed("\n" + line + "\n" + line, {});
    QCOMPARE(parsed.positionAt(1).column, 1);
    QCOMPARE(parsed.positionAt(1 + 2 * 700).column, 701);
    QCOMPARE(parsed.positionAt(1 + 2000 + 1 + 2 * 300).line, 3);
    QCOMPARE(parsed.positionAt(1 + 2000 + 1 + 2 * 300).column, 301);
  }

  void placeCounter_agreesWithPositionAt() {
    const std::string text = "é\r\nab\rc\n\n日本語 and so on, beyond a word of bytes\nend";
    for (const std::size_t step : {1U, 3U, 7U}) {
      PlaceCounter counter(text, 5);
      const Template parsed(text, {"x.md", 5});
      for (std::size_t offset = 0; offset <= text.size(); offset += step) {
        const LineColumn place = counter.at(offset);
        QCOMPARE(place.line, parsed.positionAt(offset).line);
        QCOMPARE(place.column, parsed.positionAt(offset).column);
      }
    }
  }

  void positionAt_worksForAnEmptyText() { QCOMPARE(Template("", {}).positionAt(0).line, 1); }
};

QTEST_APPLESS_MAIN(ParsedTemplateTest)
#include "parsed_template_test.moc"

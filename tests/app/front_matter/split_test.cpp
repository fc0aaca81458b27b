#include "app/front_matter/split.h"

#include <QTest>

using namespace postwright;
using postwright::front_matter::split;
using postwright::front_matter::Split;

class SplitTest : public QObject {
  Q_OBJECT

 private slots:
  void split_cutsWhereCobaltCuts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("fences");
    QTest::addColumn<bool>("deprecated");
    const auto row = [](const char* name, const char* text, const char* front, const char* content,
                        bool fences, bool deprecated = false) {
      QTest::newRow(name) << QByteArray(text) << QByteArray(front) << QByteArray(content) << fences
                          << deprecated;
    };
    row("ordinary", "---\ntitle: a\n---\nbody", "title: a\n", "body", true);
    row("blank lines below are eaten", "---\na: 1\n---\n\n\n  body", "a: 1\n", "  body", true);
    row("blank lines above are eaten", "---\n\n\na: 1\n---\nb", "a: 1\n", "b", true);
    row("blanks behind the hyphens", "---   \na: 1\n---\t\nb", "a: 1\n", "b", true);
    row("no-break space counts as blank", "---\u00a0\na: 1\n---\nb", "a: 1\n", "b", true);
    row("empty front", "---\n---\nb", "", "b", true);
    row("blank front", "---\n\n---\nb", "", "b", true);
    row("no final line end", "---\na: 1\n---", "", "a: 1\n---", false, true);
    row("cut at the end of a line", "---\na: x ---\nb: 1\n---\nz", "a: x ", "b: 1\n---\nz", true);
    row("four hyphens", "---\na: 1\n----\nb\n---\nz", "a: 1\n-", "b\n---\nz", true);
    row("rule in a post without front matter", "Hello\n\n---\n\nworld", "Hello\n", "world", false, true);
    row("trailing fence only", "a: 1\n---\nb\n---\nc", "a: 1", "b\n---\nc", false, true);
    row("indented fence", " ---\na: 1\n---\nb", " ---\na: 1", "b", false, true);
    row("nothing", "just text\n", "", "just text\n", false);
    row("empty", "", "", "", false);
    row("BOM hides the fence", "\ufeff---\na: 1\n---\nb", "\ufeff---\na: 1", "b", false, true);
    row("CRLF", "---\r\na: 1\r\n---\r\nb\r\nc", "a: 1\n", "b\nc", true);
    row("lone CR", "---\ra: 1\r---\rb", "a: 1\n", "b", true);
  }
  void split_cutsWhereCobaltCuts() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, front);
    QFETCH(QByteArray, content);
    QFETCH(bool, fences);
    QFETCH(bool, deprecated);
    const Split cut = split(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(cut.front), front);
    QCOMPARE(QByteArray::fromStdString(cut.content), content);
    QCOMPARE(cut.hasFences, fences);
    QCOMPARE(cut.deprecated, deprecated);
    QCOMPARE(cut.hasFrontMatter, !front.isEmpty());
  }

  void spans_areThoseOfTheFile_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("LF") << QByteArray("---\n\ntitle: é\n---\n\n\nbody\n");
    QTest::newRow("CRLF") << QByteArray("---\r\n\r\ntitle: é\r\n---\r\n\r\nbody\r\n");
    QTest::newRow("CR") << QByteArray("---\rtitle: é\r---\rbody\r");
    QTest::newRow("mixed") << QByteArray("---\r\ntitle: é\n---\r\nbody\rmore");
  }
  void spans_areThoseOfTheFile() {
    QFETCH(QByteArray, text);
    const std::string file = text.toStdString();
    const Split cut = split(file);
    const std::string front = file.substr(cut.frontBytes.begin, cut.frontBytes.size());
    QCOMPARE(normaliseLineEnds(front), cut.front);
    QCOMPARE(normaliseLineEnds(file.substr(cut.contentBytes.begin)), cut.content);
    const LineIndex lines(file);
    QCOMPARE(lines.lineStart(cut.frontLine), cut.frontBytes.begin);
    QCOMPARE(lines.lineStart(cut.contentLine), cut.contentBytes.begin);
  }

  void emptyFences_putTheFrontRightBelowTheFirst() {
    QCOMPARE(split("---\r\n\r\n---\r\nb").frontBytes, (Span{5, 5}));
  }
};

QTEST_APPLESS_MAIN(SplitTest)
#include "split_test.moc"

#include "app/yaml/outline.h"

#include <QTest>

using namespace postwright::yaml;

class OutlineTest : public QObject {
  Q_OBJECT

 private slots:
  void bothReadings_agreeOnOrdinaryText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("block") << QByteArray("a: 1\nb:\n- x\n- 'y'\nc: |\n  l\n  m\n");
    QTest::newRow("flow") << QByteArray("a: {b: [1, \"two\"], c: {}}\n");
    QTest::newRow("CRLF") << QByteArray("a: |\r\n  x\r\nb: 1\r\n");
    QTest::newRow("lone CR") << QByteArray("a: 1\rb: 2\r");
    QTest::newRow("letters") << QByteArray("é: [日本, \"😀\"]\n");
    QTest::newRow("empty") << QByteArray("");
  }
  void bothReadings_agreeOnOrdinaryText() {
    QFETCH(QByteArray, text);
    const std::string yaml = text.toStdString();
    const auto again = readOutlineAgain(yaml);
    QVERIFY(again.has_value());
    compare(*again, outlineOf(readTree(yaml)));
  }

  void secondReading_ofUnreadableTextIsNothing() {
    QVERIFY(!readOutlineAgain("a: [what?]\n"));
    QVERIFY(!readOutlineAgain(std::string(100'000, '[')));
  }

  void secondReading_doesNotFollowAliases() {
    const auto outline = readOutlineAgain("a: &a [*a]\n");
    QVERIFY(outline.has_value());
    QCOMPARE(outline->children[1].children[0].kind, TreeKind::Alias);
  }

 private:
  static void compare(const Outline& a, const Outline& b) {
    QCOMPARE(a.kind, b.kind);
    QCOMPARE(a.text, b.text);
    QCOMPARE(a.plain || a.kind != TreeKind::Scalar, b.plain || b.kind != TreeKind::Scalar);
    QCOMPARE(a.children.size(), b.children.size());
    for (std::size_t i = 0; i < a.children.size(); ++i)
      compare(a.children[i], b.children[i]);
  }
};

QTEST_APPLESS_MAIN(OutlineTest)
#include "outline_test.moc"

#include "app/drafts/yaml_writer.h"

#include <QTest>

using namespace postwright;

// Every expected text was written by `cobalt new` from a template with that value.
class YamlWriterTest : public QObject {
  Q_OBJECT

 private slots:
  void writeString_takesCobaltsStyle_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << QByteArray("it's a, b") << QByteArray("it's a, b");
    QTest::newRow("colon") << QByteArray("Hello: World #1") << QByteArray("'Hello: World #1'");
    QTest::newRow("quote and colon") << QByteArray("it's: x") << QByteArray("'it''s: x'");
    QTest::newRow("leading blank") << QByteArray(" lead") << QByteArray("' lead'");
    QTest::newRow("tab") << QByteArray("a\tb") << QByteArray("\"a\\tb\"");
    QTest::newRow("truth") << QByteArray("true") << QByteArray("'true'");
    QTest::newRow("number") << QByteArray("12") << QByteArray("'12'");
    QTest::newRow("leading zero") << QByteArray("007") << QByteArray("'007'");
    QTest::newRow("not a truth in YAML 1.2") << QByteArray("yes") << QByteArray("yes");
    QTest::newRow("date") << QByteArray("2020-01-01") << QByteArray("2020-01-01");
    QTest::newRow("empty") << QByteArray("") << QByteArray("''");
    QTest::newRow("lines") << QByteArray("x\ny") << QByteArray("|-\n  x\n  y");
    QTest::newRow("final newline") << QByteArray("e\n") << QByteArray("|\n  e");
    QTest::newRow("two final newlines") << QByteArray("x\ny\n\n") << QByteArray("|+\n  x\n  y\n");
    QTest::newRow("indented lines") << QByteArray("  x\ny\n") << QByteArray("|2\n    x\n  y");
    QTest::newRow("dash") << QByteArray("- x") << QByteArray("'- x'");
    QTest::newRow("tilde") << QByteArray("~") << QByteArray("'~'");
  }
  void writeString_takesCobaltsStyle() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    QCOMPARE(QByteArray::fromStdString(drafts::writeString(text.toStdString())), written);
  }

  void writeEntry_nestsLikeSerde() {
    const Value nested(Object{{"a", Value(Array{Value(1), Value(Array{Value(2), Value(3)})})},
                              {"b", Value(Object{{"c", Value("d")}})}});
    QCOMPARE(QByteArray::fromStdString(drafts::writeEntry("nn", nested, 2)),
             QByteArray("  nn:\n    a:\n    - 1\n    - - 2\n      - 3\n    b:\n      c: d\n"));
  }

  void writeEntry_writesNumbersAsSerde() {
    QCOMPARE(drafts::writeEntry("f", Value(1.5)), std::string("f: 1.5\n"));
    QCOMPARE(drafts::writeEntry("big", Value(1e20)), std::string("big: 1e20\n"));
    QCOMPARE(drafts::writeEntry("z", Value()), std::string("z: null\n"));
    QCOMPARE(drafts::writeEntry("e", Value(Array{})), std::string("e: []\n"));
  }
};

QTEST_APPLESS_MAIN(YamlWriterTest)
#include "yaml_writer_test.moc"

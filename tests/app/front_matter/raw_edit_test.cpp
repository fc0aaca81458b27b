#include "app/front_matter/raw_edit.h"

#include <QTest>

using namespace postwright;
using namespace postwright::front_matter;

/// One value as its own YAML, read and written back.
class RawEditTest : public QObject {
  Q_OBJECT

  static std::string file(const std::string& yaml) { return "---\n" + yaml + "---\nBody\n"; }
  static Path path(const QByteArray& dotted) {
    Path path;
    for (const QByteArray& step : dotted.split('.')) {
      bool isIndex = false;
      const uint index = step.toUInt(&isIndex);
      if (isIndex) {
        path.emplace_back(std::size_t{index});
      } else {
        path.emplace_back(step.toStdString());
      }
    }
    return path;
  }

 private slots:
  void rawText_isTheValueWithoutItsIndentation_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("reference") << QByteArray("a: &x 1\nb: *x\n") << QByteArray("b") << QByteArray("*x");
    QTest::newRow("tag") << QByteArray("a: !t {b: 1}\n") << QByteArray("a") << QByteArray("!t {b: 1}");
    QTest::newRow("anchor") << QByteArray("a: &x 1\nb: *x\n") << QByteArray("a") << QByteArray("&x 1");
    QTest::newRow("block list") << QByteArray("m:\n  a:\n    - [x]\n    - - y\n      - z\n")
                                << QByteArray("m.a") << QByteArray("- [x]\n- - y\n  - z");
    QTest::newRow("CRLF") << QByteArray("m:\r\n  a:\r\n    b: 1\r\n    c: 2\r\n") << QByteArray("m.a")
                          << QByteArray("b: 1\nc: 2");
    QTest::newRow("block text") << QByteArray("a: !t |\n  one\n  two\n") << QByteArray("a")
                                << QByteArray("!t |\none\ntwo");
    QTest::newRow("item") << QByteArray("a:\n  - &x b\n  - *x\n") << QByteArray("a.1") << QByteArray("*x");
    QTest::newRow("nowhere") << QByteArray("a: 1\n") << QByteArray("b") << QByteArray();
  }
  void rawText_isTheValueWithoutItsIndentation() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, at);
    QFETCH(QByteArray, text);
    const FrontMatterDocument document(file(yaml.toStdString()));
    QCOMPARE(QByteArray::fromStdString(rawText(document, path(at))), text);
  }

  void setRaw_writesOnlyTheValue_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* yaml, const char* at, const char* text,
                        const char* after) {
      QTest::newRow(name) << QByteArray(yaml) << QByteArray(at) << QByteArray(text) << QByteArray(after);
    };
    row("reference to a word", "a: &x 1\nb: *x # c\nd: 2\n", "b", "word", "a: &x 1\nb: word # c\nd: 2\n");
    row("other tag", "a: !t x\nb: 1\n", "a", "!u y", "a: !u y\nb: 1\n");
    row("block in place", "m:\n  a:\n    - [x]\n    - [y]\n  z: 1\n", "m.a", "- [x]\n- [y, z]",
        "m:\n  a:\n    - [x]\n    - [y, z]\n  z: 1\n");
    row("block for a flow", "m:\n  a: [[x]]\n  z: 1\n", "m.a", "- [x]\n- [y]",
        "m:\n  a:\n    - [x]\n    - [y]\n  z: 1\n");
    row("flow for a block", "m:\n  a:\n    - [x]\n  z: 1\n", "m.a", "[[x]]", "m:\n  a:\n    [[x]]\n  z: 1\n");
    row("CRLF", "m:\r\n  a:\r\n    b: 1\r\nz: 2\r\n", "m.a", "b: 1\nc: 2",
        "m:\r\n  a:\r\n    b: 1\r\n    c: 2\r\nz: 2\r\n");
    row("a null", "a: !!null\nb: 1\n", "a", "x", "a: x\nb: 1\n");
    row("nothing to do", "a: !t x\n", "a", "!t x", "a: !t x\n");
  }
  void setRaw_writesOnlyTheValue() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, at);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, after);
    const FrontMatterDocument document(file(yaml.toStdString()));
    const EditResult result = setRaw(document, path(at), text.toStdString());
    QVERIFY2(!result.refusal, result.refusal ? result.refusal->message.c_str() : "");
    QCOMPARE(QByteArray::fromStdString(applyEdits(document.file(), result.edits)),
             QByteArray::fromStdString(file(after.toStdString())));
  }

  void setRaw_isRefusedWhereMoreWouldChange_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("another key") << QByteArray("a: !t x\nb: 1\n") << QByteArray("a") << QByteArray("x\nc: 2");
    QTest::newRow("open bracket") << QByteArray("a: !t x\nb: 1\n") << QByteArray("a") << QByteArray("[x");
    QTest::newRow("open quote") << QByteArray("a: !t x\nb: 1\n") << QByteArray("a") << QByteArray("'x");
    QTest::newRow("end of the front matter")
        << QByteArray("a: !t x\nb: 1\n") << QByteArray("a") << QByteArray("x\n---\n");
    QTest::newRow("comma in a flow") << QByteArray("m: {a: !t x, b: 1}\n") << QByteArray("m.a")
                                     << QByteArray("x, c: 2");
    QTest::newRow("unknown reference") << QByteArray("a: !t x\n") << QByteArray("a") << QByteArray("*y");
    QTest::newRow("lost anchor") << QByteArray("a: &x 1\nb: *x\n") << QByteArray("a") << QByteArray("1");
    QTest::newRow("nowhere") << QByteArray("a: 1\n") << QByteArray("b") << QByteArray("1");
    QTest::newRow("broken text") << QByteArray("a: 'x\n") << QByteArray("a") << QByteArray("1");
  }
  void setRaw_isRefusedWhereMoreWouldChange() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, at);
    QFETCH(QByteArray, text);
    const FrontMatterDocument document(file(yaml.toStdString()));
    const EditResult result = setRaw(document, path(at), text.toStdString());
    QVERIFY(result.refusal.has_value());
    QVERIFY(result.edits.empty());
    QVERIFY(!result.refusal->message.empty());
  }
};

QTEST_GUILESS_MAIN(RawEditTest)
#include "raw_edit_test.moc"

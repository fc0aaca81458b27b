#include "app/front_matter/yaml_editor.h"

#include "tests/app/front_matter/editing.h"

using namespace postwright;
using namespace postwright::front_matter;

namespace {

void columns() {
  QTest::addColumn<QByteArray>("yaml");
  QTest::addColumn<QByteArray>("path");
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<QByteArray>("after");
}

void row(const char* name, const char* yaml, const char* path, const char* value, const char* after) {
  QTest::newRow(name) << QByteArray(yaml) << QByteArray(path) << QByteArray(value) << QByteArray(after);
}

} // namespace

class YamlEditorTest : public QObject {
  Q_OBJECT

 private slots:
  void set_text_data() {
    columns();
    row("comment stays", "a: one   # why\nb: 2\n", "a", "two", "a: two   # why\nb: 2\n");
    row("same value changes nothing", "a:   'one'\n", "a", "one", "a:   'one'\n");
    row("emptied", "a: one\n", "a", "", "a: \"\"\n");
    row("emptied in single quotes", "a: 'one'\n", "a", "", "a: ''\n");
    row("empty value", "a:\nb: 1\n", "a", "x", "a: x\nb: 1\n");
    row("blank value", "a:  \nb: 1\n", "a", "x", "a: x\nb: 1\n");
    row("empty value with comment", "a:  # why\n", "a", "x", "a: x  # why\n");
    row("written null", "a: ~ # why\n", "a", "x", "a: x # why\n");
    row("empty in braces", "a: {b: , c: }\n", "a.c", "x", "a: {b: , c: x}\n");
    row("empty item", "a:\n-\n- b\n", "a[0]", "x", "a:\n- x\n- b\n");
    row("nested", "a:\n  b:\n    c: d\n", "a.b.c", "e", "a:\n  b:\n    c: e\n");
    row("map in a list", "l:\n- a: 1\n  b: x\n", "l[0].b", "w", "l:\n- a: 1\n  b: w\n");
    row("CRLF", "a: x\r\nb: |\r\n  y\r\n", "b", "p\nq\n", "a: x\r\nb: |\r\n  p\r\n  q\r\n");
    row("several plain lines", "a: one\n  two\nb: 1\n", "a", "three", "a: three\nb: 1\n");
    row("block becomes a line", "a: >-\n    one\n    two\n\nb: 1\n", "a", "x", "a: x\n\nb: 1\n");
    row("block keeps its column", "a: |\n     one\nb: 1\n", "a", "x\ny\n", "a: |\n     x\n     y\nb: 1\n");
    row("anchor stays", "a: &n old\n", "a", "new", "a: &n new\n");
    row("string tag stays", "a: !!str 1\n", "a", "2", "a: !!str '2'\n");
    row("missing key", "a: 1\n", "b", "x", "a: 1\nb: x\n");
    row("missing map", "a: 1\n", "data.author", "x", "a: 1\ndata:\n  author: x\n");
    row("missing in an empty map", "data:\nb: 1\n", "data.k", "x", "data:\n  k: x\nb: 1\n");
    row("missing in empty braces", "data: {}\n", "data.k", "x", "data: {k: x}\n");
    row("missing map in braces", "data: {a: 1}\n", "data.b.c", "x", "data: {a: 1, b: {c: x}}\n");
    row("the document's own step", "a:\n    b: 1\n", "c.d", "x", "a:\n    b: 1\nc:\n    d: x\n");
    row("empty text", "", "a", "x", "a: x\n");
    row("only a comment", "# c\n", "a", "x", "# c\na: x\n");
    row("no final line end", "a: 1", "b", "x", "a: 1\nb: x");
    row("below a comment inside", "d:\n  k: 1\n  # in d\n# after\n", "b", "x\ny",
        "d:\n  k: 1\n  # in d\nb: |-\n  x\n  y\n# after\n");
    row("a deep comment is not swallowed", "a: x\n\n    # deep\nb: 1\n", "a", "x\ny",
        "a: \"x\\ny\"\n\n    # deep\nb: 1\n");
    row("block without a final line end", "a: 1", "a", "x\ny\n", "a: \"x\\ny\\n\"");
    row("stripped block without a final line end", "a: 1", "b", "x\ny", "a: 1\nb: |-\n  x\n  y");
    row("BOM",
        "\xEF\xBB\xBF"
        "a: 1\n",
        "a", "x",
        "\xEF\xBB\xBF"
        "a: x\n");
    row("refuses an alias", "a: &x 1\nb: *x\n", "b", "y", "refused: alias");
    row("refuses below an alias", "a: &x {k: 1}\nb: *x\n", "b.k", "y", "refused: alias");
    row("refuses a shared value", "a: &x 1\nb: *x\n", "a", "y", "refused: shared");
    row("refuses inside a shared map", "a: &x {k: 1}\nb: *x\n", "a.k", "y", "refused: shared");
    row("refuses a tag", "a: !t 1\n", "a", "y", "refused: tag");
    row("refuses a doubled key", "a: 1\na: 2\n", "a", "y", "refused: duplicate-key");
    row("refuses a key without colon", "a: {b, c}\n", "a.b", "y", "refused: implicit");
    row("refuses an explicit key", "? a\n: 1\n", "a", "y", "refused: complex-key");
    row("refuses an explicit key on the next line", "?\n  a\n: 1\n", "a", "y", "refused: complex-key");
    row("refuses a list", "a: [b]\n", "a", "y", "refused: not-scalar");
    row("refuses below text", "a: b\n", "a.c", "y", "refused: not-map");
    row("refuses behind a list's end", "a: [b]\n", "a[3]", "y", "refused: no-such-key");
    row("refuses broken text", "a: [b\n", "a", "y", "refused: syntax");
    row("refuses a list as a whole", "- a\n", "a", "y", "refused: not-map");
    row("refuses an unknown anchor", "a: *x\nb: 1\n", "b", "y", "refused: undefined-alias");
    row("refuses a recursive alias", "a: &x [*x]\nb: 1\n", "b", "y", "refused: recursive-alias");
    row("refuses two documents", "a: 1\n---\nb: 1\n", "a", "y", "refused: multi-doc");
  }
  void set_text() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const YamlEditor editor(yaml.toStdString());
    const Scalar scalar{ScalarType::String, value.toStdString()};
    QCOMPARE(outcome(yaml.toStdString(), editor.set(pathOf(path.toStdString()), scalar)), after);
  }

  void set_typed_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");
    const auto typed = [](const char* name, const char* yaml, ScalarType type, const char* value,
                          const char* after) {
      QTest::newRow(name) << QByteArray(yaml) << static_cast<int>(type) << QByteArray(value)
                          << QByteArray(after);
    };
    typed("boolean keeps its case", "a: FALSE\n", ScalarType::Bool, "true", "a: TRUE\n");
    typed("equal boolean", "a: True\n", ScalarType::Bool, "true", "a: True\n");
    typed("boolean for text", "a: 'true'\n", ScalarType::Bool, "true", "a: true\n");
    typed("number", "a: 1 # c\n", ScalarType::Int, "20", "a: 20 # c\n");
    typed("number that is none", "a: 1\n", ScalarType::Int, "x", "refused: bad-literal");
    typed("fraction", "a: 1\n", ScalarType::Float, "1.5", "a: 1.5\n");
    typed("instant", "a: 2020-01-01 00:00:00 +0000\n", ScalarType::Date, "2021-02-03 04:05:06 +0700",
          "a: 2021-02-03 04:05:06 +0700\n");
    typed("quoted instant", "a: \"2020-01-01 00:00:00 +0000\"\n", ScalarType::Date,
          "2021-02-03 04:05:06 +0700", "a: \"2021-02-03 04:05:06 +0700\"\n");
    typed("day", "a: 2020-01-01\n", ScalarType::Date, "2021-02-03", "a: 2021-02-03\n");
    typed("instant does not become a day", "a: 2020-01-01 00:00:00 +0000\n", ScalarType::Date, "2021-02-03",
          "refused: bad-literal");
    typed("no date", "a: 2020-01-01\n", ScalarType::Date, "2021-02-30", "refused: bad-literal");
    typed("null leaves the value empty", "a: one # c\nb: 1\n", ScalarType::Null, "", "a: # c\nb: 1\n");
    typed("null in braces", "{a: one, b: 1}\n", ScalarType::Null, "", "{a: null, b: 1}\n");
    typed("equal null", "a: ~\n", ScalarType::Null, "", "a: ~\n");
  }
  void set_typed() {
    QFETCH(QByteArray, yaml);
    QFETCH(int, type);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const YamlEditor editor(yaml.toStdString());
    const Scalar scalar{static_cast<ScalarType>(type), value.toStdString()};
    QCOMPARE(outcome(yaml.toStdString(), editor.set(pathOf("a"), scalar)), after);
  }

  void publishedDate_needsATime() {
    const YamlEditor editor("title: a\n");
    const Scalar day{ScalarType::Date, "2024-07-20"};
    QCOMPARE(editor.set(pathOf("published_date"), day).refusal->code, std::string("bad-literal"));
    QCOMPARE(outcome("title: a\n", editor.set(pathOf("data.day"), day)),
             QByteArray("title: a\ndata:\n  day: 2024-07-20\n"));
  }

  void insert_addsAtTheEndOfTheMap_data() {
    columns();
    row("before blank lines and comments", "a:\n  b: 1 # c\n\n  # d\nz: 1\n", "a", "x",
        "a:\n  b: 1 # c\n  k: x\n\n  # d\nz: 1\n");
    row("braces", "a: {b: 1}\n", "a", "x", "a: {b: 1, k: x}\n");
    row("wide braces", "a: { b: 1,  c: 2 }\n", "a", "x", "a: { b: 1,  c: 2,  k: x }\n");
    row("braces with a last comma", "a: {\n  b: 1,\n  c: 2, # d\n}\n", "a", "x",
        "a: {\n  b: 1,\n  c: 2, # d\n  k: x,\n}\n");
    row("braces over lines", "a: {\n  b: 1 # d\n}\n", "a", "x", "a: {\n  b: 1, # d\n  k: x\n}\n");
    row("bracket on the last line", "a: {\n  b: 1,\n  c: 2}\n", "a", "x",
        "a: {\n  b: 1,\n  c: 2,\n  k: x}\n");
    row("empty braces over lines", "a: {\n}\n", "a", "x", "a: {\n  k: x\n}\n");
    row("like its neighbours", "a: {b: 'y', c: 'z'}\n", "a", "x", "a: {b: 'y', c: 'z', k: 'x'}\n");
    row("not like mixed neighbours", "a: {b: 'y', c: z}\n", "a", "x", "a: {b: 'y', c: z, k: x}\n");
    row("JSON", "{\"a\":{\"b\":\"y\"}}\n", "a", "x", "{\"a\":{\"b\":\"y\", \"k\":\"x\"}}\n");
    row("map in a list", "a:\n- b: 1\n- c: 2\n", "a[0]", "x", "a:\n- b: 1\n  k: x\n- c: 2\n");
    row("after a kept block", "a:\n  b: |+\n    y\n\nz: 1\n", "a", "x",
        "a:\n  b: |+\n    y\n\n  k: x\nz: 1\n");
    row("refuses what is there", "a: {k: 1}\n", "a", "x", "refused: exists");
    row("refuses explicit keys", "a:\n  ? b\n  : 1\n", "a", "x", "refused: complex-key");
    row("refuses an explicit key without a name", "a:\n  b: 1\n  ?\n", "a", "x", "refused: complex-key");
    row("refuses an inner comment", "a: { # c\n}\n", "a", "x", "refused: comment");
    row("refuses a pair without braces", "a: [b: 1]\n", "a[0]", "x", "refused: layout");
  }
  void insert_addsAtTheEndOfTheMap() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const YamlEditor editor(yaml.toStdString());
    const Scalar scalar{ScalarType::String, value.toStdString()};
    QCOMPARE(outcome(yaml.toStdString(), editor.insert(pathOf(path.toStdString()), "k", scalar)), after);
  }

  void append_addsAtTheEndOfTheList_data() {
    columns();
    row("block", "t:\n  - a\n  - b # c\n\nz: 1\n", "t", "x", "t:\n  - a\n  - b # c\n  - x\n\nz: 1\n");
    row("block below its key", "t:\n- a\n", "t", "x", "t:\n- a\n- x\n");
    row("the gap is copied", "t:\n-   a\n", "t", "x", "t:\n-   a\n-   x\n");
    row("quoted alike", "t: [\"a\"]\n", "t", "x", "t: [\"a\", \"x\"]\n");
    row("last comma", "t: [a, b, ]\n", "t", "x", "t: [a, b, x, ]\n");
    row("over lines", "t: [\n  a,\n  b # c\n]\n", "t", "x", "t: [\n  a,\n  b, # c\n  x\n]\n");
    row("empty", "t: []\n", "t", "x", "t: [x]\n");
    row("empty and wide", "t: [ ]\n", "t", "x", "t: [ x ]\n");
    row("nothing yet", "t: # c\n", "t", "x", "t: [x] # c\n");
    row("nothing yet beside a block", "t:\nl:\n  - a\n", "t", "x", "t:\n  - x\nl:\n  - a\n");
    row("no key yet", "a: 1\n", "t", "x", "a: 1\nt: [x]\n");
    row("no key yet beside a block", "l:\n- a\n", "t", "x", "l:\n- a\nt:\n- x\n");
    row("several lines", "t:\n- a\n", "t", "x\ny", "t:\n- a\n- |-\n  x\n  y\n");
    row("refuses text", "t: a b\n", "t", "x", "refused: not-list");
    row("refuses a map", "t: {a: 1}\n", "t", "x", "refused: not-list");
    row("refuses a shared list", "t: &l [a]\nu: *l\n", "t", "x", "refused: shared");
  }
  void append_addsAtTheEndOfTheList() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const YamlEditor editor(yaml.toStdString());
    const Scalar scalar{ScalarType::String, value.toStdString()};
    QCOMPARE(outcome(yaml.toStdString(), editor.append(pathOf(path.toStdString()), scalar)), after);
  }

  void remove_takesTheEntryAlone_data() {
    columns();
    row("line", "a: 1\n# c\nb: 2 # d\nc: 3\n", "b", "", "a: 1\n# c\nc: 3\n");
    row("block with its lines", "a: |\n  x\n  y\n\nb: 1\n", "a", "", "\nb: 1\n");
    row("last line without a line end", "a: 1\nb: 2", "b", "", "a: 1");
    row("first key of an item", "l:\n- a: 1 # c\n  b: 2\n", "l[0].a", "", "l:\n- b: 2\n");
    row("last item leaves brackets", "t: # c\n- a\nz: 1\n", "t[0]", "", "t: [] # c\nz: 1\n");
    row("last key leaves braces", "d:\n  # c\n  k: 1\nz: 1\n", "d.k", "", "d: {}\n  # c\nz: 1\n");
    row("anchored list stays anchored", "t: &x\n- a\nz: 1\n", "t[0]", "", "t: &x []\nz: 1\n");
    row("item of an item", "l:\n- - a\n- b\n", "l[0][0]", "", "l:\n- []\n- b\n");
    row("first in brackets", "t: [a, b]\n", "t[0]", "", "t: [b]\n");
    row("last in brackets", "t: [a, b]\n", "t[1]", "", "t: [a]\n");
    row("last before a comma", "t: [a, b,]\n", "t[1]", "", "t: [a,]\n");
    row("only one in brackets", "t: [ a, ]\n", "t[0]", "", "t: []\n");
    row("own line in braces", "d: {\n  a: 1, # c\n  b: 2,\n}\n", "d.a", "", "d: {\n  b: 2,\n}\n");
    row("beside an empty value", "d: {a: , b: 1}\n", "d.b", "", "d: {a: }\n");
    row("whole document", "a: 1\n", "a", "", "");
    row("refuses an anchor in use", "a: &x 1\nb: *x\n", "a", "", "refused: anchor-in-use");
    row("refuses to lose a comment", "l:\n- a: 1\n  # c\n  b: 2\n", "l[0].a", "", "refused: comment");
    row("refuses what is not there", "a: 1\n", "b", "", "refused: no-such-key");
  }
  void remove_takesTheEntryAlone() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, after);
    const YamlEditor editor(yaml.toStdString());
    QCOMPARE(outcome(yaml.toStdString(), editor.remove(pathOf(path.toStdString()))), after);
  }

  void jekyll_hasItsOwnBooleans() {
    const YamlEditor editor("a: yes\nb: Off\n", Dialect::Jekyll);
    QVERIFY(editor.set(pathOf("a"), {ScalarType::Bool, "true"}).edits.empty());
    QCOMPARE(outcome("a: yes\nb: Off\n", editor.set(pathOf("b"), {ScalarType::Bool, "true"})),
             QByteArray("a: yes\nb: On\n"));
  }

  void missingKeys_areRefusedOnRequest() {
    const YamlEditor editor("a: 1\n");
    const Scalar value{ScalarType::String, "x"};
    QCOMPARE(editor.set(pathOf("b"), value, Missing::Refuse).refusal->code, std::string("no-such-key"));
    QCOMPARE(editor.append(pathOf("b"), value, Missing::Refuse).refusal->code, std::string("no-such-key"));
  }

  void node_saysWhatAFormNeeds() {
    const YamlEditor editor("a: 'x'\nb: [1, 2]\nc: {k: 1, k: 2}\nd: !t 1\ne: 2020-01-01\n");
    QCOMPARE(editor.node(pathOf("a"))->quoted, true);
    QCOMPARE(editor.node(pathOf("a"))->span, (Span{3, 6}));
    QCOMPARE(editor.node(pathOf("b"))->size, std::size_t{2});
    QCOMPARE(editor.node(pathOf("b[1]"))->type, ScalarType::Int);
    QCOMPARE(editor.node(pathOf("c"))->keys, (std::vector<std::string>{"k", "k"}));
    QCOMPARE(editor.node(pathOf("d"))->readOnly->code, std::string("tag"));
    QCOMPARE(editor.node(pathOf("e"))->type, ScalarType::Date);
    QVERIFY(!editor.node(pathOf("nope")));
    QCOMPARE(editor.node({})->size, std::size_t{5});
  }
};

QTEST_APPLESS_MAIN(YamlEditorTest)
#include "yaml_editor_test.moc"

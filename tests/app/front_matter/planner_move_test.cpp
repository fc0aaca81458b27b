#include "tests/app/front_matter/editing.h"

using namespace postwright;
using namespace postwright::front_matter;

namespace {

void row(const char* name, const char* yaml, const char* path, const char* argument, const char* after) {
  QTest::newRow(name) << QByteArray(yaml) << QByteArray(path) << QByteArray(argument) << QByteArray(after);
}

void columns() {
  QTest::addColumn<QByteArray>("yaml");
  QTest::addColumn<QByteArray>("path");
  QTest::addColumn<QByteArray>("argument");
  QTest::addColumn<QByteArray>("after");
}

} // namespace

class PlannerMoveTest : public QObject {
  Q_OBJECT

 private slots:
  void rename_data() {
    columns();
    row("plain", "a: 1 # c\nb: 2\n", "a", "new", "new: 1 # c\nb: 2\n");
    row("keeps its quotes", "'a':   1\n", "a", "it's", "'it''s':   1\n");
    row("needs quotes", "a: 1\n", "a", "yes", "'yes': 1\n");
    row("in braces", "d: {a: 1, b: }\n", "d.b", "c", "d: {a: 1, c: }\n");
    row("JSON", "{\"a\":1}\n", "a", "b", "{\"b\":1}\n");
    row("with a map below", "a:\n  b: 1\n", "a", "c", "c:\n  b: 1\n");
    row("in a list", "l:\n- a: 1\n  b: 2\n", "l[0].a", "c", "l:\n- c: 1\n  b: 2\n");
    row("anchored value", "a: &x 1\nb: *x\n", "a", "c", "c: &x 1\nb: *x\n");
    row("same name", "a: 1\n", "a", "a", "a: 1\n");
    row("taken", "a: 1\nb: 2\n", "a", "b", "refused: exists");
    row("written twice", "a: 1\na: 2\n", "a", "b", "refused: duplicate-key");
    row("item", "a:\n- x\n", "a[0]", "b", "refused: not-map");
    row("missing", "a: 1\n", "z", "b", "refused: no-such-key");
    row("question mark", "? a\n: 1\n", "a", "b", "refused: complex-key");
  }
  void rename() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, argument);
    const std::string text = yaml.toStdString();
    QTEST(outcome(text, YamlEditor(text).rename(pathOf(path.toStdString()), argument.toStdString())),
          "after");
  }

  void move_data() {
    columns();
    row("down", "l:\n- a\n- b\n- c\n", "l[0]", "2", "l:\n- b\n- c\n- a\n");
    row("up", "l:\n- a\n- b\n- c\n", "l[2]", "0", "l:\n- c\n- a\n- b\n");
    row("keys", "a: 1\nb: 2\nc: 3\n", "c", "1", "a: 1\nc: 3\nb: 2\n");
    row("comments go along", "l:\n  # of a\n  - a # too\n  - b\n", "l[0]", "1",
        "l:\n  - b\n  # of a\n  - a # too\n");
    row("deeper comments too", "a:\n  x: 1\n  # of a\nb: 2\n", "a", "1", "b: 2\na:\n  x: 1\n  # of a\n");
    row("blank lines stay", "a: 1\n\nb: 2\n\n\nc: 3\n", "a", "2", "b: 2\n\nc: 3\n\n\na: 1\n");
    row("a comment apart stays", "# file\n\na: 1\nb: 2\n", "a", "1", "# file\n\nb: 2\na: 1\n");
    row("cards", "l:\n- n: x\n  u: |\n    long\n\n    text\n- n: w\n", "l[1]", "0",
        "l:\n- n: w\n- n: x\n  u: |\n    long\n\n    text\n");
    row("first key of an item", "l:\n- a: 1\n  b: 2\n", "l[0].b", "0", "l:\n- b: 2\n  a: 1\n");
    row("CRLF", "a: 1\r\nb: 2\r\n", "b", "0", "b: 2\r\na: 1\r\n");
    row("no final break", "a: 1\nb: 2", "a", "1", "b: 2\na: 1");
    row("brackets", "t: [a, 'b' ,  c]\n", "t[0]", "2", "t: ['b', c ,  a]\n");
    row("braces over lines", "d: {\n  a: 1,\n  b: 2\n}\n", "d.b", "0", "d: {\n  b: 2,\n  a: 1\n}\n");
    row("same place", "l: [a, b]\n", "l[1]", "1", "l: [a, b]\n");
    row("too far", "l: [a, b]\n", "l[1]", "2", "refused: no-such-key");
    row("comment between", "t: [a, # of a\n  b]\n", "t[0]", "1", "refused: comment");
    row("reference", "l:\n- &x a\n- *x\n", "l[0]", "1", "refused: anchor-in-use");
    row("question mark", "? a\n: 1\n? b\n: 2\n", "b", "0", "refused: complex-key");
    row("fence inside a text", "a: |\n  x\n   ---\nb: 1\n", "b", "0", "b: 1\na: |\n  x\n   ---\n");
  }
  void move() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, argument);
    const std::string text = yaml.toStdString();
    QTEST(outcome(text, YamlEditor(text).move(pathOf(path.toStdString()), argument.toULongLong())), "after");
  }

  void moveInto_data() {
    columns();
    row("existing map", "title: x\n# who\nauthor: Ann # me\ndata:\n  a: 1\n", "author", "data",
        "title: x\ndata:\n  a: 1\n  # who\n  author: Ann # me\n");
    row("below it", "data:\n    a: 1\n\nmood: >-\n  one\n  two\nz: 1\n", "mood", "data",
        "data:\n    a: 1\n    mood: >-\n      one\n      two\n\nz: 1\n");
    row("map missing", "title: x\nauthor:\n- a\n- b\nz: 1\n", "author", "data",
        "title: x\ndata:\n  author:\n  - a\n  - b\nz: 1\n");
    row("map missing, last line", "title: x\nauthor: a", "author", "data", "title: x\ndata:\n  author: a");
    row("empty value", "data: # c\nauthor: a\n", "author", "data", "data: # c\n  author: a\n");
    row("empty braces", "data: {}\nauthor: a\n", "author", "data", "data: {author: a}\n");
    row("braces", "data: {x: 1}\nauthor: [a, 'b']\n", "author", "data", "data: {x: 1, author: [a, b]}\n");
    row("all in braces", "{title: x, author: a}\n", "author", "data", "{title: x, data: {author: a}}\n");
    row("out of it", "title: x\ndata:\n  slug: a\n  b: 1\n", "data.slug", "",
        "title: x\ndata:\n  b: 1\nslug: a\n");
    row("only entry", "title: x\ndata:\n  slug: a\n", "data.slug", "", "refused: layout");
    row("CRLF", "a:\r\n  - 1\r\ndata:\r\n  b: 1\r\n", "a", "data", "data:\r\n  b: 1\r\n  a:\r\n    - 1\r\n");
    row("taken", "a: 1\ndata:\n  a: 2\n", "a", "data", "refused: exists");
    row("into itself", "data:\n  a: 1\n", "data", "data.a", "refused: layout");
    row("no map", "a: 1\ndata: text\n", "a", "data", "refused: not-map");
    row("reference", "a: &x 1\ndata:\n  b: *x\n", "a", "data", "refused: anchor-in-use");
  }
  void moveInto() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, argument);
    const std::string text = yaml.toStdString();
    QTEST(
        outcome(text, YamlEditor(text).moveInto(pathOf(path.toStdString()), pathOf(argument.toStdString()))),
        "after");
  }

  void removeTwin_data() {
    columns();
    row("first", "a: 1\nb: 2\na: 3\n", "a", "0", "b: 2\na: 3\n");
    row("second", "a: 1\nb: 2\na: 3\n", "a", "1", "a: 1\nb: 2\n");
    row("in braces", "d: {a: 1, a: 2}\n", "d.a", "1", "d: {a: 1}\n");
    row("no such one", "a: 1\na: 3\n", "a", "2", "refused: no-such-key");
  }
  void removeTwin() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, argument);
    const std::string text = yaml.toStdString();
    const auto index = static_cast<std::size_t>(argument.toULongLong());
    QTEST(outcome(text, YamlEditor(text).removeTwin(pathOf(path.toStdString()), index)), "after");
  }
};

QTEST_APPLESS_MAIN(PlannerMoveTest)
#include "planner_move_test.moc"

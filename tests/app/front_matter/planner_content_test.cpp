#include "tests/app/front_matter/editing.h"

using namespace postwright;
using namespace postwright::front_matter;

namespace {

const Content kTags = Content::list({text("a"), text("yes"), text("c d")});
const Content kCard = Content::map({"name", "url"}, {text("x"), text("http://a.b/?c")});
const Content kCards = Content::list({kCard, Content::map({"name"}, {text("w")})});
const Content kDeep = Content::map({"who", "tags", "none"}, {kCard, kTags, Content::list({})});

void row(const char* name, const char* yaml, const char* path, const Content& value, const char* after) {
  QTest::newRow(name) << QByteArray(yaml) << QByteArray(path) << QVariant::fromValue(value)
                      << QByteArray(after);
}

void columns() {
  QTest::addColumn<QByteArray>("yaml");
  QTest::addColumn<QByteArray>("path");
  QTest::addColumn<QVariant>("value");
  QTest::addColumn<QByteArray>("after");
}

} // namespace

Q_DECLARE_METATYPE(postwright::front_matter::Content)

class PlannerContentTest : public QObject {
  Q_OBJECT

 private slots:
  void set_data() {
    columns();
    row("new list of words", "a: 1\n", "tags", kTags, "a: 1\ntags: [a, 'yes', c d]\n");
    row("as other lists", "l:\n- x\n", "tags", kTags, "l:\n- x\ntags:\n- a\n- 'yes'\n- c d\n");
    row("new map", "a: 1\n", "data.who", kCard, "a: 1\ndata:\n  who:\n    name: x\n    url: http://a.b/?c\n");
    row("new cards", "a: 1\n", "data.cards", kCards,
        "a: 1\ndata:\n  cards:\n    - name: x\n      url: http://a.b/?c\n    - name: w\n");
    row("deep", "a: 1\n", "data", kDeep,
        "a: 1\ndata:\n  who:\n    name: x\n    url: http://a.b/?c\n  tags: [a, 'yes', c d]\n  none: []\n");
    row("empty value", "tags: # c\nb: 1\n", "tags", kCards,
        "tags: # c\n  - name: x\n    url: http://a.b/?c\n  - name: w\nb: 1\n");
    row("in braces", "d: {a: 1}\n", "d.c", kCard, "d: {a: 1, c: {name: x, url: 'http://a.b/?c'}}\n");
    row("list for list", "t: [ 'x', \"y\" ]\n", "t", kTags, "t: [a, 'yes', c d]\n");
    row("lines for lines", "t:\n  - x\n  - y # c\nb: 1\n", "t", kTags,
        "t:\n  - a\n  - 'yes'\n  - c d # c\nb: 1\n");
    row("same list", "t: [ a , yes,\n  'c d']\n", "t", Content::list({text("a"), text("yes"), text("c d")}),
        "t: [ a , yes,\n  'c d']\n");
    row("lines become empty", "t:\n  - x\n  - y\nb: 1\n", "t", Content::list({}), "t: []\nb: 1\n");
    row("text becomes a list", "t: x y # c\nb: 1\n", "t", Content::list({text("x y")}),
        "t: [x y] # c\nb: 1\n");
    row("text becomes lines", "l:\n- 1\nt: x # c\nb: 1\n", "t", kTags,
        "l:\n- 1\nt: # c\n- a\n- 'yes'\n- c d\nb: 1\n");
    row("list becomes a map", "t:\n- x\nb: 1\n", "t", kCard, "t:\n  name: x\n  url: http://a.b/?c\nb: 1\n");
    row("comment inside", "t:\n- x # of x\n- y\n", "t", kTags, "refused: comment");
    row("list for text", "t: [a]\n", "t", Content(text("x")), "refused: not-scalar");
    const Content nothing(Scalar{ScalarType::Null, "null"});
    row("flow list for nothing", "t: [a] # c\nu: 1\n", "t", nothing, "t: null # c\nu: 1\n");
    row("block list for nothing", "t:\n  - a\n  - b\nu: 1\n", "t", nothing, "t:\nu: 1\n");
    row("block list for nothing, comment kept", "t: # c\n  - a\nu: 1\n", "t", nothing, "t: # c\nu: 1\n");
    row("block list with a comment for nothing", "t:\n  - a # c\n  - b\n", "t", nothing, "refused: comment");
    row("block map for nothing", "t:\n  a: 1\nu: 1\n", "t", nothing, "t:\nu: 1\n");
    row("item that is a map for nothing", "t:\n  - a: 1\n    b: 2\n  - c\n", "t[0]", nothing,
        "t:\n  -\n  - c\n");
    row("text in flow for nothing", "{t: a, u: 1}\n", "t", nothing, "{t: null, u: 1}\n");
    row("anchor inside", "t: [&x a, b]\nu: *x\n", "t", kTags, "refused: anchor-in-use");
    row("keys without values", "a: 1\n", "b", Content::map({"x", "y"}, {text("1")}), "refused: bad-literal");
  }
  void set() { QTEST(run(&PlannerContentTest::doSet), "after"); }

  void append_data() {
    columns();
    row("card", "l:\n  -   name: a\n      url: b\n", "l", kCard,
        "l:\n  -   name: a\n      url: b\n  -   name: x\n      url: http://a.b/?c\n");
    row("first card", "a: 1\nl:\n", "l", kCard, "a: 1\nl:\n  - name: x\n    url: http://a.b/?c\n");
    row("into brackets", "l: [{name: a}]\n", "l", kCard, "l: [{name: a}, {name: x, url: 'http://a.b/?c'}]\n");
    row("quoted like its siblings", "l: ['a', 'b']\n", "l", Content(text("c")), "l: ['a', 'b', 'c']\n");
  }
  void append() { QTEST(run(&PlannerContentTest::doAppend), "after"); }

  void insertItem_data() {
    columns();
    row("above", "l:\n- a\n# of b\n- b\n", "l[1]", Content(text("x")), "l:\n- a\n- x\n# of b\n- b\n");
    row("first", "l:\n  - a\n", "l[0]", Content(text("x")), "l:\n  - x\n  - a\n");
    row("last", "l:\n  - a\n", "l[1]", Content(text("x")), "l:\n  - a\n  - x\n");
    row("card", "l:\n- name: a\n", "l[0]", kCard, "l:\n- name: x\n  url: http://a.b/?c\n- name: a\n");
    row("brackets", "l: [a,  b]\n", "l[0]", Content(text("x")), "l: [x,  a,  b]\n");
    row("brackets over lines", "l: [\n  a, # of a\n  b\n]\n", "l[1]", Content(text("x")),
        "l: [\n  a, # of a\n  x,\n  b\n]\n");
    row("list in a list", "l:\n- - a\n  - b\n", "l[0][0]", Content(text("x")), "l:\n- - x\n  - a\n  - b\n");
    row("empty list", "l: []\n", "l[0]", Content(text("x")), "l: [x]\n");
    row("behind an anchor", "l: &x\n    - a\n", "l[0]", Content(text("x")), "l: &x\n    - x\n    - a\n");
    row("too far", "l: [a]\n", "l[2]", Content(text("x")), "refused: no-such-key");
    row("CRLF", "l:\r\n- a\r\n", "l[0]", Content(text("x")), "l:\r\n- x\r\n- a\r\n");
  }
  void insertItem() { QTEST(run(&PlannerContentTest::doInsert), "after"); }

 private:
  using Edit = EditResult (*)(const YamlEditor&, const Path&, const Content&);

  static EditResult doSet(const YamlEditor& editor, const Path& path, const Content& value) {
    return editor.set(path, value);
  }
  static EditResult doAppend(const YamlEditor& editor, const Path& path, const Content& value) {
    return editor.append(path, value);
  }
  static EditResult doInsert(const YamlEditor& editor, const Path& path, const Content& value) {
    const Path list(path.begin(), path.end() - 1);
    return editor.insertItem(list, std::get<std::size_t>(path.back()), value);
  }

  static QByteArray run(Edit edit) {
    const auto fetch = [](const char* name) {
      return *static_cast<QByteArray*>(QTest::qData(name, QMetaType::QByteArray));
    };
    const std::string yaml = fetch("yaml").toStdString();
    const auto value = static_cast<QVariant*>(QTest::qData("value", QMetaType::QVariant))->value<Content>();
    return outcome(yaml, edit(YamlEditor(yaml), pathOf(fetch("path").toStdString()), value));
  }
};

QTEST_APPLESS_MAIN(PlannerContentTest)
#include "planner_content_test.moc"

#include "app/front_matter/field_kind.h"

#include <QTest>

using namespace postwright::front_matter;

namespace {

using Values = std::vector<std::string>;

/// `part` `count` times, `%` in it a running number.
Values times(int count, std::string_view part) {
  Values values;
  for (int i = 0; i < count; ++i) {
    std::string value(part);
    if (const std::size_t mark = value.find('%'); mark != std::string::npos)
      value.replace(mark, 1, std::to_string(i));
    values.push_back(std::move(value));
  }
  return values;
}

Values joined(Values values, const Values& more) {
  values.insert(values.end(), more.begin(), more.end());
  return values;
}

SeenField seen(const Values& values) {
  FormLearner learner;
  for (const std::string& value : values)
    learner.add(factsOf("k: " + value + "\n"));
  SeenField field;
  const SeenField& found = *learner.seen().find("k");
  field.count = found.count;
  field.longTexts = found.longTexts;
  field.shapes = found.shapes;
  field.words = found.words;
  return field;
}

const Neighbourhood kSite{40, [](const std::string& text) { return text.starts_with("/files/"); },
                          [](const std::string& text) { return text.starts_with("post-"); }};

} // namespace

class FieldKindTest : public QObject {
  Q_OBJECT

 private slots:
  void kindOf_values_data();
  void kindOf_values();
  void seenKinds_ofMixedValues_areCounted();
  void seenKinds_ofLikeValues_areNone();
  void texts_ofAKind_areRecognised_data();
  void texts_ofAKind_areRecognised();
};

void FieldKindTest::kindOf_values_data() {
  QTest::addColumn<Values>("values");
  QTest::addColumn<int>("kind");
  const auto row = [](const char* name, const Values& values, LearnedKind kind) {
    QTest::newRow(name) << values << static_cast<int>(kind);
  };
  using K = LearnedKind;
  row("text", {"a", "b"}, K::Text);
  row("long line", {std::string(121, 'x'), "b"}, K::LongText);
  row("several lines", {"|\n  a\n  b"}, K::LongText);
  row("switch", {"true", "False"}, K::Switch);
  row("yes is text for Cobalt", {"yes", "no"}, K::Text);
  row("quoted true is text", {"'true'"}, K::Text);
  row("number", {"1.10", "0x1F", "3"}, K::Number);
  row("quoted number is text", {"'3'"}, K::Text);
  row("instant", {"2024-07-20 16:01:48 +0000"}, K::DateTime);
  row("day", {"2024-07-20"}, K::Date);
  row("days and instants", {"2024-07-20 16:01:48 +0000", "2024-07-20"}, K::DateTime);
  row("May is no date", {"May", "2"}, K::Text);
  row("words", {"[a, b]", "[]", "\n- c"}, K::Words);
  row("never filled list", {"[]"}, K::Words);
  row("object", {"{a: 1}", "{}"}, K::Object);
  row("never filled object", {"{}"}, K::Object);
  row("cards", {"[{a: 1}]", "\n- b: 2", "[]"}, K::ObjectList);
  row("only empty", {"", "~", "''"}, K::Text);
  row("empty ones have no say", {"true", "", "~"}, K::Switch);
  row("one in twenty has no say", joined(times(19, "true"), {"maybe"}), K::Switch);
  row("two in twenty have", joined(times(18, "true"), {"maybe", "not"}), K::Text);
  row("list of lists", {"[[a], [b]]"}, K::Raw);
  row("list of both", {"[a, {b: 1}]"}, K::Raw);
  row("local tag", {"!t x"}, K::Raw);
  row("image", {"/img/a.jpg", "https://x.org/b.PNG?w=1", "c.webp"}, K::Image);
  row("file", {"/files/a.pdf", "/files/b.pdf"}, K::File);
  row("post", {"post-a", "post-b"}, K::Relation);
  row("posts", {"[post-a, post-b]", "[]", "\n- post-c"}, K::Relations);
  row("posts among words", {"[post-a, rust]", "[post-b, qt]"}, K::Words);
  row("colour", {"'#fff'", "'#12aBcd'", "rgb(1, 2, 3)"}, K::Colour);
  row("address", {"https://a.b", "mailto:x@y.z"}, K::Url);
  row("choice", joined(times(6, "small"), times(6, "large")), K::Choice);
  row("a value used once makes no choice", joined(joined(times(6, "small"), times(6, "large")), {"odd"}),
      K::Text);
  row("too many values for a choice", joined(times(40, "v%"), times(40, "v%")), K::Text);
  row("one value is no choice", times(20, "same"), K::Text);
}

void FieldKindTest::kindOf_values() {
  QFETCH(Values, values);
  QTEST(static_cast<int>(kindOf(seen(values), kSite)), "kind");
}

void FieldKindTest::seenKinds_ofMixedValues_areCounted() {
  const std::vector<SeenKind> kinds = seenKinds(seen({"a", "b", "c", "3", "[x]", "[]", ""}));
  QVERIFY((kinds ==
           std::vector<SeenKind>{{LearnedKind::Text, 3}, {LearnedKind::Words, 2}, {LearnedKind::Number, 1}}));
}

void FieldKindTest::seenKinds_ofLikeValues_areNone() {
  QVERIFY(seenKinds(seen({"[a]", "[]", "~"})).empty());
  QVERIFY(seenKinds(seen({"a", "b"})).empty());
}

void FieldKindTest::texts_ofAKind_areRecognised_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("image");
  QTest::addColumn<bool>("colour");
  QTest::addColumn<bool>("url");
  QTest::newRow("image") << QByteArray("/a/b.jpeg") << true << false << false;
  QTest::newRow("image on the web") << QByteArray("https://a/b.svg#x") << true << false << true;
  QTest::newRow("only an ending") << QByteArray(".png") << false << false << false;
  QTest::newRow("colour") << QByteArray("#1234") << false << true << false;
  QTest::newRow("five digits") << QByteArray("#12345") << false << false << false;
  QTest::newRow("a tag") << QByteArray("#rust") << false << false << false;
  QTest::newRow("hsl") << QByteArray("hsl(1, 2%, 3%)") << false << true << false;
  QTest::newRow("address in a sentence") << QByteArray("https://a.b is ours") << false << false << false;
  QTest::newRow("a word with a colon") << QByteArray("note:x") << false << false << false;
}

void FieldKindTest::texts_ofAKind_areRecognised() {
  QFETCH(QByteArray, text);
  QTEST(namesImage(text.toStdString()), "image");
  QTEST(isColour(text.toStdString()), "colour");
  QTEST(isUrl(text.toStdString()), "url");
}

QTEST_APPLESS_MAIN(FieldKindTest)
#include "field_kind_test.moc"

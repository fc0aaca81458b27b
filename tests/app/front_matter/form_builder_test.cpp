#include "app/front_matter/form_builder.h"

#include <QTest>

using namespace postwright::front_matter;

namespace {

Path path(std::initializer_list<const char*> keys) {
  Path result;
  for (const char* key : keys)
    result.emplace_back(std::string(key));
  return result;
}

FormLearner learnt(std::initializer_list<const char*> posts) {
  FormLearner learner;
  for (const char* post : posts)
    learner.add(factsOf(post));
  return learner;
}

QByteArray keysOf(const std::vector<LearnedField>& fields) {
  QByteArray keys;
  for (const LearnedField& field : fields)
    keys += (keys.isEmpty() ? "" : " ") + QByteArray::fromStdString(std::get<std::string>(field.path.back()));
  return keys;
}

QByteArray wordsOf(const LearnedField& field) {
  QByteArray words;
  for (const LearnedWord& word : field.words)
    words +=
        QByteArray::fromStdString(word.text) + ":" + QByteArray::number(static_cast<int>(word.count)) + " ";
  return words.trimmed();
}

} // namespace

class FormBuilderTest : public QObject {
  Q_OBJECT

 private slots:
  void fields_standInTheirMedianOrder() {
    const FormLearner learner =
        learnt({"a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\nb: 2\n", "c: 3\na: 1\n", "a: 1\nb: 1\n"});
    QCOMPARE(keysOf(buildForm(learner.seen(), {}).fields), QByteArray("a b c"));
  }

  void words_areCountedAndSorted() {
    const FormLearner learner = learnt({"t: [b, a]\n", "t: [b]\n", "t: [c, b]\n"});
    QCOMPARE(wordsOf(buildForm(learner.seen(), {}).fields[0]), QByteArray("b:3 a:1 c:1"));
  }

  void texts_ofOnePostOnly_areNotOffered() {
    const FormLearner learner = learnt({"t: x\n", "t: x\n", "t: own\n"});
    QCOMPARE(wordsOf(buildForm(learner.seen(), {}).fields[0]), QByteArray("x:2"));
  }

  void rareFields_areMarked() {
    FormLearner learner;
    for (int i = 0; i < 11; ++i)
      learner.add(factsOf(i == 0 ? "often: 1\nrare: 1\n" : "often: 1\n"));
    const LearnedForm form = buildForm(learner.seen(), {});
    QVERIFY(!form.find(path({"often"}))->isRare);
    QVERIFY(form.find(path({"rare"}))->isRare);
  }

  void knownFields_haveTheGeneratorsKind() {
    Surroundings around;
    around.known = {{path({"layout"}), LearnedKind::Layout, {}},
                    {path({"format"}), LearnedKind::Choice, {"Raw", "Markdown"}}};
    around.layouts = {"post.liquid", "page.liquid"};
    const LearnedForm form = buildForm(learnt({"layout: post.liquid\nformat: Raw\n"}).seen(), around);
    QCOMPARE(form.find(path({"layout"}))->kind, LearnedKind::Layout);
    QCOMPARE(wordsOf(*form.find(path({"layout"}))), QByteArray("post.liquid:1 page.liquid:0"));
    QCOMPARE(wordsOf(*form.find(path({"format"}))), QByteArray("Raw:1 Markdown:0"));
  }

  void reads_offerAbsentFieldsAndMarkPresentOnes() {
    Surroundings around;
    around.reads = {{{"data", "hero", "url"}, {"_layouts/post.liquid", 12}},
                    {{"data", "a"}, {"_includes/x.liquid", 3}},
                    {{"data", "a"}, {"_includes/x.liquid", 3}},
                    {{"data", "tags", "size"}, {"_layouts/post.liquid", 2}}};
    const LearnedForm form = buildForm(learnt({"data: {a: 1, unread: 2, tags: [x]}\n"}).seen(), around);
    const LearnedField* hero = form.find(path({"data", "hero"}));
    QVERIFY(hero != nullptr);
    QCOMPARE(hero->posts, 0U);
    QCOMPARE(hero->kind, LearnedKind::Object);
    QVERIFY(hero->isRead);
    const LearnedField* url = form.find(path({"data", "hero", "url"}));
    QVERIFY((url->readAt == std::vector<ReadPlace>{{"_layouts/post.liquid", 12}}));
    QVERIFY((form.find(path({"data", "a"}))->readAt == std::vector<ReadPlace>{{"_includes/x.liquid", 3}}));
    QVERIFY(form.find(path({"data", "tags"}))->isRead);
    QVERIFY(form.find(path({"data", "tags", "size"})) == nullptr);
    QVERIFY(!form.find(path({"data", "unread"}))->isRead);
    QCOMPARE(keysOf(form.fields[0].fields), QByteArray("a unread tags hero"));
  }

  void rules_nameOrderAndConstrain() {
    Surroundings around;
    FieldRule size;
    size.keys = {"data", "size"};
    size.label = "Size";
    size.choices = {"small"};
    size.required = true;
    FieldRule title;
    title.keys = {"title"};
    title.kind = LearnedKind::LongText;
    title.pattern = "[A-Z].*";
    title.maximum = 5;
    around.rules = {size, title};
    const LearnedForm form = buildForm(learnt({"a: 1\ntitle: x\n"}).seen(), around);
    QCOMPARE(keysOf(form.fields), QByteArray("data title a"));
    const LearnedField* field = form.find(path({"data", "size"}));
    QCOMPARE(field->label, std::string("Size"));
    QCOMPARE(field->kind, LearnedKind::Choice);
    QVERIFY(field->required && field->isCustom);
    QCOMPARE(wordsOf(*field), QByteArray("small:0"));
    QCOMPARE(form.find(path({"data"}))->kind, LearnedKind::Object);
    QCOMPARE(form.find(path({"title"}))->kind, LearnedKind::LongText);
    QCOMPARE(form.find(path({"title"}))->pattern, std::string("[A-Z].*"));
    QCOMPARE(form.find(path({"title"}))->maximum.value_or(0), 5.0);
  }

  void cards_haveTheFieldsOfTheirItems() {
    const LearnedForm form = buildForm(learnt({"l:\n- a: 1\n  b: x\n- a: 2\n", "l: []\n"}).seen(), {});
    const LearnedField* a = form.find({std::string("l"), std::size_t{0}, std::string("a")});
    QVERIFY(a != nullptr);
    QCOMPARE(a->kind, LearnedKind::Number);
    QCOMPARE(a->posts, 2U);
  }
};

QTEST_APPLESS_MAIN(FormBuilderTest)
#include "form_builder_test.moc"

#include "app/front_matter/form_learner.h"

#include <QTest>

#include "app/front_matter/form_builder.h"

using namespace postwright::front_matter;

namespace {

const std::vector<std::string> kPosts{
    "title: one\ntags: [a, b]\ndata:\n  hero: /a.jpg\n  n: 1.10\n",
    "title: two\ntags: []\ndata: {}\n",
    "tags: a b\nweight: 3\ntitle: ''\ndata:\n  hero:\n  cards:\n    - name: x\n    - name: w\n      url: y\n",
    "title: \"three\\nlines\"\nis_draft: true\ndata: {ref: &x v, other: *x}\n",
    "- not\n- a map\n",
    "broken: [\n",
};

LearnedForm formOf(const FormLearner& learner) {
  return buildForm(learner.seen(), {});
}

const SeenField& at(const FormLearner& learner, std::initializer_list<const char*> keys) {
  const SeenField* field = &learner.seen();
  for (const char* key : keys)
    field = field->find(key);
  return *field;
}

} // namespace

class FormLearnerTest : public QObject {
  Q_OBJECT

 private slots:
  void add_countsPostsKeysAndShapes();
  void add_anyOrder_learnsTheSame();
  void remove_leavesNoTrace();
  void withoutWords_keepsNoValues();
};

void FormLearnerTest::add_countsPostsKeysAndShapes() {
  FormLearner learner;
  for (const std::string& post : kPosts)
    learner.add(factsOf(post));
  QCOMPARE(learner.seen().maps, kPosts.size());
  const SeenField& tags = at(learner, {"tags"});
  QCOMPARE(tags.count, 3U);
  QCOMPARE(tags.of(ValueShape::Words), 1U);
  QCOMPARE(tags.of(ValueShape::EmptyList), 1U);
  QCOMPARE(tags.of(ValueShape::Text), 1U);
  QCOMPARE(tags.words.at("a"), 1U);
  QCOMPARE(tags.words.at("a b"), 1U);
  QCOMPARE(tags.positions, (std::vector<std::size_t>{1, 2}));
  QCOMPARE(at(learner, {"title"}).of(ValueShape::EmptyText), 1U);
  QCOMPARE(at(learner, {"title"}).longTexts, 1U);
  QCOMPARE(at(learner, {"data"}).maps, 3U + 1U);
  QCOMPARE(at(learner, {"data", "n"}).words.count("1.10"), 1U);
  QCOMPARE(at(learner, {"data", "hero"}).of(ValueShape::Null), 1U);
  QCOMPARE(at(learner, {"data", "other"}).of(ValueShape::Other), 1U);
  QCOMPARE(at(learner, {"data", "cards"}).of(ValueShape::Objects), 1U);
  QCOMPARE(at(learner, {"data", "cards"}).maps, 2U);
  QCOMPARE(at(learner, {"data", "cards", "url"}).count, 1U);
}

void FormLearnerTest::add_anyOrder_learnsTheSame() {
  FormLearner forwards;
  FormLearner backwards;
  for (std::size_t i = 0; i < kPosts.size(); ++i) {
    forwards.add(factsOf(kPosts[i]));
    backwards.add(factsOf(kPosts[kPosts.size() - 1 - i]));
  }
  QVERIFY(formOf(forwards) == formOf(backwards));
}

void FormLearnerTest::remove_leavesNoTrace() {
  for (const std::string& other : kPosts) {
    FormLearner plain;
    FormLearner changed;
    for (const std::string& post : kPosts) {
      plain.add(factsOf(post));
      changed.add(factsOf(post));
    }
    changed.add(factsOf("title: x\nextra: {a: [1, 2]}\ntags: [zig]\n"));
    changed.add(factsOf(other));
    changed.remove(factsOf(other));
    changed.remove(factsOf("title: x\nextra: {a: [1, 2]}\ntags: [zig]\n"));
    QVERIFY(formOf(plain) == formOf(changed));
  }
}

void FormLearnerTest::withoutWords_keepsNoValues() {
  FormLearner learner({"title"});
  learner.add(factsOf(kPosts[0]));
  QVERIFY(at(learner, {"title"}).words.empty());
  QCOMPARE(at(learner, {"title"}).count, 1U);
  QCOMPARE(at(learner, {"tags"}).words.size(), 2U);
}

QTEST_APPLESS_MAIN(FormLearnerTest)
#include "form_learner_test.moc"

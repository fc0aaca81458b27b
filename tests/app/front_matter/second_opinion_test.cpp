#include "app/front_matter/second_opinion.h"

#include <QTest>

#include "hostile_inputs.h"
#include "tests/cpu_timer.h"

using namespace postwright;
using namespace postwright::front_matter;

namespace {

EditOperation setting(const char* key, const char* text) {
  return {OperationKind::Set, {std::string(key)}, Scalar{ScalarType::Int, text}};
}

/// `from`, which stands once in the text, becomes `to`; what yaml-cpp says of it as this change.
bool agrees(const std::string& text, const std::string& from, const std::string& to, EditOperation change) {
  Plan plan;
  plan.edits = {{text.find(from), from.size(), to}};
  plan.change = std::move(change);
  return agreesAgain(yaml::readTree(text), text, plan, applyEdits(text, plan.edits), Dialect::Cobalt);
}

} // namespace

class SecondOpinionTest : public QObject {
  Q_OBJECT

 private slots:
  void otherValue_isSeenInEveryEntry() {
    const std::string text = "a: 1\nb:\n  c: 2\nd: 3\n";
    QVERIFY(agrees(text, "1", "7", setting("a", "7")));
    QVERIFY(!agrees(text, "1", "8", setting("a", "7")));
    QVERIFY(agrees(text, "3", "7", setting("d", "7")));
    QVERIFY(!agrees(text, "3", "8", setting("d", "7")));
    EditOperation inner = setting("b", "7");
    inner.path.emplace_back(std::string("c"));
    QVERIFY(agrees(text, "2", "7", inner));
    QVERIFY(!agrees(text, "2", "8", inner));
  }

  void entriesThatComeAndGo_areSeen() {
    const std::string text = "a: 1\nb: 2\n";
    const EditOperation remove{OperationKind::Remove, {std::string("b")}};
    QVERIFY(agrees(text, "b: 2\n", "", remove));
    QVERIFY(!agrees(text, "b: 2\n", "c: 2\n", remove));
    QVERIFY(agrees("a: 1\n", "a: 1\n", "", {OperationKind::Remove, {std::string("a")}}));
    QVERIFY(agrees(text, "b: 2\n", "b: 2\nc: 3\n", setting("c", "3")));
    QVERIFY(!agrees(text, "b: 2\n", "b: 2\nc: 3\nd: 4\n", setting("c", "3")));
    const EditOperation rename{OperationKind::Rename, {std::string("a")}, {}, "z"};
    QVERIFY(agrees(text, "a:", "z:", rename));
    QVERIFY(!agrees(text, "a:", "y:", rename));
  }

  void whatSpeaksOfOtherEntries_isReadWhole() {
    const std::string text = "a: &x 1\nb: *x\nc: 2\n";
    QVERIFY(agrees(text, "2", "7", setting("c", "7")));
    QVERIFY(!agrees(text, "2", "8", setting("c", "7")));
    const EditOperation move{OperationKind::Move, {std::string("b")}, {}, {}, 0};
    QVERIFY(agrees("a: 1\nb: 2\n", "a: 1\nb: 2\n", "b: 2\na: 1\n", move));
    QVERIFY(!agrees("a: 1\nb: 2\n", "a: 1\nb: 2\n", "b: 2\na: 2\n", move));
  }

  void textOfFlow_isReadWhole() {
    QVERIFY(agrees("{a: 1, b: 2}\n", "1", "7", setting("a", "7")));
    QVERIFY(!agrees("{a: 1, b: 2}\n", "2", "7", setting("a", "7")));
  }

  void entryThatYamlCppCannotRead_isNotAskedAbout() {
    QVERIFY(agrees("a: 1\nb: {u: https://x?s=2}\n", "x?s", "y?s", setting("b", "7")));
    QVERIFY(!agrees("a: 1\nb: {u: https://x?s=2}\n", "1", "8", setting("a", "7"))); // about others it is
  }

  void largeEntries_costOnlyThemselves() {
    const std::string text = "a: 1\nb: " + test::filled("word ", 200'000) + "\nc: 3\n";
    const test::CpuTimer timer;
    QVERIFY(agrees(text, "a: 1", "a: 7", setting("a", "7")));
    QVERIFY(!agrees(text, "c: 3", "c: 8", setting("c", "7")));
    QVERIFY(agrees(text, "b: word", "b: other", setting("b", "7"))); // too large to be asked about
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
  }
};

QTEST_APPLESS_MAIN(SecondOpinionTest)
#include "second_opinion_test.moc"

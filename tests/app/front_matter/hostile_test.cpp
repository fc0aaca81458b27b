#include <QTest>

#include "hostile_inputs.h"
#include "tests/cpu_timer.h"

using namespace postwright;
using namespace postwright::front_matter;

namespace {

constexpr double kMostMilliseconds = 50;

double msOf(const test::CpuTimer& timer) {
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

class HostileTest : public QObject {
  Q_OBJECT

 private slots:
  void reading_isQuick_data();
  void reading_isQuick();
  void editing_isQuick_data() { reading_isQuick_data(); }
  void editing_isQuick();
  void tooLarge_isRefused();
  void largeButPlain_isEdited();
};

void HostileTest::reading_isQuick_data() {
  QTest::addColumn<QByteArray>("post");
  for (const test::HostileInput& input : test::hostileInputs())
    QTest::newRow(input.name) << QByteArray::fromStdString(test::hostilePost(input));
}

/// Opening the post. The best of three: a machine that does other things makes every step longer.
void HostileTest::reading_isQuick() {
  QFETCH(QByteArray, post);
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const test::CpuTimer timer;
    const FrontMatterDocument document(post.toStdString());
    document.node({std::string("first")});
    best = std::min(best, msOf(timer));
  }
  QVERIFY2(best < kMostMilliseconds, qPrintable(QString::number(best)));
}

/// The first change after opening; a refusal is as quick.
void HostileTest::editing_isQuick() {
  QFETCH(QByteArray, post);
  for (const auto& [name, operation] : test::hostileChanges()) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
      const FrontMatterDocument document(post.toStdString());
      const test::CpuTimer timer;
      static_cast<void>(document.apply(std::span(&operation, 1)));
      best = std::min(best, msOf(timer));
    }
    QVERIFY2(best < kMostMilliseconds,
             qPrintable(QStringLiteral("%1: %2 ms").arg(QLatin1String(name)).arg(best)));
  }
}

void HostileTest::tooLarge_isRefused() {
  const std::string file = "---\na: " + test::filled("x", test::kMostYaml) + "\n---\nBody\n";
  const FrontMatterDocument document(file);
  QVERIFY(document.problem().has_value());
  QCOMPARE(document.problem()->code, std::string("too-large"));
}

void HostileTest::largeButPlain_isEdited() {
  const std::string file =
      "---\na: 1\ntext: |\n" + test::filled("  a line of text\n", test::kMostYaml - 100) + "---\nBody\n";
  const FrontMatterDocument document(file);
  const test::CpuTimer timer;
  const EditResult result = document.set({std::string("a")}, {ScalarType::Int, "2"});
  const double took = msOf(timer);
  QVERIFY(!result.refusal);
  QCOMPARE(result.edits.size(), 1U);
  QVERIFY2(took < kMostMilliseconds, qPrintable(QString::number(took)));
}

QTEST_APPLESS_MAIN(HostileTest)
#include "hostile_test.moc"

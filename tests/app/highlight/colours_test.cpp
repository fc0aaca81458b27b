#include "app/highlight/colours.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <future>

using namespace postwright::highlight;
using namespace std::chrono_literals;
using Attempt = Colouring::Attempt;

namespace {

const std::string kGrammars = POSTWRIGHT_TEST_DATA "/highlight/grammars";
const std::string kTheme = "base16-ocean.dark";

void ignore(const std::optional<std::string>& /*spans*/) {}

std::unique_ptr<Colours> within(std::chrono::milliseconds budget, const std::string& folder = {}) {
  auto made = Colours::create(folder, budget);
  return made ? *std::move(made) : nullptr;
}

} // namespace

class ColoursTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!Colours::areBuiltIn()) QSKIP("built without syntect");
  }

  void spans_loadingIsNoPartOfTheBudget() {
    QTemporaryDir folder;
    for (int i = 0; i < 200; ++i) { // so that loading takes long beside colouring a word
      QVERIFY(QFile::copy(QString::fromStdString(kGrammars + "/good/deep/shouting.sublime-syntax"),
                          folder.filePath(QStringLiteral("%1.sublime-syntax").arg(i))));
    }
    const std::string path = folder.path().toStdString();
    const auto timed = within(1min, path);
    QElapsedTimer timer;
    timer.start();
    timed->spans("x\n", "text", kTheme, ignore);
    const std::chrono::milliseconds withLoading(timer.elapsed());
    const Colouring colouring = within(withLoading / 2, path)->spans("x\n", "text", kTheme, ignore);
    QVERIFY(colouring.attempt == Attempt::Done);
  }

  void spans_comeLateWhenTheBudgetIsShort() {
    std::string code;
    for (int i = 0; i < 3000; ++i)
      code += "int main() { return 0; }\n";
    const Colouring inTime = within(1min)->spans(code, "cpp", kTheme, ignore);
    QVERIFY(inTime.spans.has_value());
    std::promise<std::optional<std::string>> promise;
    auto spans = promise.get_future();
    const Colouring late = within(0ms)->spans(
        code, "cpp", kTheme, [&](std::optional<std::string> come) { promise.set_value(std::move(come)); });
    QVERIFY(late.attempt == Attempt::Late);
    QVERIFY(spans.wait_for(1min) == std::future_status::ready);
    QCOMPARE(spans.get(), inTime.spans);
  }

  void spans_areNotBegunBesideTwoThatAreLate() {
    const auto colours = within(0ms, kGrammars + "/hostile");
    const std::string letters(3000, 'a');
    QVERIFY(colours->spans(letters + "1\n", "hostile", kTheme, ignore).attempt == Attempt::Late);
    QVERIFY(colours->spans(letters + "2\n", "hostile", kTheme, ignore).attempt == Attempt::Late);
    QVERIFY(colours->spans("x\n", "text", kTheme, ignore).attempt == Attempt::Busy);
  }

  void spans_largeCodeHasNoneForGood() {
    const Colouring large =
        within(1min)->spans(std::string(Colours::kLargestCode + 1, 'x'), "text", kTheme, ignore);
    QVERIFY(large.attempt == Attempt::Done);
    QVERIFY(!large.spans.has_value());
  }
};

QTEST_APPLESS_MAIN(ColoursTest)
#include "colours_test.moc"

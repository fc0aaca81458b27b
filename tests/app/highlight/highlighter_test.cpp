#include "app/highlight/highlighter.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <thread>

#include "app/base/file.h"
#include "tests/cpu_timer.h"

using namespace postwright;
using highlight::Highlighter;

namespace {

const std::string kData = POSTWRIGHT_TEST_DATA "/highlight";

std::shared_ptr<const Highlighter> themed(const std::string& theme, const std::string& folder = {}) {
  auto made = Highlighter::create({.enabled = true, .theme = theme, .syntaxesFolder = folder});
  return made ? *std::move(made) : nullptr;
}

std::string textOf(const std::string& path) {
  auto file = readFile(path);
  return file ? file->bytes : std::string();
}

} // namespace

class HighlighterTest : public QObject {
  Q_OBJECT

 private slots:
  void create_refusesAnUnknownTheme() {
    const auto made = Highlighter::create({.enabled = true, .theme = "x", .syntaxesFolder = {}});
    QVERIFY(!made);
    QVERIFY(made.error().code == ErrorCode::ConfigInvalid);
    QCOMPARE(made.error().detail, std::string("Syntax theme 'x' is unsupported"));
  }

  void create_takesAnyThemeWhenOff() {
    const auto made = Highlighter::create({.enabled = false, .theme = "x", .syntaxesFolder = {}});
    QVERIFY(made.has_value());
    QCOMPARE((*made)->format("a&b", "c").html,
             std::string("<pre><code class=\"language-c\">a&amp;b</code></pre>\n"));
  }

  void create_acceptsAMissingFolder() { QVERIFY(themed("css", "/nowhere/at/all") != nullptr); }

  void create_namesTheBrokenGrammar() {
    if (!Highlighter::hasColours()) QSKIP("built without syntect");
    for (const bool enabled : {true, false}) {
      const auto made = Highlighter::create(
          {.enabled = enabled, .theme = "css", .syntaxesFolder = kData + "/grammars/broken"});
      QVERIFY(!made);
      QVERIFY(made.error().code == ErrorCode::SyntaxFileInvalid);
      QVERIFY(made.error().where.file.ends_with("b.sublime-syntax"));
      QVERIFY(!made.error().arguments.at(1).empty());
    }
  }

  void format_coloursAsCobalt_data() {
    QTest::addColumn<QString>("folder");
    const QDir blocks(QString::fromStdString(kData + "/blocks"));
    for (const QString& name : blocks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
      QTest::newRow(qPrintable(name)) << blocks.filePath(name);
    }
  }
  void format_coloursAsCobalt() {
    if (!Highlighter::hasColours()) QSKIP("built without syntect");
    QFETCH(QString, folder);
    const std::string block = folder.toStdString();
    const auto highlighter = themed(textOf(block + "/theme"));
    for (int turn = 0; turn < 2; ++turn) { // the second comes from the cache
      QCOMPARE(highlighter->format(textOf(block + "/code"), textOf(block + "/language")).html,
               textOf(block + "/expected.html"));
    }
  }

  void format_usesGrammarsOfTheSite() {
    if (!Highlighter::hasColours()) QSKIP("built without syntect");
    const auto highlighter = themed("base16-ocean.dark", kData + "/grammars/good");
    QCOMPARE(highlighter->format("hi YOU!\n", "shout").html,
             std::string(
                 "<pre style=\"background-color:#2b303b;\">\n<code><span style=\"color:#c0c5ce;\">hi </span>"
                 "<span style=\"color:#b48ead;\">YOU</span>"
                 "<span style=\"background-color:#bf616a;color:#2b303b;\">!</span>"
                 "<span style=\"color:#c0c5ce;\">\n</span></code></pre>\n"));
  }

  void format_largeCodeIsPlainAtOnce() {
    const auto highlighter = themed("base16-ocean.dark");
    test::CpuTimer timer;
    timer.start();
    const std::string html = highlighter->format(std::string(1 << 20, '('), "js").html;
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(html.starts_with(
        "<pre style=\"background-color:#2b303b;\">\n<code><span style=\"color:#c0c5ce;\">(("));
  }

  void format_hostileGrammarEndsInTime() {
    const auto highlighter = themed("base16-ocean.dark", kData + "/grammars/hostile");
    QElapsedTimer timer; // the deadline is one of the wall clock
    timer.start();
    const std::string letters(3000, 'a');
    const std::string html = highlighter->format(letters + "\n", "hostile").html;
    QVERIFY(timer.elapsed() < 10000);
    QVERIFY(html.find(letters) != std::string::npos);
  }

  void format_isTheSameFromManyThreads() {
    const auto highlighter = themed("Solarized (dark)");
    const std::string code = "int main() { return 0; }\n";
    const std::string alone = themed("Solarized (dark)")->format(code, "cpp").html;
    std::vector<std::string> results(8);
    {
      std::vector<std::jthread> threads;
      for (std::string& result : results) {
        threads.emplace_back(
            [&highlighter, &result, &code] { result = highlighter->format(code, "cpp").html; });
      }
    }
    for (const std::string& result : results)
      QCOMPARE(result, alone);
  }
};

QTEST_APPLESS_MAIN(HighlighterTest)
#include "highlighter_test.moc"

#include "app/markdown/markdown.h"

#include <QDir>
#include <QTest>
#include <thread>

#include "app/base/file.h"
#include "tests/cpu_timer.h"

using namespace postwright;

namespace {

const highlight::Highlighter& plain() {
  static const auto highlighter =
      *highlight::Highlighter::create({.enabled = false, .theme = {}, .syntaxesFolder = {}});
  return *highlighter;
}

std::string htmlOf(const std::string& text) {
  return markdown::render(text, plain())->html;
}

/// Without its last line end, which a case's HTML may lack.
std::string chopped(std::string html) {
  if (html.ends_with('\n')) html.pop_back();
  return html;
}

struct Case {
  std::string name, markdown, html;
};

/// The cases of one file; see tests/data/markdown/refresh.
std::vector<Case> casesOf(const QString& file) {
  const std::string text = readFile(file.toStdString())->bytes;
  std::vector<Case> cases;
  std::string* part = nullptr;
  for (const QString& line : QString::fromStdString(text).split(u'\n')) {
    if (line == u"@@ gives") {
      part = &cases.back().html;
    } else if (line.startsWith(u"@@ ")) {
      cases.push_back({line.mid(3).toStdString(), {}, {}});
      part = &cases.back().markdown;
    } else if (part != nullptr) {
      *part += QString(line).replace(u'→', u'\t').toStdString() + "\n";
    }
  }
  cases.back().html.pop_back(); // the text behind the last line end
  for (Case& which : cases) {
    if (which.name.ends_with("(no line end)")) which.markdown.pop_back();
  }
  return cases;
}

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i)
    all += text;
  return all;
}

} // namespace

class MarkdownTest : public QObject {
  Q_OBJECT

 private slots:
  void render_givesCobaltsHtml_data() {
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QByteArray>("html");
    const QDir folder(QStringLiteral(POSTWRIGHT_TEST_DATA "/markdown"));
    for (const QString& file : folder.entryList({QStringLiteral("*.cases")})) {
      for (const Case& which : casesOf(folder.filePath(file))) {
        const std::string name = file.section(u'.', 0, 0).toStdString() + ": " + which.name;
        QTest::newRow(name.c_str()) << QByteArray::fromStdString(which.markdown)
                                    << QByteArray::fromStdString(which.html);
      }
    }
  }
  void render_givesCobaltsHtml() {
    QFETCH(QByteArray, markdown);
    QFETCH(QByteArray, html);
    QCOMPARE(chopped(htmlOf(markdown.toStdString())), chopped(html.toStdString()));
  }

  void render_addsNoLineEnd() {
    QCOMPARE(htmlOf("<div>"), std::string("<div>"));
    QCOMPARE(htmlOf(""), std::string());
    QCOMPARE(htmlOf("\n\n"), std::string());
  }

  void render_keepsNul() { QCOMPARE(htmlOf(std::string("a\0b", 3)), std::string("<p>a\0b</p>\n", 11)); }

  void render_readsEveryLineEnd() {
    QCOMPARE(htmlOf("a\r\nb\r\n\r\nc\rd"), std::string("<p>a\nb</p>\n<p>c\nd</p>\n"));
    QCOMPARE(htmlOf("```\r\na\r\n\r\nb\r\n```\r\n"), htmlOf("```\na\n\nb\n```\n"));
  }

  void render_refusesWhatIsTooLarge() {
    const auto rendered = markdown::render(std::string((16 << 20) + 1, 'a'), plain());
    QVERIFY(!rendered);
    QVERIFY(rendered.error().code == ErrorCode::MarkdownTooLarge);
  }

  void render_tellsWhereBlocksStand() {
    const std::string text = "# One\n\n> a\n> b\n>\n> - c\n>   d\n\n```\nx\n```\n\nTwo\n---\n";
    const auto rendered = markdown::render(text, plain());
    QStringList found;
    for (const auto& block : rendered->blocks) {
      const std::string html = rendered->html.substr(block.htmlBegin, block.htmlEnd - block.htmlBegin);
      found << QStringLiteral("%1-%2 %3")
                   .arg(block.firstLine)
                   .arg(block.lastLine)
                   .arg(QString::fromStdString(html).section(u'\n', 0, 0));
    }
    QCOMPARE(found,
             QStringList({QStringLiteral("1-1 <h1>One</h1>"), QStringLiteral("3-7 <blockquote>"),
                          QStringLiteral("3-4 <p>a"), QStringLiteral("6-7 <ul>"), QStringLiteral("6-7 <li>c"),
                          QStringLiteral("6-7 c"), QStringLiteral("9-10 <pre><code class=\"language-\">x"),
                          QStringLiteral("13-13 <h2>Two</h2>")}));
  }

  void render_listsHeadings() {
    const auto rendered = markdown::render("# A *b* `c`\n\ntext\n\nTwo\nlines [d](e)\n---\n", plain());
    QCOMPARE(rendered->headings.size(), std::size_t{2});
    QCOMPARE(rendered->headings[0].text, std::string("A b c"));
    QCOMPARE(rendered->headings[0].level, 1);
    QCOMPARE(rendered->headings[0].line, 1);
    QCOMPARE(rendered->headings[1].text, std::string("Two lines d"));
    QCOMPARE(rendered->headings[1].level, 2);
    QCOMPARE(rendered->headings[1].line, 5);
  }

  void render_isTheSameFromManyThreads() {
    const std::string text = "* a ~~b~~ [c](d)\n\n| x |\n|---|\n| y[^1] |\n\n[^1]: z\n";
    const std::string alone = htmlOf(text);
    std::vector<int> wrong(4, 0);
    {
      std::vector<std::jthread> threads;
      for (int& count : wrong) {
        threads.emplace_back([&count, &text, &alone] {
          for (int i = 0; i < 200; ++i)
            count += htmlOf(text) == alone ? 0 : 1;
        });
      }
    }
    for (const int count : wrong)
      QCOMPARE(count, 0);
  }

  void render_hostileTextEndsInTime_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) {
      QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    constexpr int kMany = 50000;
    row("brackets", repeated("[", kMany) + repeated("]", kMany));
    row("open brackets", repeated("[a](", kMany));
    row("images", repeated("![", kMany) + "a" + repeated("](b)", kMany));
    row("emphasis", repeated("*a **b ", kMany));
    row("closers", repeated("a_ ", kMany));
    row("mixed delimiters", repeated("*_~", kMany));
    row("nested emphasis", repeated("*a ", kMany) + repeated("b* ", kMany));
    row("backticks", [] {
      std::string text;
      for (int i = 1; i < 500; ++i)
        text += "a" + std::string(static_cast<std::size_t>(i), '`');
      return text;
    }());
    row("quotes", repeated("> ", kMany) + "a");
    row("lists in a line", repeated("- ", kMany) + "a");
    row("lists and blank lines", repeated("* ", kMany) + "a" + repeated("\n", kMany));
    row("less-than", repeated("<", kMany));
    row("comments", repeated("a <!-- ", kMany));
    row("instructions", repeated("a <? ", kMany));
    row("declarations", repeated("a <!X ", kMany));
    row("sections", repeated("a <![CDATA[ ", kMany));
    row("tags", repeated("a <b c=\"", kMany));
    row("entities", repeated("&", kMany));
    row("definitions", repeated("[a]: b\n", kMany));
    row("references", "[a]: " + std::string(1000, 'u') + "\n\n" + repeated("[a] ", kMany));
    row("footnotes", repeated("[^a]: b\n", kMany) + repeated("[^a]", kMany));
    row("definitions that open titles", repeated("[a]: b \"\n", kMany));
    row("tables that are none", repeated("| a\n| b\n", kMany));
    row("delimiter rows", repeated("a | b\n- | -\n", kMany));
    row("wide empty table",
        repeated("|a", 2000) + "|\n" + repeated("|-", 2000) + "|\n" + repeated("|b\n", 2000));
    row("underlines", repeated("[a]: b\n===\n", kMany));
  }
  void render_hostileTextEndsInTime() {
    QFETCH(QByteArray, text);
    test::CpuTimer timer;
    timer.start();
    const auto rendered = markdown::render(text.toStdString(), plain());
    QVERIFY(rendered.has_value());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
  }
};

QTEST_APPLESS_MAIN(MarkdownTest)
#include "markdown_test.moc"

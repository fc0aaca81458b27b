#include "app/cli/command_line.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <iostream>
#include <sstream>

using namespace postwright;

namespace {

QStringList words(std::initializer_list<const char*> texts) {
  QStringList list;
  for (const char* text : texts)
    list << QString::fromLatin1(text);
  return list;
}

} // namespace

class CommandLineTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    std::filesystem::copy(POSTWRIGHT_TEST_DATA "/window_site", path("site").toStdString(),
                          std::filesystem::copy_options::recursive);
    QFile::remove(path("site/posts/broken.md"));
  }

  void noCommand_opensTheWindow() {
    QVERIFY(!run({}));
    QVERIFY(!run({path("site")}));
  }

  void help_isDone() { QCOMPARE(run({QStringLiteral("--help")}), std::optional(0)); }

  void badUsage_isTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no file") << words({"render"});
    QTest::newRow("unknown option") << words({"render", "x.md", "--nonsense"});
    QTest::newRow("export without a kind") << words({"export", "x.md", "-o", "y"});
    QTest::newRow("export without an output") << words({"export", "x.md", "--as", "html"});
    QTest::newRow("build without a folder") << words({"build", "site"});
    QTest::newRow("a clock that is none") << words({"check", "site", "--now", "noon"});
    QTest::newRow("option of another command") << words({"render", "x.md", "--drafts"});
  }
  void badUsage_isTwo() {
    QFETCH(QStringList, arguments);
    QCOMPARE(run(arguments), std::optional(2));
  }

  void render_writesThePage() {
    QCOMPARE(
        run({QStringLiteral("render"), path("site/posts/first.md"), QStringLiteral("-o"), path("out.html")}),
        std::optional(0));
    QVERIFY(read("out.html").contains("<p>Hello <em>there</em>.</p>\n<p>Second paragraph.</p>\n"));
    QVERIFY(read("out.html").contains("<p id=\"state\">live</p>"));
  }

  void render_withNow_setsTheClock() {
    write("site/posts/clock.md", "---\ntitle: Clock\n---\n{{ site.time | date: '%Y-%m-%d' }}\n");
    QCOMPARE(run({QStringLiteral("render"), path("site/posts/clock.md"), QStringLiteral("-o"), path("o"),
                  QStringLiteral("--now"), QStringLiteral("2001-02-03 04:05:06 +0000")}),
             std::optional(0));
    QVERIFY(read("o").contains("<p>2001-02-03</p>"));
  }

  void config_isAnotherOne_forEveryCommand() {
    QByteArray config = read("site/_cobalt.yml");
    write("site/other.yml", config.replace("https://small.example/blog", "https://other.example"));
    const QString other = path("site/other.yml");
    const QStringList tail{QStringLiteral("-o"), path("o"), QStringLiteral("--config"), other};
    QCOMPARE(run(QStringList{QStringLiteral("render"), path("site/posts/first.md")} + tail),
             std::optional(0));
    QVERIFY(read("o").contains("https://other.example/css/site.css"));
    QCOMPARE(run(QStringList{QStringLiteral("export"), path("site/posts/first.md"), QStringLiteral("--as"),
                             QStringLiteral("html")} +
                 tail),
             std::optional(0));
    QVERIFY(read("o").contains("https://other.example/css/site.css"));
    QVERIFY(QFile::remove(path("o")));
    QCOMPARE(run(QStringList{QStringLiteral("build"), path("site")} + tail), std::optional(0));
    QVERIFY(read("o/first/index.html").contains("https://other.example/css/site.css"));
    QCOMPARE(run({QStringLiteral("check"), path("site"), QStringLiteral("--config"), other}),
             std::optional(0));
    write("site/other.yml", "site:\n  titel: x\n");
    QCOMPARE(run({QStringLiteral("check"), path("site"), QStringLiteral("--config"), other}),
             std::optional(1));
  }

  void render_missingLayout_isAProblem() {
    write("site/posts/bad.md", "---\ntitle: Bad\nlayout: none.liquid\n---\nx\n");
    QCOMPARE(run({QStringLiteral("render"), path("site/posts/bad.md"), QStringLiteral("-o"), path("o")}),
             std::optional(1));
    QVERIFY(!QFile::exists(path("o")));
  }

  void render_overItsOwnSource_isRefused() {
    const QByteArray before = read("site/posts/first.md");
    QCOMPARE(run({QStringLiteral("render"), path("site/posts/first.md"), QStringLiteral("-o"),
                  path("site/posts/first.md")}),
             std::optional(2));
    QCOMPARE(read("site/posts/first.md"), before);
  }

  void exportMarkdown_givesTheFilesBytes() {
    QCOMPARE(run({QStringLiteral("export"), path("site/posts/second.md"), QStringLiteral("--as"),
                  QStringLiteral("markdown"), QStringLiteral("-o"), path("o.md")}),
             std::optional(0));
    QCOMPARE(read("o.md"), read("site/posts/second.md"));
  }

  void exportSingle_inlinesTheStyle() {
    QCOMPARE(run({QStringLiteral("export"), path("site/posts/first.md"), QStringLiteral("--as"),
                  QStringLiteral("single"), QStringLiteral("-o"), path("o.html")}),
             std::optional(0));
    QVERIFY(read("o.html").contains("rgb(1, 2, 3)"));
    QVERIFY(!read("o.html").contains("site.css"));
  }

  void build_writesEveryDocumentAndAsset() {
    QCOMPARE(run({QStringLiteral("build"), path("site"), QStringLiteral("-o"), path("out")}),
             std::optional(0));
    QVERIFY(QFile::exists(path("out/first/index.html")));
    QVERIFY(QFile::exists(path("out/index.html")));
    QCOMPARE(read("out/css/site.css"), read("site/css/site.css"));
    QVERIFY(!QFile::exists(path("out/unready/index.html")));
    QCOMPARE(run({QStringLiteral("build"), path("site"), QStringLiteral("-o"), path("with"),
                  QStringLiteral("--drafts")}),
             std::optional(0));
    QVERIFY(QFile::exists(path("with/unready/index.html")));
  }

  void build_withAStyleSheetThatCannotBeCompiled_isNoSuccess() {
    write("site/css/bad.scss", "a { width: 1px + 1s; }\n");
    const auto status = run({QStringLiteral("build"), path("site"), QStringLiteral("-o"), path("sass")});
    QFile::remove(path("site/css/bad.scss"));
    if (QFile::exists(path("sass/css/bad.scss"))) QSKIP("built without libsass");
    QCOMPARE(status, std::optional(1));
    QVERIFY(QFile::exists(path("sass/index.html")));
  }

  void check_findsProblems() {
    QCOMPARE(run({QStringLiteral("check"), path("site")}), std::optional(0));
    write("site/posts/bad.md", "---\ntitle: Bad\n---\n{{ nothing.here }}\n");
    QCOMPARE(run({QStringLiteral("check"), path("site")}), std::optional(1));
  }

  void check_withWarnings_namesWhatABuildIgnores() {
    write("site/posts/link.md", "---\ntitle: Link\n---\n[x](nowhere.html)\n");
    const std::string line = "posts/link.md:4:5: warning: The link leads nowhere: nowhere.html\n";
    QVERIFY(!printed({QStringLiteral("check"), path("site")}).contains(line.c_str()));
    QVERIFY(printed({QStringLiteral("check"), path("site"), QStringLiteral("--warnings")})
                .contains(line.c_str()));
    QCOMPARE(run({QStringLiteral("check"), path("site"), QStringLiteral("--warnings")}), std::optional(0));
  }

  void check_namesALayoutsWarningOnce() {
    write("site/_layouts/post.liquid", "<img src=\"/none.png\">{{ page.content }}");
    const QByteArray output = printed({QStringLiteral("check"), path("site"), QStringLiteral("--warnings")});
    QCOMPARE(output.count("The image is not there: /none.png"), 1);
  }

  void noSite_isAProblem() { QCOMPARE(run({QStringLiteral("check"), m_folder->path()}), std::optional(1)); }

 private:
  QString path(const char* relative) const { return m_folder->filePath(QString::fromLatin1(relative)); }
  QByteArray read(const char* relative) const {
    QFile file(path(relative));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
  }
  void write(const char* relative, const QByteArray& bytes) const {
    QFile file(path(relative));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  static QByteArray printed(const QStringList& arguments) {
    std::ostringstream output;
    std::streambuf* old = std::cout.rdbuf(output.rdbuf());
    run(arguments);
    std::cout.rdbuf(old);
    return QByteArray::fromStdString(output.str());
  }
  static std::optional<int> run(const QStringList& arguments) {
    std::vector<std::string> words{"postwright"};
    for (const QString& argument : arguments)
      words.push_back(argument.toStdString());
    std::vector<char*> pointers;
    for (std::string& word : words)
      pointers.push_back(word.data());
    return cli::runCommand(static_cast<int>(pointers.size()), pointers.data());
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(CommandLineTest)
#include "command_line_test.moc"

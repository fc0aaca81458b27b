#include "app/generators/cobalt/config.h"

#include <QTest>

using namespace postwright;
using namespace postwright::generators::cobalt;

class ConfigTest : public QObject {
  Q_OBJECT

 private slots:
  void blankText_givesTheDefaults_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("white space") << " \t\n\n";
    QTest::newRow("comment") << "# nothing here\n";
    QTest::newRow("empty map") << "{}";
    QTest::newRow("empty sections") << "posts:\nsite:\n";
  }
  void blankText_givesTheDefaults() {
    QFETCH(QString, text);
    const auto config = readConfig(text.toStdString());
    QVERIFY(config.has_value());
    QCOMPARE(config->source, std::string());
    QCOMPARE(config->destination, std::string("_site"));
    QCOMPARE(config->posts.dir, std::string("posts"));
    QCOMPARE(config->posts.order, SortOrder::Desc);
    QVERIFY(config->posts.publishDateInFilename);
    QVERIFY(config->syntaxHighlight.enabled);
    QCOMPARE(config->syntaxHighlight.theme, std::string("base16-ocean.dark"));
    QCOMPARE(config->templateExtensions, (std::vector<std::string>{"md", "wiki", "liquid"}));
  }

  void everyProblem_hasItsPlaceInTheFile() {
    const auto config = readConfig(
        "sauce: x\r\nposts:\r\n  dir: /abs\r\n  order: Up\r\nminify: {css: maybe}\r\n", "_cobalt.yml");
    QVERIFY(!config);
    QByteArray problems = QByteArray::fromStdString(toString(config.error().where));
    for (const Error& other : config.error().others)
      problems += " " + QByteArray::fromStdString(toString(other.where));
    QCOMPARE(problems, QByteArray("_cobalt.yml:1:1 _cobalt.yml:3:8 _cobalt.yml:4:10 _cobalt.yml:5:15"));
  }

  void everyKey_isRead() {
    const auto config = readConfig(
        "source: ./src\n"
        "destination: out/../public\n"
        "include_drafts: true\n"
        "default:\n  layout: base.liquid\n"
        "pages:\n  default: {weight: 2}\n"
        "posts:\n"
        "  title: 12\n  description: d\n  dir: ./blog/\n  drafts_dir: _drafts\n"
        "  order: Asc\n  rss: rss.xml\n  jsonfeed: feed.json\n"
        "  publish_date_in_filename: false\n"
        "  default:\n    tags: [a]\n"
        "site:\n  title: T\n  base_url: http://x/\n  sitemap: map.xml\n"
        "  data: {k: 2020-01-01}\n"
        "template_extensions: [md, html]\n"
        "ignore:\n- '*.txt'\n"
        "syntax_highlight: {theme: t, enabled: false}\n"
        "assets:\n  sass:\n    style: Compressed\n"
        "minify: {html: true, css: true, js: true}\n");
    QVERIFY(config.has_value());
    QCOMPARE(config->source, std::string("src"));
    QCOMPARE(config->destination, std::string("public"));
    QVERIFY(config->includeDrafts);
    QCOMPARE(config->defaults.layout.value_or(""), std::string("base.liquid"));
    QCOMPARE(config->pagesDefaults.weight.value_or(0), 2);
    QCOMPARE(config->posts.title.value_or(""), std::string("12"));
    QCOMPARE(config->posts.dir, std::string("blog"));
    QCOMPARE(config->posts.draftsDir.value_or(""), std::string("_drafts"));
    QCOMPARE(config->posts.order, SortOrder::Asc);
    QCOMPARE(config->posts.rss.value_or(""), std::string("rss.xml"));
    QCOMPARE(config->posts.jsonfeed.value_or(""), std::string("feed.json"));
    QVERIFY(!config->posts.publishDateInFilename);
    QCOMPARE(config->posts.defaults.tags.value_or(std::vector<std::string>{}),
             (std::vector<std::string>{"a"}));
    QCOMPARE(config->site.baseUrl.value_or(""), std::string("http://x/"));
    QCOMPARE(config->site.sitemap.value_or(""), std::string("map.xml"));
    QCOMPARE(config->site.data->find("k")->kind(), Value::Kind::Date);
    QCOMPARE(config->templateExtensions, (std::vector<std::string>{"md", "html"}));
    QCOMPARE(config->ignore, (std::vector<std::string>{"*.txt"}));
    QVERIFY(!config->syntaxHighlight.enabled);
    QCOMPARE(config->sassStyle, SassStyle::Compressed);
    QVERIFY(config->minify.html && config->minify.css && config->minify.js);
  }

  void faults_haveCobaltsWordsAndPlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("whole document") << "~\n"
                                    << "invalid type: unit value, expected struct Config" << 1
                                    << "This must be lines of the form 'name: value'";
    QTest::newRow("absolute path") << "site: {}\nsource: /tmp\n"
                                   << "Absolute paths are not supported" << 2
                                   << "'source' must be a path inside the site's folder";
    QTest::newRow("null section")
        << "posts: ~\n"
        << "posts: invalid type: unit value, expected struct PostCollection at line "
           "1 column 8"
        << 1 << "'posts' must be names with values below it";
    QTest::newRow("unknown key of the only one")
        << "pages:\n  defaults: {}\n"
        << "pages: unknown field `defaults`, expected `default` at line 2 column 3" << 2
        << "There is no field 'defaults'; did you mean 'default'?";
    QTest::newRow("field of a default")
        << "posts:\n  default:\n    is_draft: yes\n"
        << "posts.default.is_draft: invalid type: string \"yes\", expected a boolean at line 3 column 15" << 3
        << "'is_draft' must be true or false";
    QTest::newRow("choice") << "posts: {order: asc}\n"
                            << "posts.order: unknown variant `asc`, expected one of `None`, `Asc`, `Desc` at "
                               "line 1 column 16"
                            << 1 << "'order' must be one of: None, Asc, Desc; did you mean 'Asc'?";
  }
  void faults_haveCobaltsWordsAndPlace() {
    QFETCH(QString, text);
    QFETCH(QString, detail);
    QFETCH(int, line);
    QFETCH(QString, sentence);
    const auto config = readConfig(text.toStdString(), "my.yml");
    QVERIFY(!config.has_value());
    QCOMPARE(QString::fromStdString(config.error().detail), detail);
    QCOMPARE(config.error().where.line, line);
    QCOMPARE(config.error().where.file, std::string("my.yml"));
    QCOMPARE(QString::fromStdString(describe(config.error())), sentence);
  }

  void paths_areNormalised_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("normal");
    QTest::newRow("here") << "./" << "";
    QTest::newRow("inner dots") << "a//b/./c/" << "a/b/c";
    QTest::newRow("up and down") << "a/../b" << "b";
    QTest::newRow("out") << "../x" << "../x";
    QTest::newRow("tilde is a name") << "~" << "~";
  }
  void paths_areNormalised() {
    QFETCH(QString, path);
    QFETCH(QString, normal);
    const auto config = readConfig("source: " + path.toStdString() + "\n");
    QVERIFY(config.has_value());
    QCOMPARE(QString::fromStdString(config->source), normal);
  }
};

QTEST_APPLESS_MAIN(ConfigTest)
#include "config_test.moc"

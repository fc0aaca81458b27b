#include <QTest>

#include "app/base/html_tags.h"
#include "app/export/css_references.h"
#include "app/export/data_uri.h"
#include "app/export/export.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using namespace postwright::exporting;
using testing::SiteFolder;

class SelfContainedTest : public QObject {
  Q_OBJECT

 private slots:
  void everythingOfTheSite_isPutIn() {
    const SiteFolder folder(
        {{"_cobalt.yml", "site: {base_url: \"https://ex.org/blog\"}"},
         {"a.md", ""},
         {"css/main.css", "@import \"more.css\" print;\nb { background: url(../img/p.png) }"},
         {"css/more.css", "i{}"},
         {"img/p.png", "PNG"},
         {"js/s.js", "x = '</script>';"}});
    const std::string html = single(folder,
                                    "<link rel=\"stylesheet\" href=\"/css/main.css\" media=\"screen\">"
                                    "<img src='https://ex.org/blog/img/p.png' alt=x>"
                                    "<img srcset=\"/blog/img/p.png 1x, img/p.png 2x\">"
                                    "<script src=js/s.js></script>");
    const std::string png = "data:image/png;base64,UE5H";
    QCOMPARE(html, "<style media=\"screen\">\n@media print {\ni{}\n}\n\nb { background: url(\"" + png +
                       "\") }\n</style><img src=\"" + png + "\" alt=x><img srcset=\"" + png + " 1x, " + png +
                       " 2x\"><script >x = '<\\/script>';</script>");
  }

  void whatCannotBePutIn_staysAndIsNamedOnce() {
    const SiteFolder other(SiteFolder::Files{{"secret.png", "S"}});
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", ""}});
    std::filesystem::create_symlink(other.path() + "/secret.png", folder.path() + "/link.png");
    const std::string page =
        "<img src=\"https://cdn.example/x.png\"><img src=\"https://cdn.example/x.png\">"
        "<img src=\"gone.png\"><img src=\"../../etc/passwd\"><img src=\"link.png\">";
    Diagnostics warnings;
    QCOMPARE(single(folder, page, &warnings), page);
    std::vector<ErrorCode> codes;
    for (const Diagnostic& warning : warnings)
      codes.push_back(warning.error.code);
    const std::vector<ErrorCode> expected{ErrorCode::NotInlinedRemote, ErrorCode::NotInlinedMissing,
                                          ErrorCode::NotInlinedOutside, ErrorCode::NotInlinedOutside};
    QCOMPARE(codes, expected);
  }

  void addressesThatNameNoFile_stay() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", ""}});
    const std::string page =
        "<img src=\"data:image/png;base64,AA==\"><use href=\"#icon\"></use>"
        "<!-- <img src=\"x.png\"> --><a href=\"b.html\">b</a>"
        "<script>var t = '<img src=\"y.png\">';</script>";
    Diagnostics warnings;
    QCOMPARE(single(folder, page, &warnings), page);
    QVERIFY(warnings.empty());
  }

  void importsInACircle_end() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", ""}, {"x.css", "@import 'x.css'; a{}"}});
    const std::string html = single(folder, "<style>@import url(x.css);</style>");
    QVERIFY(html.find("a{}") != std::string::npos);
  }

  void styleSheetsFromSass_areCompiled() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"a.md", ""},
                             {"_sass/_vars.scss", "$c: red;"},
                             {"s/main.scss", "@import 'vars'; a { b { color: $c; } }"}});
    const std::string html = single(folder, "<link rel=stylesheet href=/s/main.css>");
    QVERIFY2(html.find("a b {") != std::string::npos, html.c_str());
  }

  void selfContained_canBeStopped() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", ""}});
    render::Page page;
    page.html = "<img src=\"a.png\">";
    std::stop_source stop;
    stop.request_stop();
    const auto result = selfContained(*folder.load(), page, {}, stop.get_token());
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
  }

  void cssReferences_skipCommentsAndStrings() {
    const auto found =
        cssReferences("/* url(a) */ b{content:\"url(c)\"; background:URL( 'd e' )} x{my-url(f)}");
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().url, std::string("d e"));
  }

  void openingTags_readEveryKindOfAttribute() {
    const auto tags =
        openingTags("<IMG Src=a.png alt='x \"y\"' data-x=\"&amp;1\" hidden/><br><!-- <p> --></p>");
    QCOMPARE(tags.size(), std::size_t{2});
    QCOMPARE(tags[0].name, std::string("img"));
    QCOMPARE(tags[0].find("src")->value, std::string("a.png"));
    QCOMPARE(tags[0].find("alt")->value, std::string("x \"y\""));
    QCOMPARE(tags[0].find("data-x")->value, std::string("&1"));
    QVERIFY(tags[0].find("hidden") != nullptr);
  }

  void base64_padsAsTheStandardSays() {
    QCOMPARE(base64(""), std::string());
    QCOMPARE(base64("f"), std::string("Zg=="));
    QCOMPARE(base64("fo"), std::string("Zm8="));
    QCOMPARE(base64("foobar"), std::string("Zm9vYmFy"));
  }

  void markdownSource_cutsTheFrontMatterOff() {
    const std::string file = "---\r\ntitle: T\r\n---\r\n\r\nBody\r\n";
    QCOMPARE(markdownSource(file, true), file);
    QCOMPARE(markdownSource(file, false), std::string("Body\r\n"));
  }

 private:
  static std::string single(const SiteFolder& folder, const std::string& html,
                            Diagnostics* warnings = nullptr) {
    render::Page page;
    page.html = html;
    page.outputPath = "a.html";
    auto result = selfContained(*folder.load(), page);
    if (!result) return describe(result.error());
    if (warnings != nullptr) *warnings = result->warnings;
    return result->html;
  }
};

QTEST_APPLESS_MAIN(SelfContainedTest)
#include "self_contained_test.moc"

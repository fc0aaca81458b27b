#include <QTest>
#include <filesystem>

#include "app/export/export.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using namespace postwright::exporting;
using testing::SiteFolder;

class BuildTest : public QObject {
  Q_OBJECT

 private slots:
  void build_writesPagesFeedsAndAssets() {
    const SiteFolder folder(
        {{"_cobalt.yml", "site: {base_url: \"https://ex.org\", sitemap: map.xml}\nposts: {rss: r.xml}"},
         {"posts/2020-01-02-a.md", "one"},
         {"index.md", "x"},
         {"img/a.png", "PNG"}});
    const SiteFolder output(SiteFolder::Files{});
    QVERIFY(build(folder, output.path() + "/deep"));
    QCOMPARE(output.read("deep/posts/2020-01-02-a.html"), std::string("<p>one</p>\n"));
    QCOMPARE(output.read("deep/index.html"), std::string("<p>x</p>\n"));
    QCOMPARE(output.read("deep/img/a.png"), std::string("PNG"));
    QVERIFY(output.read("deep/r.xml").find("<pubDate>Thu, 02 Jan 2020 00:00:00 +0000</pubDate>") !=
            std::string::npos);
    QVERIFY(output.read("deep/map.xml").ends_with("</urlset>"));
  }

  void build_twoFilesOfOneName_warns() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""}, {"posts/a.md", "---\npermalink: /x.html\n---\npost"}, {"x.md", "page"}});
    const SiteFolder output(SiteFolder::Files{});
    const auto warnings = build(folder, output.path());
    QCOMPARE(warnings->size(), std::size_t{1});
    QCOMPARE(warnings->front().error.code, ErrorCode::OutputOverwritten);
    QCOMPARE(output.read("x.html"), std::string("<p>page</p>\n"));
  }

  void build_goesOnWithoutAStyleSheetThatCannotBeCompiled() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"a.scss", "b { color: red; }\n"},
                             {"css/bad.scss", "a {\n  width: 1px + 1s;\n}\n"},
                             {"z.scss", "i { top: 0; }\n"},
                             {"x.md", "page"}});
    const SiteFolder output(SiteFolder::Files{});
    const auto remarks = build(folder, output.path());
    QVERIFY(remarks);
    if (remarks->empty()) QSKIP("built without libsass");
    QCOMPARE(remarks->size(), std::size_t{1});
    QCOMPARE(remarks->front().severity, Severity::Error);
    QCOMPARE(toString(remarks->front().error.where), std::string("css/bad.scss:2:10"));
    QVERIFY(!std::filesystem::exists(output.path() + "/css/bad.css"));
    QVERIFY(output.read("a.css").starts_with("b {"));
    QVERIFY(output.read("z.css").starts_with("i {"));
    QCOMPARE(output.read("x.html"), std::string("<p>page</p>\n"));
  }

  void build_aPageOutsideTheDestination_isRefused() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", "---\npermalink: /../../x.html\n---\n"}});
    const SiteFolder output(SiteFolder::Files{});
    const auto built = build(folder, output.path() + "/d");
    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::OutputOutsideDestination);
    QVERIFY(!std::filesystem::exists(output.path() + "/x.html"));
  }

  void build_doesNotFollowLinksOutOfTheFolder() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"css/a.md", "x"}, {"b.md", "y"}});
    const SiteFolder output({{"keep/a.html", "kept"}, {"out/kept", ""}});
    std::filesystem::create_directory_symlink(output.path() + "/keep", output.path() + "/out/css");
    QCOMPARE(build(folder, output.path() + "/out").error().code, ErrorCode::OutputOutsideDestination);
    QCOMPARE(readBytes(output.path() + "/keep/a.html").value_or(""), std::string("kept"));

    std::filesystem::remove_all(output.path() + "/out");
    std::filesystem::create_directory(output.path() + "/out");
    std::filesystem::create_symlink(output.path() + "/keep/a.html", output.path() + "/out/b.html");
    QVERIFY(build(folder, output.path() + "/out"));
    QCOMPARE(readBytes(output.path() + "/keep/a.html").value_or(""), std::string("kept"));
    QCOMPARE(readBytes(output.path() + "/out/b.html").value_or(""), std::string("<p>y</p>\n"));
  }

  void build_amongTheSitesFiles_isRefused() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", "x"}});
    QCOMPARE(build(folder, folder.path() + "/out").error().code, ErrorCode::DestinationInSource);
    QCOMPARE(build(folder, folder.path()).error().code, ErrorCode::DestinationInSource);
    QVERIFY(build(folder, folder.path() + "/_site"));
  }

  void build_followsTheConfigurationOnDrafts() {
    const SiteFolder folder(
        {{"_cobalt.yml", "include_drafts: true"}, {"posts/d.md", "---\nis_draft: true\n---\n"}});
    const SiteFolder output(SiteFolder::Files{});
    QVERIFY(build(folder, output.path() + "/a"));
    QVERIFY(std::filesystem::exists(output.path() + "/a/posts/d.html"));
    QVERIFY(build(folder, output.path() + "/b", {false, {}}));
    QVERIFY(!std::filesystem::exists(output.path() + "/b/posts/d.html"));
  }

  void build_feedWithoutAnAddress_isAnError() {
    const SiteFolder folder({{"_cobalt.yml", "posts: {rss: r.xml}"}, {"a.md", "x"}});
    const SiteFolder output(SiteFolder::Files{});
    const auto built = build(folder, output.path());
    QCOMPARE(built.error().detail, std::string("`base_url` is required for RSS support"));
  }

  void build_stopped_saysSo() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", "x"}});
    const SiteFolder output(SiteFolder::Files{});
    std::stop_source stop;
    stop.request_stop();
    const auto built = buildSite(folder.load(), output.path(), {}, {}, stop.get_token());
    QCOMPARE(built.error().code, ErrorCode::Cancelled);
  }

 private:
  static Result<Diagnostics> build(const SiteFolder& folder, const std::string& destination,
                                   const BuildOptions& options = {}) {
    return buildSite(folder.load(), destination, options);
  }
};

QTEST_APPLESS_MAIN(BuildTest)
#include "build_test.moc"

#include "app/generators/cobalt/load.h"

#include <QTest>

#include "app/site/view.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using testing::SiteFolder;

namespace {

std::vector<std::string> pathsOf(const std::vector<site::DocumentPointer>& documents) {
  std::vector<std::string> paths;
  for (const site::DocumentPointer& document : documents)
    paths.push_back(document->path);
  return paths;
}

using Paths = std::vector<std::string>;

} // namespace

class LoadTest : public QObject {
  Q_OBJECT

 private slots:
  void load_sortsPostsByDateAndKeepsPagesInPathOrder() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"posts/b.md", "---\npublished_date: 2020-01-02 00:00:00 +0000\n---\n"},
                             {"posts/a.md", "---\npublished_date: 2020-01-02 01:00:00 +0100\n---\n"},
                             {"posts/2021-01-01-new.md", "x"},
                             {"posts/undated.md", "x"},
                             {"z.md", "x"},
                             {"a/index.liquid", "x"},
                             {"img/a.png", "x"}});
    const auto view = folder.load()->view(false);
    QCOMPARE(pathsOf(view->posts()),
             (Paths{"posts/2021-01-01-new.md", "posts/a.md", "posts/b.md", "posts/undated.md"}));
    QCOMPARE(pathsOf(view->pages()), (Paths{"a/index.liquid", "z.md"}));
    QCOMPARE(view->assets(), (Paths{"img/a.png"}));
  }

  void load_takesTheConfiguredOutputForSourceOnlyWhenBuiltElsewhere() {
    const SiteFolder folder(
        {{"_cobalt.yml", "destination: docs"}, {"docs/a.html", "x"}, {"docs/b.md", "x"}, {"c.md", "x"}});
    QCOMPARE(pathsOf(folder.load()->view(false)->pages()), (Paths{"c.md"}));
    generators::cobalt::LoadOptions options;
    options.isBuiltElsewhere = true;
    const auto view = (*generators::cobalt::load(folder.path(), options))->view(false);
    QCOMPARE(pathsOf(view->pages()), (Paths{"c.md", "docs/b.md"}));
    QCOMPARE(view->assets(), (Paths{"docs/a.html"}));
  }

  void load_ascending_reversesTiesToo() {
    const SiteFolder folder(
        {{"_cobalt.yml", "posts: {order: Asc}"}, {"posts/a.md", "x"}, {"posts/b.md", "x"}});
    QCOMPARE(pathsOf(folder.load()->view(false)->posts()), (Paths{"posts/b.md", "posts/a.md"}));
  }

  void views_differInDraftsAndInTheDraftsFolder() {
    const SiteFolder folder({{"_cobalt.yml", "posts: {drafts_dir: unready}"},
                             {"posts/done.md", "x"},
                             {"posts/half.md", "---\nis_draft: true\n---\n"},
                             {"unready/idea.md", "x"}});
    const site::SitePointer site = folder.load();
    QCOMPARE(pathsOf(site->view(false)->posts()), (Paths{"posts/done.md"}));
    QCOMPARE(pathsOf(site->view(false)->pages()), (Paths{"unready/idea.md"})); // Cobalt forgets the folder
    QCOMPARE(site->view(false)->document("unready/idea.md")->url, std::string("unready/idea.html"));
    QCOMPARE(pathsOf(site->view(true)->posts()),
             (Paths{"posts/done.md", "posts/half.md", "unready/idea.md"}));
    const site::DocumentPointer idea = site->document("unready/idea.md");
    QVERIFY(idea->inDraftsFolder);
    QVERIFY(idea->fields.isDraft);
    QCOMPARE(idea->sitePath, std::string("posts/idea.md"));
    QCOMPARE(idea->url, std::string("posts/idea.html"));
  }

  void defaults_areTakenInCobaltsOrder() {
    const SiteFolder folder({{"_cobalt.yml",
                              "default: {layout: all, excerpt_separator: X, data: {a: 1, b: 1}}\n"
                              "posts: {default: {layout: posts, data: {b: 2}}}\n"
                              "pages: {default: {weight: 3}}\n"},
                             {"posts/a.md", "---\ndata: {c: 3}\n---\n"},
                             {"p.md", "x"}});
    const site::SitePointer site = folder.load();
    const site::Fields& post = site->document("posts/a.md")->fields;
    QCOMPARE(*post.layout, std::string("posts"));
    QCOMPARE(post.excerptSeparator, std::string("X"));
    QCOMPARE(post.data, (Object{{"a", 1}, {"b", 2}, {"c", 3}}));
    const site::Fields& page = site->document("p.md")->fields;
    QCOMPARE(*page.layout, std::string("all"));
    QCOMPARE(page.excerptSeparator, std::string()); // never from the common defaults
    QCOMPARE(page.weight, 3);
  }

  void aBrokenPost_staysInTheListWithItsProblem() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"posts/bad.md", "---\ntitle: A\nlayot: x\n---\n"},
                             {"posts/bytes.md", "caf\xE9"},
                             {"posts/good.md", "x"}});
    const site::SitePointer site = folder.load();
    QCOMPARE(site->documents().size(), std::size_t{3});
    const site::DocumentPointer bad = site->document("posts/bad.md");
    QVERIFY(bad->problem);
    QCOMPARE(bad->fields.title, std::string("A"));
    QCOMPARE(bad->problem->error.where.file, std::string("posts/bad.md"));
    QCOMPARE(bad->problem->error.where.line, 3);
    QCOMPARE(site->document("posts/bytes.md")->problem->error.code, ErrorCode::FileNotUtf8);
    QCOMPARE(pathsOf(site->view(false)->posts()), (Paths{"posts/good.md"}));
    QCOMPARE(site->view(false)->fault()->context.front(), std::string("Failed to parse posts/bad.md"));
  }

  void withText_changesOneDocumentAndSharesTheRest() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""}, {"posts/a.md", "---\nslug: s\ntitle: A\n---\n"}, {"posts/b.md", "x"}});
    const site::SitePointer site = folder.load();
    const site::SitePointer changed =
        site->withText("posts/a.md", "---\npublished_date: 2030-01-01 00:00:00 +0000\n---\n");
    QCOMPARE(site->document("posts/a.md")->fields.title, std::string("A"));
    QCOMPARE(pathsOf(site->view(false)->posts()), (Paths{"posts/a.md", "posts/b.md"}));
    QCOMPARE(pathsOf(changed->withText("posts/b.md", "y")->view(false)->posts()),
             (Paths{"posts/a.md", "posts/b.md"}));
    QVERIFY(site->document("posts/b.md") == changed->document("posts/b.md"));
  }

  void withText_ofANewPath_addsADocument() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/b.md", "x"}});
    const site::SitePointer changed = folder.load()->withText("posts/a.md", "new");
    QCOMPARE(pathsOf(changed->documents()), (Paths{"posts/a.md", "posts/b.md"}));
    QVERIFY(changed->withText("_hidden/c.md", "x")->document("_hidden/c.md") == nullptr);
  }

  void documentAtUrl_takesEverySpelling() {
    const SiteFolder folder({{"_cobalt.yml", "posts: {default: {permalink: \"/blog/{{slug}}/\"}}"},
                             {"posts/a.md", "x"},
                             {"index.md", "x"}});
    const site::SitePointer site = folder.load();
    for (const char* url : {"blog/a/", "/blog/a/", "blog/a", "/blog/a/index.html"})
      QVERIFY2(site->documentAtUrl(url) == site->document("posts/a.md"), url);
    QVERIFY(site->documentAtUrl("/") == site->document("index.md"));
    QVERIFY(site->documentAtUrl("/nope") == nullptr);
  }

  void load_brokenConfiguration_saysWhere() {
    const SiteFolder folder(SiteFolder::Files{{"_cobalt.yml", "site:\n  titel: x\n"}});
    const auto site = generators::cobalt::load(folder.path());
    QVERIFY(!site);
    QCOMPARE(site.error().where.file, std::string("_cobalt.yml"));
    QCOMPARE(site.error().where.line, 2);
  }

  void load_ofAnEmptyFolder_isNoSite() {
    const SiteFolder folder(SiteFolder::Files{});
    QCOMPARE(generators::cobalt::load(folder.path()).error().code, ErrorCode::NoSite);
    QCOMPARE(generators::cobalt::load(folder.path() + "/nowhere").error().code, ErrorCode::NoSite);
  }

  void load_canBeStopped() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "x"}});
    std::stop_source stop;
    stop.request_stop();
    const auto site = generators::cobalt::load(folder.path(), {}, {}, stop.get_token());
    QCOMPARE(site.error().code, ErrorCode::Cancelled);
  }

  void templatesThatAreLinksOutOfTheSite_areNotRead() {
    const SiteFolder other(SiteFolder::Files{{"secret.liquid", "secret"}});
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", "x"}});
    std::filesystem::create_directory_symlink(other.path(), folder.path() + "/_layouts");
    const site::SitePointer site = folder.load();
    QVERIFY(site->layoutNames().empty());
    QCOMPARE(site->problems().front().error.code, ErrorCode::PathOutsideSite);
  }

  void siteFolderOf_looksUpwards() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/deep/a.md", "x"}});
    QCOMPARE(generators::cobalt::siteFolderOf(folder.path() + "/posts/deep/a.md"), folder.path());
    QVERIFY(generators::cobalt::siteFolderOf("/etc").empty());
  }
};

QTEST_APPLESS_MAIN(LoadTest)
#include "load_test.moc"

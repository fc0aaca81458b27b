#include <QTest>
#include <filesystem>

#include "app/render/page.h"
#include "app/site/view.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using testing::SiteFolder;

namespace {

const DateTime kNow = makeDateTime({2026, 11, 1}, 12 * 3600, 0);

/// Everything that can be seen of a site: its pages as they are written, its assets and its problems.
std::vector<std::string> seenOf(const site::SitePointer& site, const SiteFolder& folder) {
  std::vector<std::string> seen;
  for (const site::DocumentPointer& document : site->documents()) {
    const render::Request request{site, document->path, folder.read(document->path), kNow,
                                  render::Drafts::Auto};
    const render::Page page = render::renderPage(request);
    seen.push_back(document->path + ": " + page.html);
    for (const Diagnostic& problem : page.diagnostics)
      seen.push_back(toString(problem));
  }
  for (const bool drafts : {false, true})
    for (const std::string& asset : site->view(drafts)->assets())
      seen.push_back(asset);
  for (const Diagnostic& problem : site->problems())
    seen.push_back(toString(problem));
  return seen;
}

} // namespace

class RefreshTest : public QObject {
  Q_OBJECT

 private slots:
  void refreshedSite_isTheSiteLoadedAnew_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text"); ///< null: removed
    QTest::newRow("post changed") << "posts/a.md" << "---\ntitle: New\n---\nnew";
    QTest::newRow("post moved in the order")
        << "posts/a.md" << "---\npublished_date: 2030-01-01 00:00:00 +0000\n---\n";
    QTest::newRow("post made") << "posts/sub/c.md" << "new one";
    QTest::newRow("post removed") << "posts/b.md" << QString();
    QTest::newRow("post broken") << "posts/a.md" << "---\ntitle: [\n---\n";
    QTest::newRow("post turned into a draft") << "posts/a.md" << "---\nis_draft: true\n---\n";
    QTest::newRow("draft made") << "_drafts/n.md" << "x";
    QTest::newRow("page changed") << "i.liquid" << "other";
    QTest::newRow("layout changed") << "_layouts/l.liquid" << "<new>{{ page.content }}";
    QTest::newRow("layout broken") << "_layouts/l.liquid" << "{% if %}";
    QTest::newRow("layout removed") << "_layouts/l.liquid" << QString();
    QTest::newRow("include changed") << "_includes/n.liquid" << "<new>";
    QTest::newRow("include removed") << "_includes/n.liquid" << QString();
    QTest::newRow("include made") << "_includes/sub/x.liquid" << "<new>";
    QTest::newRow("data changed") << "_data/d.yml" << "k: new";
    QTest::newRow("data broken") << "_data/d.yml" << "k: [";
    QTest::newRow("data removed") << "_data/d.yml" << QString();
    QTest::newRow("asset made") << "css/z.css" << "x";
    QTest::newRow("asset removed") << "css/a.css" << QString();
    QTest::newRow("hidden file made") << "_hidden/a.md" << "x";
    QTest::newRow("not UTF-8") << "posts/a.md" << QString::fromLatin1("latin");
  }
  void refreshedSite_isTheSiteLoadedAnew() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    const SiteFolder folder({{"_cobalt.yml", "posts: {drafts_dir: _drafts}"},
                             {"_layouts/l.liquid", "<l>{{ page.content }}{% include 'n.liquid' %}"},
                             {"_includes/n.liquid", "<n>{{ site.data.d.k }}"},
                             {"_data/d.yml", "k: v"},
                             {"_drafts/d.md", "draft"},
                             {"css/a.css", ""},
                             {"css/b.css", ""},
                             {"i.liquid", "{% for p in collections.posts.pages %}{{ p.title }} {% endfor %}"},
                             {"posts/a.md", "---\nlayout: l.liquid\n---\nold"},
                             {"posts/b.md", "---\nlayout: l.liquid\n---\nold"}});
    const site::SitePointer before = folder.load();
    const std::string file = path.toStdString();
    if (text.isNull()) {
      std::filesystem::remove(folder.path() + "/" + file);
    } else {
      folder.write(file, text == QLatin1String("latin") ? std::string("\xE9\n") : text.toStdString());
    }
    const site::SitePointer refreshed = before->withFilesChanged({file});
    QVERIFY(refreshed != nullptr);
    QCOMPARE(seenOf(refreshed, folder), seenOf(folder.load(), folder));
  }

  void onlyTheChangedFile_isRead() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "x"}, {"posts/b.md", "x"}});
    const site::SitePointer before = folder.load();
    folder.write("posts/a.md", "---\ntitle: A2\n---\n");
    folder.write("posts/b.md", "---\ntitle: B2\n---\n"); // not told of
    const site::SitePointer refreshed = before->withFilesChanged({"posts/a.md"});
    QCOMPARE(refreshed->document("posts/a.md")->fields.title, std::string("A2"));
    QCOMPARE(refreshed->document("posts/b.md"), before->document("posts/b.md"));
  }

  void aFileChangedOnDisk_winsOverTheTextThatWasSavedBefore() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "x"}});
    const site::SitePointer saved = folder.load()->withText("posts/a.md", "---\ntitle: Saved\n---\n");
    folder.write("posts/a.md", "---\ntitle: Disk\n---\n");
    QCOMPARE(saved->withFilesChanged({"posts/a.md"})->document("posts/a.md")->fields.title,
             std::string("Disk"));
  }

  void configurationChanged_needsANewSite() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "x"}});
    QVERIFY(folder.load()->withFilesChanged({"posts/a.md", "_cobalt.yml"}) == nullptr);
  }
};

QTEST_APPLESS_MAIN(RefreshTest)
#include "refresh_test.moc"

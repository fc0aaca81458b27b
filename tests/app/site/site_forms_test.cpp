#include "app/site/site_forms.h"

#include <QTest>
#include <filesystem>

#include "app/base/file.h"
#include "app/front_matter/edit.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using namespace postwright::front_matter;
using postwright::site::Collection;
using postwright::site::SiteForms;
using postwright::testing::SiteFolder;

namespace {

namespace fs = std::filesystem;

Path path(std::initializer_list<const char*> keys) {
  Path result;
  for (const char* key : keys)
    result.emplace_back(std::string(key));
  return result;
}

const SiteFolder::Files kSite{
    {"_cobalt.yml", "site:\n  title: T\n"},
    {"_layouts/post.liquid",
     "<h1>{{ page.title }}</h1>\n{% include 'side.liquid' %}\n{{ page.data.hero }}\n"
     "{{ page.permalink }}{{ page.content }}{{ page.file.permalink }}"},
    {"_layouts/page.liquid", "{{ page.data.wide }}"},
    {"_includes/side.liquid", "\n{% assign d = page.data %}{{ d.author }}"},
    {"index.liquid",
     "---\ntitle: Home\nlayout: page.liquid\n---\n{% for post in collections.posts.pages %}\n"
     "{{ post.data.teaser }}{% endfor %}"},
    {"img/a.txt", "a"},
    {"posts/one.md",
     "---\ntitle: One\nlayout: post.liquid\ntags: [rust]\ndata:\n  author: Ann\n  next: two\n  doc: "
     "/img/a.txt\n---\nx"},
    {"posts/two.md", "---\ntitle: Two\nlayout: post.liquid\ntags: [rust, go]\ndata:\n  author: Bob\n---\nx"}};

/// Every node that stands in the front matter: its path.
void collect(const FrontMatterDocument& document, const Path& at, std::vector<Path>& paths) {
  const auto node = document.node(at);
  if (!node) return;
  if (!at.empty()) paths.push_back(at);
  for (const std::string& key : node->keys) {
    Path below = at;
    below.emplace_back(key);
    collect(document, below, paths);
  }
  for (std::size_t i = 0; node->kind == NodeKind::List && i < node->size; ++i) {
    Path below = at;
    below.emplace_back(i);
    collect(document, below, paths);
  }
}

/// Nothing but YAML says this value: a reference, a tag, lists in lists or beside maps.
bool isOnlyYaml(const FrontMatterDocument& document, const Path& at) {
  const auto node = document.node(at);
  if (node->readOnly || node->kind == NodeKind::Alias) return true;
  if (node->kind != NodeKind::List) return false;
  bool hasMap = false;
  bool hasScalar = false;
  for (std::size_t i = 0; i < node->size; ++i) {
    Path below = at;
    below.emplace_back(i);
    const auto item = document.node(below);
    if (!item || item->kind == NodeKind::List || item->kind == NodeKind::Alias) return true;
    hasMap = hasMap || item->kind == NodeKind::Map;
    hasScalar = hasScalar || item->kind == NodeKind::Scalar;
  }
  return hasMap && hasScalar;
}

/// Empty, or the first node that the form shows as YAML though it has a widget of its own.
std::string firstRawNode(const site::Site& site) {
  const SiteForms forms(site);
  for (const auto& document : site.documents()) {
    if (document->problem) continue;
    const auto bytes = readFile(site.source() + "/" + document->path);
    const FrontMatterDocument post(bytes ? bytes->bytes : std::string());
    if (post.problem()) continue;
    std::vector<Path> paths;
    collect(post, {}, paths);
    const LearnedForm& form = forms.form(document->collection);
    for (const Path& at : paths) {
      const bool isKey = std::holds_alternative<std::string>(at.back());
      const LearnedField* field = form.find(at);
      if (!isKey || isOnlyYaml(post, at)) continue;
      if (field == nullptr || field->kind == LearnedKind::Raw)
        return document->path + ": " + std::get<std::string>(at.back());
    }
  }
  return {};
}

} // namespace

class SiteFormsTest : public QObject {
  Q_OBJECT

 private slots:
  void form_learnsPostsAndTemplates();
  void form_ofPages_isTheirOwn();
  void replace_learnsAsIfFromTheStart();
  void rules_ofTheSite_apply();
  void everyNode_ofTheSampleSite_hasAWidget();
  void everyNode_ofTheRecordedSites_hasAWidget();
};

void SiteFormsTest::form_learnsPostsAndTemplates() {
  const SiteFolder folder(kSite);
  const site::SitePointer site = folder.load();
  const SiteForms forms(*site);
  const LearnedForm& form = forms.form(Collection::Posts);
  QCOMPARE(form.posts, 2U);
  QCOMPARE(form.find(path({"tags"}))->words.front().text, std::string("rust"));
  QCOMPARE(form.find(path({"data", "next"}))->kind, LearnedKind::Relation);
  QCOMPARE(form.find(path({"data", "doc"}))->kind, LearnedKind::File);
  QCOMPARE(form.find(path({"layout"}))->words.size(), 2U);
  const LearnedField* hero = form.find(path({"data", "hero"}));
  QVERIFY(hero != nullptr);
  QCOMPARE(hero->posts, 0U);
  QVERIFY((hero->readAt == std::vector<ReadPlace>{{"_layouts/post.liquid", 3}}));
  QVERIFY(
      (form.find(path({"data", "author"}))->readAt == std::vector<ReadPlace>{{"_includes/side.liquid", 2}}));
  QVERIFY((form.find(path({"data", "teaser"}))->readAt == std::vector<ReadPlace>{{"index.liquid", 6}}));
  QVERIFY(form.find(path({"data", "wide"})) == nullptr);
  QVERIFY(form.find(path({"content"})) == nullptr);
  QVERIFY(form.find(path({"file"})) == nullptr);
}

void SiteFormsTest::form_ofPages_isTheirOwn() {
  const SiteFolder folder(kSite);
  const SiteForms forms(*folder.load());
  const LearnedForm& form = forms.form(Collection::Pages);
  QCOMPARE(form.posts, 1U);
  QVERIFY(form.find(path({"data", "wide"})) != nullptr);
  QVERIFY(form.find(path({"tags"})) == nullptr);
}

void SiteFormsTest::replace_learnsAsIfFromTheStart() {
  const SiteFolder folder(kSite);
  const site::SitePointer site = folder.load();
  SiteForms forms(*site);
  const std::string text = "---\ntitle: New\nlayout: post.liquid\ntags: [zig]\ndata: {n: 1}\n---\n";
  const site::SitePointer changed = site->withText("posts/two.md", text);
  forms.replace(site->document("posts/two.md").get(), changed->document("posts/two.md").get());
  QVERIFY(forms.form(Collection::Posts) == SiteForms(*changed).form(Collection::Posts));
  QCOMPARE(forms.form(Collection::Posts).find(path({"tags"}))->words.size(), 2U);
}

void SiteFormsTest::rules_ofTheSite_apply() {
  SiteFolder::Files files = kSite;
  files["_postwright.yml"] = "posts:\n  - field: data.author\n    label: Who\n    kinds: x\n";
  const SiteFolder folder(files);
  const SiteForms forms(*folder.load());
  QCOMPARE(forms.form(Collection::Posts).find(path({"data", "author"}))->label, std::string("Who"));
  QCOMPARE(forms.problems().size(), 1U);
  QCOMPARE(forms.problems()[0].error.where.line, 4);
}

void SiteFormsTest::everyNode_ofTheSampleSite_hasAWidget() {
  const auto site = generators::cobalt::load(POSTWRIGHT_SOURCE "/resources/sample_site");
  QVERIFY(site);
  QCOMPARE(firstRawNode(**site), std::string());
}

void SiteFormsTest::everyNode_ofTheRecordedSites_hasAWidget() {
  const fs::path shared = fs::path(POSTWRIGHT_SOURCE) / "../shared/sites";
  if (!fs::exists(shared)) QSKIP("The recorded sites are not beside the source folder: left out");
  int sites = 0;
  for (const auto& entry : fs::recursive_directory_iterator(shared)) {
    if (entry.path().filename() != "_cobalt.yml") continue;
    const auto site = generators::cobalt::load(entry.path().parent_path().string());
    if (!site) continue; // broken on purpose
    const std::string raw = firstRawNode(**site);
    QVERIFY2(raw.empty(), (entry.path().string() + ": " + raw).c_str());
    ++sites;
  }
  QVERIFY(sites > 5);
}

QTEST_APPLESS_MAIN(SiteFormsTest)
#include "site_forms_test.moc"

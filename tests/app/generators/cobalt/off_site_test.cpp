#include "app/generators/cobalt/off_site.h"

#include <QTest>
#include <filesystem>

#include "app/front_matter/edit.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using postwright::testing::SiteFolder;

namespace {

const SiteFolder::Files kSite{
    {"_cobalt.yml", "posts:\n  drafts_dir: _drafts\nignore:\n  - '*.tmp.md'\n  - /private\n"},
    {"posts/good.md", "---\ntitle: Good\n---\nx"},
    {"posts/later.md", "---\ntitle: Later\npublished_date: 2999-01-01 00:00:00 +0000\n---\nx"},
    {"posts/draft.md", "---\ntitle: Draft\nis_draft: true\n---\nx"},
    {"posts/broken.md", "---\ntitle: [\n---\nx"},
    {"posts/unknown.md", "---\nauthor: x\n---\nx"},
    {"posts/a.tmp.md", "---\ntitle: x\n---\nx"},
    {"posts/note.txt", "x"},
    {"posts/.hidden.md", "x"},
    {"private/deep/a.md", "x"},
    {"_drafts/idea.md", "---\ntitle: Idea\n---\nx"},
    {"posts/one.md", "---\ntitle: One\npermalink: /same.html\n---\nx"},
    {"posts/two.md", "---\ntitle: Two\npermalink: /same.html\n---\nx"}};

using Codes = std::vector<ErrorCode>;

Codes codesOf(const std::vector<front_matter::Reason>& reasons) {
  Codes codes;
  for (const front_matter::Reason& reason : reasons)
    codes.push_back(reason.error.code);
  return codes;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<postwright::ErrorCode>)

class OffSiteTest : public QObject {
  Q_OBJECT

 private slots:
  void whyNotOnSite_data();
  void whyNotOnSite();
  void ignoredFile_namesThePattern();
  void draft_hasItsLineAndItsFix();
  void link_isToldFirst();
  void buildWithDrafts_hasNoReason();
  void draftByDefault_isToldApart();
};

void OffSiteTest::whyNotOnSite_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<Codes>("codes");
  const auto row = [](const char* path, const Codes& codes) {
    QTest::newRow(path) << QString::fromLatin1(path) << codes;
  };
  row("posts/good.md", {});
  row("posts/later.md", {});
  row("posts/draft.md", {ErrorCode::OffSiteDraft});
  row("posts/unknown.md", {ErrorCode::FieldUnknown});
  row("posts/a.tmp.md", {ErrorCode::OffSiteIgnored});
  row("posts/note.txt", {ErrorCode::OffSiteEnding});
  row("posts/.hidden.md", {ErrorCode::OffSiteIgnored});
  row("private/deep/a.md", {ErrorCode::OffSiteIgnored});
  row("_drafts/idea.md", {ErrorCode::OffSiteDraftsFolder});
  row("posts/one.md", {ErrorCode::OffSiteSameAddress});
}

void OffSiteTest::whyNotOnSite() {
  QFETCH(QString, path);
  const SiteFolder folder(kSite);
  QTEST(codesOf(folder.load()->whyNotOnSite(path.toStdString())), "codes");
}

void OffSiteTest::ignoredFile_namesThePattern() {
  const SiteFolder folder(kSite);
  const auto reasons = folder.load()->whyNotOnSite("private/deep/a.md");
  QCOMPARE(describe(reasons[0].error), std::string("The ignore pattern '/private' leaves private out"));
}

void OffSiteTest::draft_hasItsLineAndItsFix() {
  const SiteFolder folder(kSite);
  const auto reasons = folder.load()->whyNotOnSite("posts/draft.md");
  QCOMPARE(reasons[0].error.where.line, 3);
  const std::string file = folder.read("posts/draft.md");
  const auto edits = front_matter::FrontMatterDocument(file).apply(reasons[0].fix->operations).edits;
  folder.write("posts/draft.md", applyEdits(file, edits));
  QVERIFY(folder.load()->whyNotOnSite("posts/draft.md").empty());
}

void OffSiteTest::link_isToldFirst() {
  const SiteFolder folder(kSite);
  const std::filesystem::path posts = std::filesystem::path(folder.path()) / "posts";
  std::filesystem::create_symlink(posts / "good.md", posts / "link.md");
  QCOMPARE(codesOf(folder.load()->whyNotOnSite("posts/link.md")), Codes{ErrorCode::OffSiteLink});
}

void OffSiteTest::buildWithDrafts_hasNoReason() {
  SiteFolder::Files files = kSite;
  files["_cobalt.yml"] = "include_drafts: true\nposts:\n  drafts_dir: _drafts\n";
  const SiteFolder folder(files);
  const site::SitePointer site = folder.load();
  QVERIFY(site->whyNotOnSite("posts/draft.md").empty());
  QVERIFY(site->whyNotOnSite("_drafts/idea.md").empty());
}

void OffSiteTest::draftByDefault_isToldApart() {
  SiteFolder::Files files = kSite;
  files["_cobalt.yml"] = "posts:\n  default:\n    is_draft: true\n";
  const SiteFolder folder(files);
  const site::SitePointer site = folder.load();
  const auto reasons = site->whyNotOnSite("posts/good.md");
  QCOMPARE(codesOf(reasons), Codes{ErrorCode::OffSiteDraftByDefault});
  QVERIFY(reasons[0].fix.has_value());
}

QTEST_APPLESS_MAIN(OffSiteTest)
#include "off_site_test.moc"

#include "app/generators/cobalt/off_site.h"

#include <QTest>
#include <filesystem>

#include "app/front_matter/edit.h"
#include "tests/app/site_folder.h"
#include "tests/cpu_timer.h"

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
  void sameAddress_followsUnsavedTextAndTheDisk();
  void otherWriters_areThoseOfTheBuild();
  void reasons_costNoMoreInALargeSite();
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
  QCOMPARE(reasons.size(), 1U);
  QCOMPARE(describe(reasons[0].error), std::string("The ignore pattern '/private' leaves private out"));
}

void OffSiteTest::draft_hasItsLineAndItsFix() {
  const SiteFolder folder(kSite);
  const auto reasons = folder.load()->whyNotOnSite("posts/draft.md");
  QCOMPARE(reasons.size(), 1U);
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

void OffSiteTest::sameAddress_followsUnsavedTextAndTheDisk() {
  const SiteFolder folder(kSite);
  const site::SitePointer site = folder.load();
  const auto others = [](const site::SitePointer& of) {
    QStringList paths;
    for (const front_matter::Reason& reason : of->whyNotOnSite("posts/one.md"))
      paths << QString::fromStdString(reason.error.arguments.front());
    return paths.join(u' ');
  };
  QCOMPARE(others(site), QStringLiteral("posts/two.md"));
  const char* same = "---\ntitle: A\npermalink: /same.html\n---\nx";
  QCOMPARE(others(site->withText("posts/a.md", same)), QStringLiteral("posts/a.md posts/two.md"));
  QCOMPARE(others(site->withText("posts/two.md", "---\ntitle: Two\n---\nx")), QString());
  QCOMPARE(
      others(site->withText("posts/two.md", "---\ntitle: Two\nis_draft: true\npermalink: /same.html\n---\n")),
      QString());
  folder.write("posts/z.md", same);
  const site::SitePointer changed = site->withFilesChanged({"posts/z.md"});
  QCOMPARE(others(changed), QStringLiteral("posts/two.md posts/z.md"));
}

void OffSiteTest::otherWriters_areThoseOfTheBuild() {
  using Paths = std::vector<std::string>;
  const SiteFolder folder(kSite);
  const site::SitePointer site = folder.load();
  QCOMPARE(site->otherWriters("posts/one.md"), Paths{"posts/two.md"});
  QCOMPARE(site->otherWriters("posts/good.md"), Paths());
  const char* draft = "---\ntitle: D\nis_draft: true\npermalink: /same.html\n---\nx";
  QCOMPARE(site->withText("posts/two.md", draft)->otherWriters("posts/one.md"), Paths());
  // what would meet it once it is published
  QCOMPARE(site->withText("posts/draft.md", draft)->otherWriters("posts/draft.md"),
           (Paths{"posts/one.md", "posts/two.md"}));
}

void OffSiteTest::reasons_costNoMoreInALargeSite() {
  const auto nanosecondsIn = [](int posts) {
    SiteFolder::Files files = kSite;
    for (int i = 0; i < posts; ++i)
      files["posts/p" + std::to_string(i) + ".md"] = "---\ntitle: P\n---\nx";
    const SiteFolder folder(files);
    const site::SitePointer site = folder.load();
    static_cast<void>(site->whyNotOnSite("posts/good.md")); // the index is made
    const test::CpuTimer timer;
    for (int i = 0; i < 200; ++i)
      static_cast<void>(site->whyNotOnSite("posts/good.md"));
    return static_cast<double>(timer.nsecsElapsed());
  };
  const double few = nanosecondsIn(1);
  const double many = nanosecondsIn(3000);
  QVERIFY2(many < 3 * few, qPrintable(QStringLiteral("%1 times as long").arg(many / few)));
}

QTEST_APPLESS_MAIN(OffSiteTest)
#include "off_site_test.moc"

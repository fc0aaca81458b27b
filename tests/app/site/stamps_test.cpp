#include "app/site/stamps.h"

#include <QTest>
#include <filesystem>

#include "tests/app/site_folder.h"

using namespace postwright;
using site::stampsBelow;
using testing::SiteFolder;

class StampsTest : public QObject {
  Q_OBJECT

 private slots:
  void whatIsOther_isNamed() {
    const SiteFolder folder({{"a", "1"}, {"b/c", "1"}, {"b/d", "1"}, {"_site/x", "1"}, {".git/x", "1"}});
    const auto before = stampsBelow(folder.path(), "_site");
    QCOMPARE(before.size(), std::size_t{3});
    folder.write("a", "22");
    std::filesystem::remove(folder.path() + "/b/c");
    folder.write("b/e", "1");
    folder.write("_site/x", "22");
    folder.write(".git/x", "22");
    QCOMPARE(site::differences(before, stampsBelow(folder.path(), "_site")),
             (std::vector<std::string>{"a", "b/c", "b/e"}));
  }

  void whatIsTheSame_isNot() {
    const SiteFolder folder(SiteFolder::Files{{"a", "1"}});
    QVERIFY(site::differences(stampsBelow(folder.path(), {}), stampsBelow(folder.path(), {})).empty());
  }

  void aFileThatWasReplaced_differs() {
    const SiteFolder folder(SiteFolder::Files{{"a", "1"}, {"b", "2"}});
    const auto before = stampsBelow(folder.path(), {});
    const auto time = std::filesystem::last_write_time(folder.path() + "/a");
    std::filesystem::rename(folder.path() + "/b", folder.path() + "/a");
    std::filesystem::last_write_time(folder.path() + "/a", time);
    QCOMPARE(site::differences(before, stampsBelow(folder.path(), {})), (std::vector<std::string>{"a", "b"}));
  }

  void links_areNotFollowed() {
    const SiteFolder folder(SiteFolder::Files{{"a", "1"}});
    std::filesystem::create_directory_symlink("/usr", folder.path() + "/out");
    QCOMPARE(stampsBelow(folder.path(), {}).size(), std::size_t{1});
  }
};

QTEST_APPLESS_MAIN(StampsTest)
#include "stamps_test.moc"

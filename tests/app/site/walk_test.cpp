#include "app/site/walk.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>

using namespace postwright;
namespace fs = std::filesystem;

class WalkTest : public QObject {
  Q_OBJECT

 private slots:
  void walk_goesThroughFoldersInTheOrderOfTheirNames() {
    write({"b.md", "a/z.md", "a-b.md", "B.md", "a/sub/k.md"});
    const std::vector<std::string> expected{"B.md", "a/sub/k.md", "a/z.md", "a-b.md", "b.md"};
    QCOMPARE(site::walk(path(), {}), expected);
  }

  void walk_doesNotEnterAnIgnoredFolder() {
    write({"sub/keep.md", "top.md"});
    site::IgnoreRules rules;
    for (const char* line : {"sub", "!sub/keep.md"})
      QVERIFY(rules.add(line));
    QCOMPARE(site::walk(path(), rules), std::vector<std::string>{"top.md"});
  }

  void walkFor_tellsWhichListSeesAFile() {
    write({"a/x.md", "b/y.md", "c/z.md", "top.md"});
    std::vector<site::IgnoreRules> lists(2);
    for (const char* line : {"a", "c"})
      QVERIFY(lists[0].add(line));
    for (const char* line : {"b", "c"})
      QVERIFY(lists[1].add(line));
    const std::vector<site::WalkedFile> files = site::walkFor(path(), lists);
    QCOMPARE(files.size(), std::size_t{3});
    QCOMPARE(files[0].path, std::string("a/x.md"));
    QCOMPARE(files[0].isSeen, (std::vector<bool>{false, true}));
    QCOMPARE(files[1].path, std::string("b/y.md"));
    QCOMPARE(files[1].isSeen, (std::vector<bool>{true, false}));
    QCOMPARE(files[2].isSeen, (std::vector<bool>{true, true}));
  }

  void walk_followsNoLink() {
    write({"real/a.md"});
    fs::create_directory_symlink("/etc", path() + "/out");
    fs::create_symlink(path() + "/real/a.md", path() + "/link.md");
    QCOMPARE(site::walk(path(), {}), std::vector<std::string>{"real/a.md"});
  }

  void walk_leavesOutNamesThatAreNotUtf8() {
    write({"good.md"});
    std::ofstream(path() + "/bad\xFF.md") << "x";
    QCOMPARE(site::walk(path(), {}), std::vector<std::string>{"good.md"});
  }

  void walk_aMissingFolderIsEmpty() { QVERIFY(site::walk(path() + "/nowhere", {}).empty()); }

  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

 private:
  std::string path() const { return m_folder->path().toStdString(); }
  void write(const std::vector<std::string>& files) const {
    for (const std::string& file : files) {
      const fs::path target = fs::path(path()) / file;
      fs::create_directories(target.parent_path());
      std::ofstream(target) << "x";
    }
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(WalkTest)
#include "walk_test.moc"

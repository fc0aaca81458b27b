#include "app/base/file.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <filesystem>

using namespace postwright;
namespace fs = std::filesystem;

class FileTest : public QObject {
  Q_OBJECT

 private slots:
  void readFile_givesTheBytesAndTheirFingerprint() {
    const std::string bytes("a\0b\r\n", 5);
    const auto written = writeNewFile(path("new"), bytes);
    QVERIFY(written);
    const auto content = readFile(path("new"));
    QVERIFY(content);
    QCOMPARE(content->bytes, bytes);
    QVERIFY(content->fingerprint == *written);
    QCOMPARE(readBytes(path("new")).value_or(""), bytes);
  }

  void readFile_ofAnEmptyFile_isEmpty() {
    QVERIFY(writeNewFile(path("empty"), ""));
    QCOMPARE(readFile(path("empty"))->bytes, std::string());
  }

  void readFile_saysWhatIsWrong() {
    QVERIFY(readFile(path("nowhere")).error().code == ErrorCode::FileVanished);
    QVERIFY(writeNewFile(path("file"), "x"));
    QVERIFY(readBytes(path("file/below")).error().code == ErrorCode::FileVanished);
    fs::create_directory(path("folder"));
    QVERIFY(readFile(path("folder")).error().code == ErrorCode::FileUnreadable);
  }

  void readFile_doesNotWaitForAPipe() {
    QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
    QVERIFY(readBytes(path("pipe")).error().code == ErrorCode::FileUnreadable);
  }

  void writeFile_onAFullDisk_leavesTheOldFile() {
    QVERIFY(writeNewFile(path("post"), "old"));
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit full{4096, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto written = writeFile(path("post"), std::string(5000, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileWriteFailed);
    QVERIFY(!written.error().detail.empty());
    QCOMPARE(readBytes(path("post")).value_or(""), std::string("old"));
    QCOMPARE(std::distance(fs::directory_iterator(path("")), {}), 1); // nothing is left beside it
  }

  void writeFile_keepsModeOwnerAndGroup() {
    QVERIFY(writeNewFile(path("post"), "old"));
    QCOMPARE(::chmod(path("post").c_str(), 0664), 0);
    if (::geteuid() == 0) QCOMPARE(::chown(path("post").c_str(), 1, 2), 0); // nobody else may
    struct stat before{};
    QCOMPARE(::stat(path("post").c_str(), &before), 0);
    QVERIFY(writeFile(path("post"), "new"));
    struct stat after{};
    QCOMPARE(::stat(path("post").c_str(), &after), 0);
    QCOMPARE(after.st_mode, before.st_mode);
    QCOMPARE(after.st_uid, before.st_uid);
    QCOMPARE(after.st_gid, before.st_gid);
  }

  void writeFile_followsALink() {
    QVERIFY(writeNewFile(path("post"), "old"));
    fs::create_symlink(path("post"), path("link"));
    QVERIFY(writeFile(path("link"), "new"));
    QVERIFY(fs::is_symlink(path("link")));
    QCOMPARE(readBytes(path("post")).value_or(""), std::string("new"));
  }

  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

 private:
  std::string path(const char* name) const {
    return m_folder->filePath(QString::fromLatin1(name)).toStdString();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(FileTest)
#include "file_test.moc"

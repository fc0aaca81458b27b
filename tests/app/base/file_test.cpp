#include "app/base/file.h"

#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>
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

  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

 private:
  std::string path(const char* name) const {
    return m_folder->filePath(QString::fromLatin1(name)).toStdString();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(FileTest)
#include "file_test.moc"

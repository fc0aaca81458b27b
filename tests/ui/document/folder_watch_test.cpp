#include "ui/document/folder_watch.h"

#include <sys/resource.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace postwright::ui;
using namespace Qt::StringLiterals;

class FolderWatchTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char* name : {"site/a", "site/built", "site/.git"})
      QVERIFY(QDir(m_folder->path()).mkpath(QString::fromLatin1(name)));
    QVERIFY(write(u"site/a/file"_s));
    m_watch = std::make_unique<FolderWatch>();
    m_watch->watch(m_folder->filePath(u"site"_s), u"built"_s, m_folder->path());
    m_changed = std::make_unique<QSignalSpy>(m_watch.get(), &FolderWatch::changed);
  }

  void aFileWrittenInPlace_isNews() {
    QVERIFY(write(u"site/a/file"_s));
    QVERIFY(isNews());
  }

  void aFileThatIsReplacedOrRemoved_isNews() {
    QVERIFY(write(u"site/.tmp"_s));
    QVERIFY(isNews());
    QVERIFY(QFile::remove(path(u"site/a/file"_s)));
    QVERIFY(isNews());
    QVERIFY(QFile::rename(path(u"site/.tmp"_s), path(u"site/a/file"_s)));
    QVERIFY(isNews());
  }

  void foldersMadeLater_areWatchedToo() {
    QVERIFY(QDir(m_folder->path()).mkpath(u"site/b/c/d"_s));
    QVERIFY(isNews());
    QCoreApplication::processEvents();
    m_changed->clear();
    QVERIFY(write(u"site/b/c/d/file"_s));
    QVERIFY(isNews());
  }

  void theFolderBeside_isWatchedAlone() {
    QVERIFY(write(u"_cobalt.yml"_s));
    QVERIFY(isNews());
  }

  void whatIsBuilt_andHidden_isNoNews() {
    QVERIFY(write(u"site/built/file"_s) && write(u"site/.git/file"_s));
    QCoreApplication::processEvents(); // the kernel tells at once
    QCOMPARE(m_changed->count(), 0);
    QVERIFY(m_watch->seesAll());
  }

  void withoutWatches_thereIsNewsEverySecond() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const rlimit none{0, limit.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
    FolderWatch blind;
    blind.watch(m_folder->filePath(u"site"_s), {}, {});
    setrlimit(RLIMIT_NOFILE, &limit);
    QVERIFY(!blind.seesAll());
    QSignalSpy changed(&blind, &FolderWatch::changed);
    QVERIFY(changed.wait());
    blind.clear();
    QVERIFY(blind.seesAll());
  }

 private:
  QString path(const QString& name) const { return m_folder->filePath(name); }
  bool write(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write("x") == 1;
  }
  bool isNews() {
    const bool isThere = !m_changed->isEmpty() || m_changed->wait();
    m_changed->clear();
    return isThere;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<FolderWatch> m_watch;
  std::unique_ptr<QSignalSpy> m_changed;
};

QTEST_GUILESS_MAIN(FolderWatchTest)
#include "folder_watch_test.moc"

#include "ui/document/git_lock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace postwright::ui;
using namespace Qt::StringLiterals;

class GitLockTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void outsideOfACheckout_nothingIsAtWork() { QVERIFY(!isGitAtWork(make(u"site"_s))); }

  void folderBelowACheckout_isLockedWithIt() {
    const QString site = make(u"checkout/docs/site"_s);
    const QString git = make(u"checkout/.git"_s);
    QVERIFY(!isGitAtWork(site));
    write(git + u"/index.lock"_s, {});
    QVERIFY(isGitAtWork(site));
    QVERIFY(QFile::remove(git + u"/index.lock"_s));
    QVERIFY(!isGitAtWork(site));
  }

  void linkedWorktree_hasItsLockElsewhere() {
    const QString site = make(u"linked"_s);
    const QString git = make(u"main/.git/worktrees/linked"_s);
    write(site + u"/.git"_s, "gitdir: ../main/.git/worktrees/linked\n");
    QVERIFY(!isGitAtWork(site));
    write(git + u"/index.lock"_s, {});
    QVERIFY(isGitAtWork(site));
  }

  void fileThatNamesNoFolder_isNoCheckout() {
    const QString site = make(u"odd"_s);
    write(site + u"/.git"_s, "nothing\n");
    write(site + u"/index.lock"_s, {});
    QVERIFY(!isGitAtWork(site));
  }

 private:
  QString make(const QString& folder) const {
    QDir(m_folder->path()).mkpath(folder);
    return m_folder->filePath(folder);
  }
  static void write(const QString& file, const QByteArray& bytes) {
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(bytes);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(GitLockTest)
#include "git_lock_test.moc"

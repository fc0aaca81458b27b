#include "ui/document/journal.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace postwright;
using namespace postwright::ui;

namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

} // namespace

class JournalTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void text_isThereForTheNextProgram() {
    const Fingerprint base{3, -7, 0xfedcba9876543210U};
    {
      Journal(shared()).keep({s("/a/posts/ü.md"),
                              "\xEF\xBB\xBF"
                              "a\r\nb",
                              base});
    }
    Journal next(shared());
    QCOMPARE(next.leftFiles(), QStringList{s("/a/posts/ü.md")});
    const auto text = next.takeLeft(s("/a/posts/ü.md"));
    QVERIFY(text);
    QCOMPARE(text->bytes, std::string("\xEF\xBB\xBF"
                                      "a\r\nb"));
    QVERIFY(text->base == base);
    QVERIFY(next.leftFiles().isEmpty());
    QVERIFY(!next.takeLeft(s("/a/posts/ü.md")));
  }

  void textThatWasTaken_isKeptForTheOneAfter() {
    {
      Journal(shared()).keep({s("/a.md"), "a", {}});
    }
    {
      QVERIFY(Journal(shared()).takeLeft(s("/a.md")));
    }
    QCOMPARE(Journal(shared()).takeLeft(s("/a.md")).value().bytes, std::string("a"));
  }

  void newestText_wins() {
    {
      Journal journal(shared());
      journal.keep({s("/a.md"), "old", {}});
      journal.keep({s("/a.md"), "new", {}});
    }
    QCOMPARE(Journal(shared()).takeLeft(s("/a.md")).value().bytes, std::string("new"));
  }

  void forgottenText_isGone_andSoIsItsFolder() {
    {
      Journal journal(shared());
      journal.keep({s("/a.md"), "a", {}});
      journal.forget(s("/a.md"));
    }
    QVERIFY(Journal(shared()).leftFiles().isEmpty());
    QCOMPARE(QDir(shared()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
  }

  void forgettingTakenText_removesWhatTheOldProgramLeft() {
    {
      Journal(shared()).keep({s("/a.md"), "a", {}});
    }
    {
      Journal journal(shared());
      QVERIFY(journal.takeLeft(s("/a.md")));
      journal.forget(s("/a.md"));
    }
    QVERIFY(Journal(shared()).leftFiles().isEmpty());
  }

  void textOfARunningProgram_isLeftAlone() {
    Journal running(shared());
    running.keep({s("/a.md"), "a", {}});
    QTRY_COMPARE(entries(), 1);
    QVERIFY(Journal(shared()).leftFiles().isEmpty());
    QCOMPARE(entries(), 1);
  }

  void leftText_canBeTakenByTheSameProgram() {
    Journal journal(shared());
    journal.leave({s("/a.md"), "a", {}});
    QCOMPARE(journal.leftFiles(), QStringList{s("/a.md")});
    QCOMPARE(journal.takeLeft(s("/a.md")).value().bytes, std::string("a"));
  }

  void writingCutShort_leavesNothingThatIsTakenForText() {
    {
      Journal(shared()).keep({s("/a.md"), "a", {}});
    }
    const QString folder = QDir(shared()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).first().filePath();
    QFile half(folder + s("/b.unsaved.XyZ123"));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("{\"file\":\"/b.md\"}\nhalf");
    half.close();
    QCOMPARE(Journal(shared()).leftFiles(), QStringList{s("/a.md")});
    QVERIFY(!half.exists());
  }

  void atTheStart_textsAreNotRead() {
    {
      Journal(shared()).keep({s("/a.md"), "a", {}});
    }
    const QString folder = QDir(shared()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).first().filePath();
    QFile entry(folder + u'/' + QDir(folder).entryList({s("*.unsaved")}).first());
    QVERIFY(entry.resize(qint64{1} << 40)); // more than any memory holds
    QCOMPARE(Journal(shared()).leftFiles(), QStringList{s("/a.md")});
  }

  void textThatNobodyTook_staysHoweverOftenAndLate() {
    {
      Journal(shared()).keep({s("/a.md"), "a", {}});
    }
    for (int start = 0; start < 3; ++start) {
      makeEntriesOlder();
      QCOMPARE(Journal(shared()).leftFiles(), QStringList{s("/a.md")});
    }
    QCOMPARE(Journal(shared()).takeLeft(s("/a.md")).value().bytes, std::string("a"));
  }

  void textsOfManyPrograms_areInOneFolderAfterTheNext_noneIsLost() {
    for (const char* file : {"/a.md", "/b.md", "/c.md"}) {
      Journal(shared()).keep({s(file), "text", {}});
      makeEntriesOlder(); // the clock of files may stand still for some milliseconds
    }
    const Journal last(shared());
    QCOMPARE(last.leftFiles(), (QStringList{s("/c.md"), s("/b.md"), s("/a.md")}));
    QCOMPARE(QDir(shared()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(entries(), 3);
  }

  void olderTextsOfAFile_goWithTheNewest() {
    {
      Journal first(shared());
      Journal second(shared()); // both have the file open
      first.keep({s("/a.md"), "old", {}});
      QTRY_COMPARE(entries(), 1);
      makeEntriesOlder();
      second.keep({s("/a.md"), "newer", {}});
    }
    {
      Journal next(shared());
      QCOMPARE(next.leftFiles(), QStringList{s("/a.md")});
      QCOMPARE(entries(), 2); // until one looks at it
      QCOMPARE(next.takeLeft(s("/a.md")).value().bytes, std::string("newer"));
      QTRY_COMPARE(entries(), 1);
      next.forget(s("/a.md"));
    }
    QVERIFY(Journal(shared()).leftFiles().isEmpty());
  }

  void leftText_isSeenByAllRunningPrograms_andOneTakesIt() {
    for (const char* file : {"/a.md", "/b.md"})
      Journal(shared()).keep({s(file), "text", {}});
    Journal first(shared());
    Journal second(shared());
    QCOMPARE(second.leftFiles().size(), 2);
    QCOMPARE(second.takeLeft(s("/a.md")).value().bytes, std::string("text"));
    QVERIFY(!first.takeLeft(s("/a.md")));
    first.lookForLeft();
    QCOMPARE(first.leftFiles(), QStringList{s("/b.md")});
    QVERIFY(first.takeLeft(s("/b.md")));
  }

  void textThatARunningProgramLeft_canBeTakenByAnother() {
    Journal first(shared());
    QVERIFY(first.leave({s("/a.md"), "a", {}}));
    QCOMPARE(Journal(shared()).takeLeft(s("/a.md")).value().bytes, std::string("a"));
    QVERIFY(!first.takeLeft(s("/a.md")));
  }

  void textIsForItsOwnerOnly() {
    Journal journal(shared());
    journal.keep({s("/a.md"), "a", {}});
    QTRY_COMPARE(entries(), 1);
    const QFileInfo folder = QDir(shared()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).first();
    QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
  }

  void folderThatCannotBe_isSaidOnce_andTriedUntilItCan() {
    QFile file(shared());
    QVERIFY(file.open(QIODevice::WriteOnly));
    Journal journal(shared());
    const QSignalSpy failed(&journal, &Journal::failed);
    const QSignalSpy recovered(&journal, &Journal::recovered);
    journal.keep({s("/a.md"), "a", {}});
    QTRY_COMPARE(failed.count(), 1);
    journal.keep({s("/b.md"), "b", {}});
    journal.keep({s("/b.md"), "newer", {}});
    QVERIFY(!journal.leave({s("/c.md"), "c", {}}));
    QVERIFY(journal.leftFiles().isEmpty()); // its owner has it
    QCOMPARE(recovered.count(), 0);
    QVERIFY(file.remove());
    QTRY_COMPARE(recovered.count(), 1);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(entries(), 3);
    QVERIFY(journal.leave({s("/b.md"), "newest", {}}));
    QCOMPARE(journal.takeLeft(s("/b.md")).value().bytes, std::string("newest"));
  }

  void failureAfterASuccess_isSaidAgain() {
    Journal journal(shared());
    const QSignalSpy failed(&journal, &Journal::failed);
    const QSignalSpy recovered(&journal, &Journal::recovered);
    for (int round = 1; round <= 2; ++round) {
      QDir(shared()).removeRecursively();
      QFile file(shared());
      QVERIFY(file.open(QIODevice::WriteOnly));
      journal.keep({s("/a.md"), "a", {}});
      QTRY_COMPARE(failed.count(), round);
      QVERIFY(file.remove());
      QTRY_COMPARE(recovered.count(), round);
    }
  }

  void folderThatIsCleared_isMadeAnew() {
    Journal journal(shared());
    journal.keep({s("/a.md"), "a", {}});
    QTRY_COMPARE(entries(), 1);
    QVERIFY(QDir(shared()).removeRecursively());
    journal.keep({s("/b.md"), "b", {}});
    QTRY_COMPARE(entries(), 1);
  }

 private:
  QString shared() const { return m_folder->filePath(s("unsaved")); }
  void makeEntriesOlder() const {
    QDirIterator entries(shared(), {s("*.unsaved")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
      QFile entry(entries.next());
      QVERIFY(entry.open(QIODevice::ReadWrite));
      const auto time = QFileInfo(entry).lastModified().addYears(-1);
      QVERIFY(entry.setFileTime(time, QFileDevice::FileModificationTime));
    }
  }
  int entries() const {
    int count = 0;
    for (const QFileInfo& folder : QDir(shared()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
      count += static_cast<int>(QDir(folder.filePath()).entryList({s("*.unsaved")}).size());
    return count;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"

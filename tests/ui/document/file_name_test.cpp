#include "ui/document/file_name.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace postwright::ui;

class FileNameTest : public QObject {
  Q_OBJECT

 private slots:
  void canonicalName_resolvesTheFolders_notTheFile() {
    const QTemporaryDir temporary;
    const QString top = QDir(temporary.path()).canonicalPath();
    QVERIFY(QDir(top).mkpath(QStringLiteral("real")));
    QVERIFY(QFile::link(top + QStringLiteral("/real"), top + QStringLiteral("/link")));
    QVERIFY(QFile::link(top + QStringLiteral("/elsewhere.md"), top + QStringLiteral("/real/a.md")));
    QCOMPARE(canonicalName(top + QStringLiteral("/link/../link/a.md")), top + QStringLiteral("/real/a.md"));
  }

  void canonicalName_ofAFolderThatIsGone_isBelowTheNearestThatIsThere() {
    const QTemporaryDir temporary;
    const QString top = QDir(temporary.path()).canonicalPath();
    QVERIFY(QDir(top).mkpath(QStringLiteral("real")));
    QVERIFY(QFile::link(top + QStringLiteral("/real"), top + QStringLiteral("/link")));
    QCOMPARE(canonicalName(top + QStringLiteral("/link/2024/05/a.md")),
             top + QStringLiteral("/real/2024/05/a.md"));
  }

  void canonicalName_ofNothingThatIsThere_staysAbsolute() {
    QCOMPARE(canonicalName(QStringLiteral("/no-such-folder/x/a.md")),
             QStringLiteral("/no-such-folder/x/a.md"));
  }
};

QTEST_GUILESS_MAIN(FileNameTest)
#include "file_name_test.moc"

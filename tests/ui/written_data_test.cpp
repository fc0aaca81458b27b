#include "ui/written_data.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace postwright::ui;

class WrittenDataTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    write("_data/nav.yml", "# the menu\nlinks:\n  - name: Home\n    url: /\nfooter: x\n");
    write("_data/people/ada.json", "{\n  \"name\": \"Ada\",\n  \"born\": 1815\n}\n");
    write("_data/people/all.yml", "- name: Ada\n  born: 1815\n- name: Mara\n");
    write("_data/island.toml", "[harbour]\ndepth = 4\n");
  }

  void key_isFoundWhereItIsGiven_data() {
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    const auto row = [](const char* keys, const char* file, int line) {
      QTest::newRow(keys) << QString::fromLatin1(keys).split(u'.') << QString::fromLatin1(file) << line;
    };
    row("nav.links", "_data/nav.yml", 2);
    row("nav.footer", "_data/nav.yml", 5);
    row("nav", "_data/nav.yml", 1);
    row("nav.nothing", "_data/nav.yml", 1);
    row("people.ada.born", "_data/people/ada.json", 3);
    row("island.harbour", "_data/island.toml", 1);
    row("island.depth", "_data/island.toml", 2);
    row("other.x", "", 0);
    row("people.all.1.name", "_data/people/all.yml", 3);
    row("people.all.2.name", "_data/people/all.yml", 1);
    row("people.all.1", "_data/people/all.yml", 1);
  }
  void key_isFoundWhereItIsGiven() {
    QFETCH(QStringList, keys);
    QFETCH(QString, file);
    QFETCH(int, line);
    const auto found = findData(m_folder.path(), keys);
    QCOMPARE(found ? found->file : QString(), file);
    QCOMPARE(found ? found->line : 0, line);
  }

 private:
  void write(const char* name, const QByteArray& bytes) {
    const QString path = m_folder.filePath(QString::fromLatin1(name));
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }

  QTemporaryDir m_folder;
};

QTEST_MAIN(WrittenDataTest)
#include "written_data_test.moc"

#include "ui/base/pictures.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace postwright;
using namespace postwright::ui;

namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

} // namespace

class PicturesTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void pictureFolder_isWhereMostPicturesAre_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("folder");
    const auto row = [](const char* name, const QStringList& files, const char* folder) {
      QTest::newRow(name) << files << s(folder);
    };
    row("none", {s("index.md")}, "images");
    row("one folder", {s("img/a.png"), s("css/a.css"), s("css/b.css")}, "img");
    row("nested", {s("assets/img/a.png"), s("assets/img/b.JPG"), s("img/c.svg")}, "assets/img");
    row("icons at the top are no folder", {s("favicon.ico"), s("logo.png"), s("media/a.gif")}, "media");
    row("built and hidden pictures do not count", {s("_site/img/a.png"), s("_site/img/b.png"), s("i/a.png")},
        "i");
    row("equal numbers", {s("b/a.png"), s("a/a.png")}, "a");
  }
  void pictureFolder_isWhereMostPicturesAre() {
    QFETCH(QStringList, files);
    QFETCH(QString, folder);
    for (const QString& file : files)
      write(file, "x");
    QCOMPARE(pictureFolder(m_folder->path()), folder);
  }

  void addPicture_makesTheFolder() {
    QCOMPARE(addPicture(path("images"), s("a.png"), "1").value(), s("a.png"));
    QCOMPARE(read("images/a.png"), QByteArray("1"));
  }
  void addPicture_neverReplaces() {
    write(s("a.png"), "1");
    write(s("a-2.png"), "2");
    QCOMPARE(addPicture(m_folder->path(), s("a.png"), "3").value(), s("a-3.png"));
    QCOMPARE(read("a.png"), QByteArray("1"));
    QCOMPARE(read("a-2.png"), QByteArray("2"));
    QCOMPARE(read("a-3.png"), QByteArray("3"));
  }
  void addPicture_takesAnEqualFile() {
    write(s("a.png"), "1");
    QCOMPARE(addPicture(m_folder->path(), s("a.png"), "1").value(), s("a.png"));
    QVERIFY(!QFile::exists(path("a-2.png")));
  }
  void addPicture_writesNamesThatAUrlCanHold() {
    QCOMPARE(addPicture(m_folder->path(), s("My shot (1).png"), "1").value(), s("My-shot-1.png"));
    QCOMPARE(addPicture(m_folder->path(), s("_Ünder.png"), "2").value(), s("Ünder.png"));
  }
  void addPicture_intoAFile_isRefused() {
    write(s("images"), "no folder");
    QVERIFY(!addPicture(path("images"), s("a.png"), "1"));
  }

 private:
  QString path(const char* relative) const { return m_folder->filePath(s(relative)); }
  QByteArray read(const char* relative) const {
    QFile file(path(relative));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
  }
  void write(const QString& relative, const QByteArray& bytes) const {
    QFile file(m_folder->filePath(relative));
    QDir().mkpath(QFileInfo(file).path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(PicturesTest)
#include "pictures_test.moc"

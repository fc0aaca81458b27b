#include "ui/form/site_image.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "harness.h"
#include "ui/form/image_field.h"

using namespace postwright;
using namespace postwright::ui;

class SiteImageTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  QString m_root;

 private slots:
  void initTestCase() {
    m_root = m_folder.filePath(QStringLiteral("site"));
    QVERIFY(QDir().mkpath(m_root + QStringLiteral("/img")));
    QImage image(64, 40, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(m_root + QStringLiteral("/img/a b.png")));
    QVERIFY(image.save(m_root + QStringLiteral("/img/a.png")));
    QVERIFY(image.save(m_folder.filePath(QStringLiteral("outside.png"))));
    QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("outside.png")),
                        m_root + QStringLiteral("/img/link.png")));
    QFile broken(m_root + QStringLiteral("/img/broken.png"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("not an image") > 0);
  }

  void file_isFoundOnlyInsideTheSite_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("file"); ///< below the root; empty: none
    const auto row = [](const char* value, const char* file) {
      QTest::newRow(value) << QString::fromLatin1(value) << QString::fromLatin1(file);
    };
    row("/img/a.png", "img/a.png");
    row("img/a.png", "img/a.png");
    row("/img/a.png?v=1#x", "img/a.png");
    row("/img/a%20b.png", "img/a b.png");
    row("/img/missing.png", "");
    row("/img", "");
    row("/../outside.png", "");
    row("../outside.png", "");
    row("/img/link.png", "");
    row("https://example.org/img/a.png", "");
    row("//example.org/img/a.png", "");
    row("file:///img/a.png", "");
    row("", "");
  }
  void file_isFoundOnlyInsideTheSite() {
    QFETCH(QString, value);
    QFETCH(QString, file);
    const QString expected =
        file.isEmpty() ? QString() : QDir(m_root).canonicalPath() + QLatin1Char('/') + file;
    QCOMPARE(siteImageFile(m_root, value), expected);
    QCOMPARE(siteImageFile(QString(), value), QString());
  }

  void path_isTheSitesOwn() {
    const QString inside = m_root + QStringLiteral("/img/a.png");
    QCOMPARE(sitePathOf(m_root, inside, QStringLiteral("/old.png")), QStringLiteral("/img/a.png"));
    QCOMPARE(sitePathOf(m_root, inside, QStringLiteral("old.png")), QStringLiteral("img/a.png"));
    QCOMPARE(sitePathOf(m_root, inside, QStringLiteral("https://x.example/a.png")),
             QStringLiteral("/img/a.png"));
    QCOMPARE(sitePathOf(m_root, m_folder.filePath(QStringLiteral("outside.png")), {}), QString());
    QCOMPARE(sitePathOf(m_root, m_root + QStringLiteral("/img/link.png"), {}), QString());
  }

  void thumbnail_isASquare() {
    QCOMPARE(thumbnail(m_root + QStringLiteral("/img/a.png"), 20).size(), QSize(20, 20));
    QVERIFY(thumbnail(m_root + QStringLiteral("/img/broken.png"), 20).isNull());
  }

  void field_showsThePictureOfItsText() {
    Harness harness("data: {pic: /img/a.png}\n");
    harness.context.site = siteForm({}, {}, {}, m_root);
    harness.refresh();
    harness.open();
    auto* picture = harness.field("data.pic")->findChild<QLabel*>(QStringLiteral("thumbnail"));
    QVERIFY(picture->isVisible());
    auto* line = qobject_cast<QLineEdit*>(harness.enter("data.pic"));
    line->end(false);
    QTest::keyClicks(line, QStringLiteral("x"));
    QVERIFY(!picture->isVisible());
    QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(picture->isVisible());
  }

  void field_showsALinkForAPictureOnTheWeb_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown"); ///< "link", "picture" or "nothing"
    const auto row = [](const char* value, const char* shown) {
      QTest::newRow(value) << QString::fromLatin1(value) << QString::fromLatin1(shown);
    };
    row("https://example.org/me.png", "link");
    row("HTTP://example.org/me.png", "link");
    row("//example.org/me.png", "link");
    row("/img/a.png", "picture");
    row("/img/missing.png", "nothing");
    row("//img.png", "link");
    row("file:///img/a.png", "nothing");
  }
  void field_showsALinkForAPictureOnTheWeb() {
    QFETCH(QString, value);
    Harness harness("data: {avatar: '" + toUtf8(value) + "'}\n");
    harness.context.site =
        siteForm({}, {learnedField("data.avatar", front_matter::LearnedKind::Image)}, {}, m_root);
    harness.refresh();
    harness.open();
    QCOMPARE(harness.field("data.avatar")->kind(), FieldKind::Image);
    const auto* picture = harness.field("data.avatar")->findChild<QLabel*>(QStringLiteral("thumbnail"));
    const bool isLink = picture->toolTip().contains(QLatin1String("web"));
    const QString shown = isLink ? QStringLiteral("link") : QStringLiteral("picture");
    QTEST(picture->isVisible() ? shown : QStringLiteral("nothing"), "shown");
  }

  void link_isDrawnAnewInTheColoursOfATheme() {
    Harness harness("data: {avatar: 'https://example.org/me.png'}\n");
    harness.context.site =
        siteForm({}, {learnedField("data.avatar", front_matter::LearnedKind::Image)}, {}, m_root);
    harness.refresh();
    harness.open();
    QWidget* field = harness.field("data.avatar");
    const auto* picture = field->findChild<QLabel*>(QStringLiteral("thumbnail"));
    const qint64 drawn = picture->pixmap().cacheKey();
    QEvent themeChanged(QEvent::PaletteChange);
    QCoreApplication::sendEvent(field, &themeChanged);
    QVERIFY(picture->pixmap().cacheKey() != drawn);
  }

  void chosenFile_becomesAPathOrIsLeftToTheWindow() {
    Harness harness("data: {pic: /img/a.png}\n");
    harness.context.site = siteForm({}, {}, {}, m_root);
    harness.refresh();
    auto* field = qobject_cast<ImageField*>(harness.field("data.pic"));
    field->takeFile(m_root + QStringLiteral("/img/a b.png"));
    QCOMPARE(harness.takeLog(), QStringList{QStringLiteral("set data.pic String /img/a b.png")});
    QSignalSpy dropped(&harness.form, &FrontMatterForm::imageDropped);
    field->takeFile(m_folder.filePath(QStringLiteral("outside.png")));
    QCOMPARE(dropped.count(), 1);
    QVERIFY(harness.takeLog().isEmpty());
  }
};

QTEST_MAIN(SiteImageTest)
#include "site_image_test.moc"

#include "app/generators/cobalt/path_values.h"

#include <QTest>

using namespace postwright;
using namespace postwright::generators::cobalt;

class PathValuesTest : public QObject {
  Q_OBJECT

 private slots:
  void stem_givesDateAndName_data() {
    QTest::addColumn<QByteArray>("stem");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* stem, const char* date, const char* name) {
      QTest::addRow("%s", stem) << QByteArray(stem) << QByteArray(date) << QByteArray(name);
    };
    row("2017-3-5 First Blog Post", "2017-03-05 00:00:00 +0000", "First Blog Post");
    row("2017-12-25-x", "2017-12-25 00:00:00 +0000", "x");
    row("2020-01-02-", "2020-01-02 00:00:00 +0000", "");
    row("2020-01-02", "", "2020-01-02");
    row("20-01-02-x", "", "20-01-02-x");
    row("2020-001-02-x", "", "2020-001-02-x");
    row("2020-01-02_x", "", "2020-01-02_x");
    row("", "", "");
  }
  void stem_givesDateAndName() {
    QFETCH(QByteArray, stem);
    const Result<DatedStem> read = readStem(stem.toStdString());
    QVERIFY(read);
    QTEST(QByteArray::fromStdString(read->date ? toString(*read->date) : std::string()), "date");
    QTEST(QByteArray::fromStdString(read->name), "name");
  }

  void stem_withAnImpossibleDate_isAnError() {
    const Result<DatedStem> read = readStem("2017-30-5-x");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::ImpossibleDate);
    QCOMPARE(read.error().arguments.front(), std::string("2017-30-5"));
  }

  void fill_takesSlugAndTitleFromTheName() {
    PartialFields fields;
    QVERIFY(fillFromPath(fields, "posts/2020-1-2-Spaced Name.v2.md"));
    QCOMPARE(*fields.slug, std::string("spaced-name"));
    QCOMPARE(*fields.title, std::string("Spaced Name"));
    QCOMPARE(*fields.format, site::Format::Markdown);
    QCOMPARE(toString(*fields.publishedDate), std::string("2020-01-02 00:00:00 +0000"));
  }

  void fill_withASlug_derivesNoTitle() {
    PartialFields fields;
    fields.slug = "Own Slug";
    QVERIFY(fillFromPath(fields, "posts/name.liquid"));
    QCOMPARE(*fields.slug, std::string("Own Slug"));
    QVERIFY(!fields.title);
    QCOMPARE(*fields.format, site::Format::Raw);
  }

  void fill_withSlugAndDate_doesNotLookAtTheName() {
    PartialFields fields;
    fields.slug = "s";
    fields.publishedDate = makeDateTime({2020, 1, 1}, 0, 0);
    QVERIFY(fillFromPath(fields, "posts/2020-99-99-x.md"));
  }
};

QTEST_APPLESS_MAIN(PathValuesTest)
#include "path_values_test.moc"

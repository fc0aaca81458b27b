#include "app/generators/cobalt/fields.h"

#include <QTest>

using namespace postwright;
using namespace postwright::generators::cobalt;

class FieldsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyField_isRead() {
    const FieldsReading reading = readFields(
        "permalink: /x/{{ slug }}/\nslug: Foo Bar\ntitle: 2024\ndescription: 'd'\n"
        "excerpt: |\n  e\ncategories: [a, 1]\ntags:\n- x\n- ~\nexcerpt_separator: ''\n"
        "published_date: 2020-01-02 03:04:05.5 +0100\nformat: Raw\ntemplated: false\n"
        "layout: post.liquid\nis_draft: True\nweight: 0x10\ndata: {a: [1, 2020-01-01]}\n"
        "pagination: {include: Tags, per_page: 5, permalink_suffix: p, order: Asc, "
        "sort_by: [title], date_index: [Year, Day]}\n");
    QVERIFY(!reading.problem);
    const PartialFields& fields = reading.fields;
    QCOMPARE(*fields.permalink, std::string("/x/{{ slug }}/"));
    QCOMPARE(*fields.slug, std::string("Foo Bar"));
    QCOMPARE(*fields.title, std::string("2024"));
    QCOMPARE(*fields.excerpt, std::string("e\n"));
    QCOMPARE(*fields.categories, (std::vector<std::string>{"a", "1"}));
    QCOMPARE(*fields.tags, (std::vector<std::string>{"x", "~"}));
    QCOMPARE(*fields.excerptSeparator, std::string());
    QCOMPARE(toString(*fields.publishedDate), std::string("2020-01-02 03:04:05.5 +0100"));
    QCOMPARE(*fields.format, site::Format::Raw);
    QVERIFY(!*fields.templated);
    QCOMPARE(*fields.layout, std::string("post.liquid"));
    QVERIFY(*fields.isDraft);
    QCOMPARE(*fields.weight, 16);
    QCOMPARE(fields.data.find("a")->asArray()[1].kind(), Value::Kind::Date);
    const Pagination expected{Include::Tags,
                              5,
                              "p",
                              SortOrder::Asc,
                              std::vector<std::string>{"title"},
                              std::vector<DateIndex>{DateIndex::Year, DateIndex::Day}};
    QCOMPARE(*fields.pagination, expected);
  }

  void nullFields_areAbsent() {
    const FieldsReading reading = readFields("title: ~\nlayout:\nweight: null\ndata:\ntags: NULL\n");
    QVERIFY(!reading.problem);
    QVERIFY(!reading.fields.title && !reading.fields.layout && !reading.fields.weight &&
            !reading.fields.tags);
    QVERIFY(reading.fields.data.empty());
  }

  void blankText_isAnEmptyReading() {
    QVERIFY(!readFields("").problem);
    QVERIFY(!readFields("# c\n").problem);
    QVERIFY(!readFields("{}\n").problem);
  }

  void faults_haveCobaltsWordsAndSentence_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char* name, const char* text, const char* detail, const char* sentence,
                        int line,
                        int column) { QTest::newRow(name) << text << detail << sentence << line << column; };
    row("text for a boolean", "title: a\nis_draft: yes\n",
        "is_draft: invalid type: string \"yes\", expected a boolean at line 2 column 11",
        "'is_draft' must be true or false", 2, 11);
    row("text for a list", "tags: a b\n",
        "tags: invalid type: string \"a b\", expected a sequence at line 1 column 7",
        "'tags' must be a list, such as [one, two]", 1, 7);
    row("map in a list", "tags:\n- a\n- b: 1\n",
        "tags[1]: invalid type: map, expected a string at line 3 column 3",
        "Each item of 'tags' must be a text", 3, 3);
    row("fraction", "weight: 1.50\n",
        "weight: invalid type: floating point `1.5`, expected i32 at line 1 column 9",
        "'weight' must be a whole number", 1, 9);
    row("too large", "weight: 2147483648\n",
        "weight: invalid value: integer `2147483648`, expected i32 at line 1 column 9",
        "'weight' must be a whole number", 1, 9);
    row("null data", "data: ~\n", "data: invalid type: unit value, expected a map at line 1 column 7",
        "'data' must be names with values below it", 1, 7);
    row("number as a nested key", "data:\n  a: {1: x}\n",
        "data: data did not match any variant of untagged enum Value at line 2 column 3",
        "A name in here is not a text: put it in quotation marks", 2, 7);
    row("relative permalink", "title: a\npermalink: a/b\n",
        "data did not match any variant of untagged enum Permalink",
        "'permalink' must be 'path' or start with '/'", 2, 12);
    row("date without a time", "title: a\npublished_date: 2020-01-01\n", "a character literal was not valid",
        "'published_date' must be a date such as 2024-07-20 16:01:48 +0000", 2, 17);
    row("day of no month", "published_date: 2021-02-29 00:00:00 +0000\n",
        "day must be in the range 1..=28 for the given month and year",
        "'published_date' must be a date such as 2024-07-20 16:01:48 +0000", 1, 17);
    row("leap second", "published_date: 2021-02-28 00:00:60 +0000\n", "second must be in the range 0..=59",
        "'published_date' must be a date such as 2024-07-20 16:01:48 +0000", 1, 17);
    row("an offset of a day", "published_date: 2021-02-28 00:00:00 +2400\n",
        "the 'offset hour' component could not be parsed",
        "'published_date' must be a date such as 2024-07-20 16:01:48 +0000", 1, 17);
    row("colon in the offset", "published_date: 2021-02-28 00:00:00 +01:00\n",
        "the 'offset minute' component could not be parsed",
        "'published_date' must be a date such as 2024-07-20 16:01:48 +0000", 1, 17);
    row("wrong case of a choice", "format: markdown\n",
        "format: unknown variant `markdown`, expected `Raw` or `Markdown` at line 1 column 9",
        "'format' must be one of: Raw, Markdown; did you mean 'Markdown'?", 1, 9);
    row("twice", "title: a\ntitle: b\n", "duplicate field `title`", "'title' is written twice", 2, 1);
    row("body taken for front matter", "Hello\n",
        "invalid type: string \"Hello\", expected struct Frontmatter",
        "This must be lines of the form 'name: value'", 1, 1);
    row("colon in a text", "title: a: b\n",
        "mapping values are not allowed in this context at line 1 column 9",
        "A text with ': ' in it must stand in quotation marks", 1, 9);
    row("at sign", "title: @x\n",
        "found character that cannot start any token at line 1 column 8, while scanning for the next token",
        "A text that starts with @ must stand in quotation marks", 1, 8);
    row("tab", "data:\n\ta: 1\n",
        "found character that cannot start any token at line 2 column 1, while scanning for the next token",
        "There is a tab here where YAML takes only blanks", 2, 1);
  }
  void faults_haveCobaltsWordsAndSentence() {
    QFETCH(QString, text);
    QFETCH(QString, detail);
    QFETCH(QString, sentence);
    QFETCH(int, line);
    QFETCH(int, column);
    const FieldsReading reading = readFields(text.toStdString(), 1);
    QVERIFY(reading.problem.has_value());
    QCOMPARE(QString::fromStdString(reading.problem->detail), detail);
    QCOMPARE(QString::fromStdString(describe(*reading.problem)), sentence);
    QCOMPARE(reading.problem->where.line, line);
    QCOMPARE(reading.problem->where.column, column);
  }

  void unknownField_offersTheNearestName() {
    const FieldsReading reading = readFields("titel: x\n");
    QCOMPARE(describe(*reading.problem), std::string("There is no field 'titel'; did you mean 'title'?"));
    QVERIFY(
        reading.problem->detail.starts_with("unknown field `titel`, expected one of `permalink`, `slug`"));
  }

  void places_countFromTheFilesFirstLine() {
    const FieldsReading reading = readFields("title: é # c\nlayout: [x]\n", 4);
    QCOMPARE(reading.problem->where.line, 5);
    QCOMPARE(reading.places[0].name, std::string("title"));
    QCOMPARE(reading.places[0].key, (LineColumn{4, 1}));
    QCOMPARE(reading.places[0].value, (LineColumn{4, 8}));
    QCOMPARE(reading.places[1].value, (LineColumn{5, 9}));
  }

  void afterAFault_therestIsReadAllTheSame() {
    const FieldsReading reading = readFields("is_draft: yes\nnope: 1\ntags: {a: [b}\n");
    QVERIFY(reading.problem->detail.starts_with("is_draft"));
    const FieldsReading later = readFields("is_draft: yes\nnope: {a: 1}\nweight: [1]\ntitle: kept\n");
    QCOMPARE(later.fields.title.value_or(""), std::string("kept"));
    QVERIFY(!later.fields.isDraft && !later.fields.weight);
  }

  void mergeDefaults_fillsFieldByField() {
    PartialFields fields =
        readFields("title: own\ntags: [a]\ndata: {a: {x: 1}}\npagination: {per_page: 3}\n").fields;
    const PartialFields lower = readFields(
                                    "title: low\nlayout: l\ntags: [b]\ndata: {a: {y: 2}, b: 1}\n"
                                    "pagination: {include: All, per_page: 9}\n")
                                    .fields;
    mergeDefaults(fields, lower);
    QCOMPARE(*fields.title, std::string("own"));
    QCOMPARE(*fields.layout, std::string("l"));
    QCOMPARE(*fields.tags, (std::vector<std::string>{"a"}));
    QVERIFY(!fields.data.find("a")->asObject().contains("y"));
    QCOMPARE(fields.data.find("b")->asInt(), std::int64_t{1});
    QCOMPARE(*fields.pagination->include, Include::All);
    QCOMPARE(*fields.pagination->perPage, 3);
  }

  void permalinkTemplate_spellsPathOut() {
    QCOMPARE(permalinkTemplate("path"), std::string("/{{parent}}/{{name}}{{ext}}"));
    QCOMPARE(permalinkTemplate("/x"), std::string("/x"));
    QCOMPARE(*readFields("permalink: path\n").fields.permalink, std::string("path"));
  }
};

QTEST_APPLESS_MAIN(FieldsTest)
#include "fields_test.moc"

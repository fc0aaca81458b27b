#include "app/yaml/value_reader.h"

#include <QTest>

using namespace postwright;

class ValueReaderTest : public QObject {
  Q_OBJECT

 private slots:
  void values_haveCobaltsTypes() {
    const auto value = yaml::readValue("a: [1, 2.5, true, ~, yes, '3']\nb: {c: 007}\n");
    QVERIFY(value.has_value());
    const Object& root = value->asObject();
    const Array expected{1, 2.5, true, Value(), "yes", "3"};
    QCOMPARE(root.find("a")->asArray(), expected);
    QCOMPARE(root.find("b")->asObject().find("c")->asString(), std::string("007"));
  }

  void emptyDocument_isNil() {
    QVERIFY(yaml::readValue("")->isNil());
    QVERIFY(yaml::readValue("# only a comment\n")->isNil());
  }

  void textLikeDates_becomesDatesUnlessKept() {
    QCOMPARE(yaml::readValue("'2020-01-02'")->kind(), Value::Kind::Date);
    QCOMPARE(yaml::readValue("2020-01-02 03:04:05 +0100")->kind(), Value::Kind::DateTime);
    QCOMPARE(yaml::readValue("2020-02-30")->kind(), Value::Kind::String);
    QCOMPARE(yaml::readValue("2020-01-02 03:04:05 +2359")->kind(), Value::Kind::DateTime);
    QCOMPARE(yaml::readValue("2020-01-02 03:04:05 +2400")->kind(), Value::Kind::String);
    QCOMPARE(yaml::readValue("2020-01-02", yaml::Dates::KeepText)->kind(), Value::Kind::String);
  }

  void repeatedKey_lastOneWinsInTheFirstPlace() {
    const auto value = yaml::readValue("a: 1\nb: 2\na: 3\n");
    QCOMPARE(value->asObject().begin()->first, std::string("a"));
    QCOMPARE(value->asObject().find("a")->asInt(), std::int64_t{3});
  }

  void aliases_areExpanded() {
    const auto value = yaml::readValue("a: &x [1]\nb: *x\n");
    QCOMPARE(value->asObject().find("b")->asArray(), (Array{1}));
  }

  void mergeKey_staysAKey() {
    QVERIFY(yaml::readValue("a: &x {b: 1}\nc: {<<: *x}\n")->asObject().find("c")->asObject().contains("<<"));
  }

  void hugeUnsigned_becomesAFloat() {
    QCOMPARE(yaml::readValue("9223372036854775808")->asFloat(), 9223372036854775808.0);
  }

  void faults_haveCobaltsWordsAndPlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("number as key") << "a:\n  1: x\n"
                                   << "data did not match any variant of untagged enum Value" << 2 << 3;
    QTest::newRow("local tag") << "a:\n  - !x y\n"
                               << "a[0]: untagged and internally tagged enums do not support enum input at "
                                  "line 2 column 5"
                               << 2 << 5;
    QTest::newRow("integer beyond everything")
        << "a: 99999999999999999999\n"
        << "a: invalid type: integer `99999999999999999999` as u128, expected any value at line 1 column 4"
        << 1 << 4;
    QTest::newRow("two documents")
        << "a: 1\n---\nb: 2\n"
        << "deserializing from YAML containing more than one document is not supported" << 0 << 0;
    QTest::newRow("unknown anchor") << "a: *z\n" << "unknown anchor at line 1 column 4" << 1 << 4;
    QTest::newRow("open quote")
        << "a: \"x\nb: 1\n"
        << "found unexpected end of stream at line 3 column 1, while scanning a quoted "
           "scalar at line 1 column 4"
        << 1 << 4;
    QTest::newRow("open bracket")
        << "a: [x\nb: 1\n"
        << "did not find expected ',' or ']' at line 2 column 2, while parsing a flow "
           "sequence at line 1 column 4"
        << 1 << 4;
    QTest::newRow("recursion") << "a: &a [*a]\n" << "recursion limit exceeded at line 1 column 4" << 1 << 4;
  }
  void faults_haveCobaltsWordsAndPlace() {
    QFETCH(QString, text);
    QFETCH(QString, detail);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto value = yaml::readValue(text.toStdString());
    QVERIFY(!value.has_value());
    QCOMPARE(QString::fromStdString(value.error().detail), detail);
    QCOMPARE(value.error().where.line, line);
    QCOMPARE(value.error().where.column, column);
    QVERIFY(!describe(value.error()).empty());
  }

  void billionLaughs_endAtTheRepetitionLimit() {
    std::string text = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char name = 'b'; name < 'k'; ++name) {
      text += std::string(1, name) + ": &" + name + " [";
      for (int i = 0; i < 10; ++i)
        text += std::string("*") + static_cast<char>(name - 1) + ",";
      text += "]\n";
    }
    const auto value = yaml::readValue(text);
    QVERIFY(!value.has_value());
    QCOMPARE(value.error().code, ErrorCode::YamlRepeats);
  }
};

QTEST_APPLESS_MAIN(ValueReaderTest)
#include "value_reader_test.moc"

#include "app/site/data_files.h"

#include <QTest>

#include "tests/app/site_folder.h"

using namespace postwright;
using testing::SiteFolder;

class DataFilesTest : public QObject {
  Q_OBJECT

 private slots:
  void foldersAndStems_becomeKeys() {
    const SiteFolder folder({{"_data/a/b.c.yml", "x: 1"},
                             {"_data/l.json", "[1, 2.5]"},
                             {"_data/t.toml", "z = 1\na = \"2020-01-02\""},
                             {"_data/empty.yaml", ""},
                             {"_data/_hidden.yml", "x: 1"}});
    const Result<Object> data = read(folder, Object{{"own", "seed"}});
    QVERIFY(data);
    const Object expected{{"own", "seed"},
                          {"a", Object{{"b.c", Object{{"x", 1}}}}},
                          {"empty", Value()},
                          {"l", Array{1, 2.5}},
                          {"t", Object{{"z", 1}, {"a", Date{2020, 1, 2}}}}};
    QCOMPARE(*data, expected);
    QCOMPARE(data->find("t")->asObject().begin()->first, std::string("z")); // the order of the file
  }

  void aKeyTwice_isAnError() {
    const SiteFolder folder({{"_data/m.json", "1"}, {"_data/m.yml", "2"}});
    const Result<Object> data = read(folder, {});
    QVERIFY(!data);
    QCOMPARE(data.error().context.front(), std::string("Merging data into `m.yml` failed"));
    QCOMPARE(data.error().where.file, std::string("_data/m.yml"));
  }

  void aFolderOverAValue_isAnError() {
    const SiteFolder folder(SiteFolder::Files{{"_data/m/x.yml", "1"}});
    const Result<Object> data = read(folder, Object{{"m", "text"}});
    QVERIFY(!data);
    QVERIFY(data.error().detail.starts_with("Aborting: Duplicate in data tree."));
  }

  void aFolderOverAnObject_addsToIt() {
    const SiteFolder folder(SiteFolder::Files{{"_data/m/x.yml", "1"}});
    const Result<Object> data = read(folder, Object{{"m", Object{{"y", 2}}}});
    QCOMPARE(*data, (Object{{"m", Object{{"y", 2}, {"x", 1}}}}));
  }

  void anUnknownEnding_isAnError() {
    const SiteFolder folder(SiteFolder::Files{{"_data/x.csv", "1"}});
    const Result<Object> data = read(folder, {});
    QVERIFY(!data);
    QCOMPARE(data.error().detail, std::string("Failed to load of data `./_data/x.csv`: unknown file type "
                                              "'\"csv\"'.\nSupported data files extensions are: yml, yaml, "
                                              "json and toml."));
  }

  void everyBrokenFile_isSaidWithItsPlace() {
    const SiteFolder folder({{"_data/a.yml", "é: b: c\n"},
                             {"_data/b.json", "{\"é\": 1,\n \"日本\" 2}"},
                             {"_data/c.toml", "a = 1\r\né = \r\n"},
                             {"_data/d.yml", "fine: 1\n"}});
    const Result<Object> data = read(folder, {});
    QVERIFY(!data);
    QCOMPARE(toString(data.error().where), std::string("_data/a.yml:1:5"));
    QCOMPARE(describe(data.error()), std::string("A text with ': ' in it must stand in quotation marks"));
    QCOMPARE(data.error().others.size(), std::size_t{2});
    QCOMPARE(toString(data.error().others[0].where), std::string("_data/b.json:2:7"));
    QCOMPARE(data.error().others[1].where.file, std::string("_data/c.toml"));
    QCOMPARE(data.error().others[1].where.line, 2);
  }

  void noFolder_isNoError() {
    const SiteFolder folder(SiteFolder::Files{{"a.md", "x"}});
    QVERIFY(read(folder, {})->empty());
  }

  void json_isReadAsSerdeDoes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* text, const char* reason) {
      QTest::addRow("%s", text) << QByteArray(text) << QByteArray(reason);
    };
    row("{", "EOF while parsing an object at line 1 column 1");
    row("", "EOF while parsing a value at line 1 column 0");
    row("[1,]", "trailing comma at line 1 column 4");
    row("[1 2]", "expected `,` or `]` at line 1 column 4");
    row("{\"a\" 1}", "expected `:` at line 1 column 6");
    row("{a: 1}", "key must be a string at line 1 column 2");
    row("[1]\nx", "trailing characters at line 2 column 1");
    row("01", "invalid number at line 1 column 2");
    row("1e999", "number out of range at line 1 column 5");
    row("nul", "EOF while parsing a value at line 1 column 3");
    row("nulx", "expected ident at line 1 column 4");
    row("\"\\q\"", "invalid escape at line 1 column 3");
    row("\"\\ud800\"", "unexpected end of hex escape at line 1 column 8");
  }
  void json_isReadAsSerdeDoes() {
    QFETCH(QByteArray, text);
    const Result<Value> value = site::readJson(text.toStdString());
    QVERIFY(!value);
    QTEST(QByteArray::fromStdString(value.error().detail), "reason");
  }

  void json_values() {
    QCOMPARE(*site::readJson("[-0, 9223372036854775808, \"\\u00e9\\ud83e\\udd84\", -12, 1.5e3, null, true]"),
             Value(Array{-0.0, 9223372036854775808.0, "é🦄", -12, 1500.0, Value(), true}));
    QCOMPARE(*site::readJson("{\"a\": 1, \"b\": 2, \"a\": 3}"), Value(Object{{"a", 3}, {"b", 2}}));
    QCOMPARE(*site::readJson("\"2020-01-02 03:04:05 +0000\""),
             Value(makeDateTime({2020, 1, 2}, 3 * 3600 + 4 * 60 + 5, 0)));
  }

  void json_tooDeep_isAnError() {
    QVERIFY(!site::readJson(std::string(100'000, '[')));
    QVERIFY(site::readJson(std::string(127, '[') + std::string(127, ']')));
    QVERIFY(!site::readJson(std::string(128, '[') + std::string(128, ']')));
  }

  void toml_integerBeyond63Bits_isFloat_data() {
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<double>("value");
    QTest::addRow("just beyond") << QByteArray("9223372036854775808") << 9223372036854775808.0;
    QTest::addRow("the largest") << QByteArray("18446744073709551615") << 18446744073709551615.0;
    QTest::addRow("signed") << QByteArray("+9223372036854775809") << 9223372036854775808.0;
    QTest::addRow("grouped") << QByteArray("12_345_678_901_234_567_890") << 12345678901234567890.0;
    QTest::addRow("hexadecimal") << QByteArray("0xFFFFFFFFFFFFFFFF") << 18446744073709551615.0;
    QTest::addRow("octal") << QByteArray("0o1777777777777777777777") << 18446744073709551615.0;
  }
  void toml_integerBeyond63Bits_isFloat() {
    QFETCH(QByteArray, number);
    QFETCH(double, value);
    const Result<Value> read = site::readToml("\"é\" = [1, " + number.toStdString() + ", " +
                                              number.toStdString() + "] # " + number.toStdString());
    QVERIFY(read);
    QCOMPARE(*read, Value(Object{{"é", Array{1, value, value}}}));
  }

  void toml_integerBeyond64Bits_isAnError_data() {
    QTest::addColumn<QByteArray>("number");
    QTest::addRow("positive") << QByteArray("18446744073709551616");
    QTest::addRow("negative") << QByteArray("-9223372036854775809");
    QTest::addRow("hexadecimal") << QByteArray("0x10000000000000000");
  }
  void toml_integerBeyond64Bits_isAnError() {
    QFETCH(QByteArray, number);
    const Result<Value> read = site::readToml("a = 9223372036854775808\nb = " + number.toStdString() + "\n");
    QVERIFY(!read);
    QCOMPARE(read.error().where.line, 2);
    QCOMPARE(read.error().where.column, 5);
  }

  void toml_errorIsWhereCobaltFindsIt_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char* text, int line, int column) {
      QTest::addRow("%s", text) << QByteArray(text) << line << column;
    };
    row("a = 1\nb = \n", 2, 5);
    row("a = [1, 2\n", 1, 11);
    row("a = 1__0\n", 1, 7);
    row("a = 1;\n", 1, 5);
    row("a b = 1\n", 1, 3);
    row("= 1\n", 1, 1);
    row("é = \"x\n", 1, 1);
    row("a = 1\na = 2\n", 2, 1);
    row("[t]\na = 1\n[t]\nb = 2\n", 3, 2);
    row("a = []\n[[a]]\n", 2, 3);
    row("a = 2020-13-01\n", 1, 5);
    row("a = 25:00:00\n", 1, 5);
    row("a = 01\n", 1, 5);
    row("a = 1e400\n", 1, 5);
    row("a = inf1\n", 1, 5);
    row("a = nul\n", 1, 5);
    row("date = today\n", 1, 8);
    row("a = { b = 1, }\n", 1, 12);
    row("a = \"é\"\nb = \"é\" c\n", 2, 9);
  }
  void toml_errorIsWhereCobaltFindsIt() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    const Result<Value> value = site::readToml(text.toStdString());
    QVERIFY(!value);
    QCOMPARE(value.error().where.line, line);
    QCOMPARE(value.error().where.column, column);
    QVERIFY(value.error().detail.starts_with("TOML parse error at line " + std::to_string(line) +
                                             ", column " + std::to_string(column) + "\n"));
    QVERIFY(!value.error().arguments.front().starts_with("TOML")); // people are told the reason
  }

 private:
  static Result<Object> read(const SiteFolder& folder, Object seed) {
    return site::readDataFiles(folder.path(), "_data", "./_data", std::move(seed));
  }
};

QTEST_APPLESS_MAIN(DataFilesTest)
#include "data_files_test.moc"

#include "ui/form/value_rules.h"

#include <QTest>

#include "ui/base/text_bridge.h"

using namespace postwright;
using namespace postwright::ui;
using front_matter::ScalarType;

Q_DECLARE_METATYPE(postwright::ui::Rule)
Q_DECLARE_METATYPE(postwright::front_matter::ScalarType)

class ValueRulesTest : public QObject {
  Q_OBJECT

 private slots:
  void complaint_isEmptyForWhatCobaltReads_data() {
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const auto row = [](Rule rule, const char* name, const char* text, bool fits) {
      QTest::addRow("%s %s", name, text) << rule << QString::fromUtf8(text) << fits;
    };
    for (const char* text : {"0", "12", "-3", "0x1F", "0o17", "1.5", ".5", "5.", "1e3", ".inf"})
      row(Rule::Number, "number", text, true);
    for (const char* text : {"", "007", "1_000", "12a", "yes", "1 2", "~", "true"})
      row(Rule::Number, "number", text, false);
    for (const char* text : {"0", "-2147483648", "2147483647", "0x10"})
      row(Rule::WholeNumber, "whole", text, true);
    for (const char* text : {"", "1.5", "2147483648", "-2147483649", "99999999999999999999", "x"})
      row(Rule::WholeNumber, "whole", text, false);
    row(Rule::DateOnly, "day", "2024-07-20", true);
    row(Rule::DateOnly, "day", "2024-7-20", false);
    row(Rule::Permalink, "permalink", "/blog/{{ slug }}/", true);
    row(Rule::Permalink, "permalink", "path", true);
    row(Rule::Permalink, "permalink", "blog/", false);
    row(Rule::Permalink, "permalink", "", false);
    row(Rule::Any, "any", "", true);
  }
  void complaint_isEmptyForWhatCobaltReads() {
    QFETCH(Rule, rule);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(complaint(rule, text).isEmpty(), fits);
  }

  void oneOf_namesTheChoices() {
    const QStringList choices = {QStringLiteral("Raw"), QStringLiteral("Markdown")};
    QVERIFY(complaint(Rule::OneOf, QStringLiteral("Raw"), choices).isEmpty());
    QVERIFY(complaint(Rule::OneOf, QStringLiteral("raw"), choices).contains(QStringLiteral("Raw, Markdown")));
  }

  void scalar_keepsTheSpelling_data() {
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<ScalarType>("type");
    QTest::newRow("integer") << Rule::Number << QStringLiteral("0x1F") << ScalarType::Int;
    QTest::newRow("float") << Rule::Number << QStringLiteral("1.10") << ScalarType::Float;
    QTest::newRow("whole") << Rule::WholeNumber << QStringLiteral("7") << ScalarType::Int;
    QTest::newRow("date") << Rule::DateOnly << QStringLiteral("2024-07-20") << ScalarType::Date;
    QTest::newRow("text") << Rule::Any << QStringLiteral("12") << ScalarType::String;
    QTest::newRow("choice") << Rule::OneOf << QStringLiteral("Raw") << ScalarType::String;
  }
  void scalar_keepsTheSpelling() {
    QFETCH(Rule, rule);
    QFETCH(QString, text);
    QFETCH(ScalarType, type);
    const auto scalar = scalarFor(rule, text);
    QCOMPARE(scalar.type, type);
    QCOMPARE(toQString(scalar.text), text);
  }

  void guessedScalar_readsPlainWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<ScalarType>("type");
    const auto row = [](const char* text, ScalarType type) {
      QTest::newRow(text) << QString::fromLatin1(text) << type;
    };
    row("true", ScalarType::Bool);
    row("false", ScalarType::Bool);
    row("yes", ScalarType::String);
    row("12", ScalarType::Int);
    row("1.5", ScalarType::Float);
    row("007", ScalarType::String);
    row("2024-07-20", ScalarType::Date);
    row("2024-07-20 16:01:48 +0000", ScalarType::Date);
    row("a word", ScalarType::String);
    row("", ScalarType::String);
    row("~", ScalarType::String);
  }
  void guessedScalar_readsPlainWords() {
    QFETCH(QString, text);
    QFETCH(ScalarType, type);
    QCOMPARE(guessedScalar(text).type, type);
  }
};

QTEST_APPLESS_MAIN(ValueRulesTest)
#include "value_rules_test.moc"

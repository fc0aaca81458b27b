#include "app/front_matter/form_rules.h"

#include <QTest>

using namespace postwright;
using namespace postwright::front_matter;

class FormRulesTest : public QObject {
  Q_OBJECT

 private slots:
  void readRules_everySetting();
  void readRules_mistakes_areToldAndCostOneSetting_data();
  void readRules_mistakes_areToldAndCostOneSetting();
  void readRules_nothing_data();
  void readRules_nothing();
};

void FormRulesTest::readRules_everySetting() {
  const SiteRules rules = readRules(
      "posts:\n  - field: data.hero\n    label: Hero\n    help: Wide\n    kind: image\n    required: true\n"
      "    pattern: '/img/.*'\n    minimum: 1\n    maximum: 2.5\n    choices: [a, 2]\npages:\n  - {field: "
      "title}\n");
  QVERIFY(rules.problems.empty());
  QCOMPARE(rules.posts.size(), 1U);
  const FieldRule& rule = rules.posts[0];
  QCOMPARE(rule.keys, (std::vector<std::string>{"data", "hero"}));
  QCOMPARE(rule.label, std::string("Hero"));
  QCOMPARE(rule.help, std::string("Wide"));
  QCOMPARE(rule.kind.value_or(LearnedKind::Raw), LearnedKind::Image);
  QVERIFY(rule.required);
  QCOMPARE(rule.pattern, std::string("/img/.*"));
  QCOMPARE(rule.minimum.value_or(0), 1.0);
  QCOMPARE(rule.maximum.value_or(0), 2.5);
  QCOMPARE(rule.choices, (std::vector<std::string>{"a", "2"}));
  QCOMPARE(rules.pages.size(), 1U);
}

void FormRulesTest::readRules_mistakes_areToldAndCostOneSetting_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("line");
  QTest::addColumn<int>("rules");
  const auto row = [](const char* name, const char* text, int line, int rules) {
    QTest::newRow(name) << QByteArray(text) << line << rules;
  };
  row("syntax", "posts:\n  - a: b: c\n", 2, 0);
  row("no map", "- a\n", 1, 0);
  row("unknown collection", "posts: []\npost:\n  - field: a\n", 2, 0);
  row("no list", "posts:\n  field: a\n", 2, 0);
  row("no field", "posts:\n  - label: x\n", 2, 0);
  row("no map in the list", "posts:\n  - a\n  - field: b\n", 2, 1);
  row("unknown setting", "posts:\n  - field: a\n    lable: x\n", 3, 1);
  row("unknown kind", "posts:\n  - field: a\n    kind: picture\n", 3, 1);
  row("no boolean", "posts:\n  - field: a\n    required: yes\n", 3, 1);
  row("no expression", "posts:\n  - field: a\n    pattern: '('\n", 3, 1);
  row("no number", "posts:\n  - field: a\n    minimum: few\n", 3, 1);
  row("no choices", "posts:\n  - field: a\n    choices: x\n", 3, 1);
  row("list for a label", "posts:\n  - field: a\n    label: [x]\n", 3, 1);
}

void FormRulesTest::readRules_mistakes_areToldAndCostOneSetting() {
  QFETCH(QByteArray, text);
  QFETCH(int, line);
  const SiteRules rules = readRules(text.toStdString());
  QCOMPARE(rules.problems.size(), 1U);
  QCOMPARE(rules.problems[0].error.where.line, line);
  QCOMPARE(rules.problems[0].error.where.file, std::string("_postwright.yml"));
  QTEST(static_cast<int>(rules.posts.size()), "rules");
}

void FormRulesTest::readRules_nothing_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("empty") << QByteArray("");
  QTest::newRow("comment") << QByteArray("# nothing yet\n");
  QTest::newRow("null") << QByteArray("~\n");
  QTest::newRow("empty collection") << QByteArray("posts:\n");
}

void FormRulesTest::readRules_nothing() {
  QFETCH(QByteArray, text);
  const SiteRules rules = readRules(text.toStdString());
  QVERIFY(rules.problems.empty() && rules.posts.empty() && rules.pages.empty());
}

QTEST_APPLESS_MAIN(FormRulesTest)
#include "form_rules_test.moc"

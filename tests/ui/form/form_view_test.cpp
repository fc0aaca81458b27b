#include "ui/form/form_view.h"

#include <QTest>

#include "harness.h"

using namespace postwright::ui;
using postwright::front_matter::FrontMatterDocument;

class FormViewTest : public QObject {
  Q_OBJECT

  static std::vector<Row> rows(const std::string& yaml) {
    return projectRows(FrontMatterDocument("---\n" + yaml + "---\nx\n"), {});
  }
  static QString shown(const std::string& yaml, const FormView& view) {
    QStringList names;
    for (const Row& row : visibleRows(rows(yaml), view))
      names << nameOf(row.path);
    return names.join(QLatin1Char(' '));
  }
  static constexpr const char* kYaml =
      "title: T\nslug: s\ndata:\n  a: one\n  m: {x: two}\n  l: [{n: red}, {n: b}]\n";

 private slots:
  void offeredFields_areFoldedAtFirst() {
    QVERIFY(shown(kYaml, {}).endsWith(QStringLiteral("data 2")));
    FormView view;
    view.toggled = {QStringLiteral("2")};
    QVERIFY(shown(kYaml, view).contains(QStringLiteral("permalink")));
  }

  void foldedHeading_hidesAllThatIsBelow() {
    FormView view;
    view.toggled = {QStringLiteral("data.m")};
    QVERIFY(!shown(kYaml, view).contains(QStringLiteral("data.m.x")));
    QVERIFY(shown(kYaml, view).contains(QStringLiteral("data.l.0.n")));
    view.toggled = {QStringLiteral("data")};
    QVERIFY(shown(kYaml, view).endsWith(QStringLiteral("categories data 2")));
    view.toggled = {QStringLiteral("data.l.0")};
    QVERIFY(shown(kYaml, view).contains(QStringLiteral("data.l.0 data.l.1 data.l.1.n")));
  }

  void search_findsNamesAndValuesWithTheirHeadings() {
    FormView view;
    view.search = QStringLiteral("RED");
    QCOMPARE(shown(kYaml, view), QStringLiteral("data data.l data.l.0 data.l.0.n"));
    view.search = QStringLiteral("slug");
    QCOMPARE(shown(kYaml, view), QStringLiteral("slug"));
    view.search = QStringLiteral("permalink");
    QCOMPARE(shown(kYaml, view), QStringLiteral("2 permalink"));
    view.search = QStringLiteral("nowhere at all");
    QCOMPARE(shown(kYaml, view), QString());
  }

  void search_looksBelowWhatIsFolded() {
    FormView view;
    view.toggled = {QStringLiteral("data")};
    view.search = QStringLiteral("two");
    QCOMPARE(shown(kYaml, view), QStringLiteral("data data.m data.m.x"));
  }
};

QTEST_GUILESS_MAIN(FormViewTest)
#include "form_view_test.moc"

#include "ui/form/remarks.h"

#include <QTest>

#include "harness.h"

using namespace postwright;
using namespace postwright::ui;
using front_matter::FieldAdvice;
using front_matter::LearnedKind;

class RemarksTest : public QObject {
  Q_OBJECT

  static FieldAdvice advice(const char* path, Severity severity) {
    FieldAdvice advice;
    advice.path = pathOf(QLatin1String(path));
    advice.severity = severity;
    advice.error.code = ErrorCode::FieldNeedsText;
    advice.error.arguments = {"x"};
    return advice;
  }
  static FieldRemark remark(const std::string& yaml, const FormContext& context, const char* path) {
    const front_matter::FrontMatterDocument document("---\n" + yaml + "---\nx\n");
    for (const Row& row : projectRows(document, context))
      if (nameOf(row.path) == QLatin1String(path)) return row.state.remark;
    return {};
  }

 private slots:
  void advice_isOnItsRow() {
    FormContext context;
    context.advice = {advice("slug", Severity::Warning)};
    QCOMPARE(remark("slug: s\n", context, "slug").severity, Severity::Warning);
    QVERIFY(remark("slug: s\n", context, "title").text.isEmpty());
  }

  void adviceAboutAnItem_isOnItsList() {
    FormContext context;
    context.advice = {advice("tags.1", Severity::Error)};
    QVERIFY(!remark("tags: [a, b]\n", context, "tags").text.isEmpty());
  }

  void error_countsMoreThanAWarning() {
    FormContext context;
    context.advice = {advice("slug", Severity::Error), advice("slug", Severity::Warning)};
    QCOMPARE(remark("slug: s\n", context, "slug").severity, Severity::Error);
    std::swap(context.advice[0], context.advice[1]);
    QCOMPARE(remark("slug: s\n", context, "slug").severity, Severity::Error);
  }

  void generatorsWord_replacesTheFormsOwn() {
    FormContext context;
    context.advice = {advice("is_draft", Severity::Error)};
    QCOMPARE(remark("is_draft: yes\n", context, "is_draft").text,
             toQString(describe(context.advice[0].error)));
  }

  void slip_isOnlyToldOfTheRarerWord() {
    FormContext context;
    context.site = siteForm({learnedField("tags", LearnedKind::Words, {{"rust", 41}, {"Rust", 2}})});
    QVERIFY(!remark("tags: [Rust]\n", context, "tags").text.isEmpty());
    QVERIFY(remark("tags: [rust]\n", context, "tags").text.isEmpty());
    QVERIFY(remark("tags: [Rust, rust]\n", context, "tags").text.isEmpty()); // it would stand there twice
    QVERIFY(remark("tags: [something]\n", context, "tags").text.isEmpty());
  }

  void fix_changesTheItemThatIsMeant() {
    FormContext context;
    context.site = siteForm({learnedField("tags", LearnedKind::Words, {{"rust", 41}, {"Rust", 2}})});
    const FieldRemark slip = remark("tags: [a, Rust]\n", context, "tags");
    QCOMPARE(slip.operations.size(), std::size_t{1});
    QCOMPARE(nameOf(slip.operations.front().path), QStringLiteral("tags.1"));
    QCOMPARE(slip.operations.front().value.scalar.text, std::string("rust"));
  }
};

QTEST_GUILESS_MAIN(RemarksTest)
#include "remarks_test.moc"

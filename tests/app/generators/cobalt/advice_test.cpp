#include "app/generators/cobalt/advice.h"

#include <QTest>

#include "app/front_matter/split.h"
#include "app/generators/cobalt/fields.h"

using namespace postwright;
using namespace postwright::front_matter;
using namespace postwright::generators::cobalt;

namespace {

const AdviceContext kContext{{"post.liquid", "page.liquid"}, "+0200"};

/// The front matter after the fix of the first advice that has one; "" when none has.
std::string fixedFirst(const std::string& file) {
  const FrontMatterDocument post(file);
  for (const FieldAdvice& advice : adviceOn(post, kContext)) {
    if (!advice.fix) continue;
    const EditResult result = post.apply(advice.fix->operations);
    return result.refusal ? "refused: " + result.refusal->code : applyEdits(file, result.edits);
  }
  return {};
}

/// What Cobalt's own reader says of the file; also whether it cuts the file where the first line `---` is.
bool stopsCobalt(const std::string& file) {
  const Split cut = split(file);
  return readFields(cut.front, cut.frontLine).problem.has_value();
}

std::string fileOf(const QByteArray& yaml) {
  return "---\n" + yaml.toStdString() + "---\nBody\n";
}

} // namespace

class AdviceTest : public QObject {
  Q_OBJECT

 private slots:
  void advice_ofAMistake_hasItsPlaceAndFix_data();
  void advice_ofAMistake_hasItsPlaceAndFix();
  void advice_ofGoodFrontMatter_isNone_data();
  void advice_ofGoodFrontMatter_isNone();
  void advice_ofATextThatEndsInDashes_quotesIt_data();
  void advice_ofATextThatEndsInDashes_quotesIt();
  void advice_ofSeveralMistakes_fixesThemAll();
  void advice_ofTwinsInData_isAWarning();
  void advice_ofAnEmptyTag_removesIt();
  void advice_ofAMissingLayout_namesTheNearest();
};

void AdviceTest::advice_ofAMistake_hasItsPlaceAndFix_data() {
  QTest::addColumn<QByteArray>("yaml");
  QTest::addColumn<int>("line"); // of the file
  QTest::addColumn<QByteArray>("fixed");
  const auto row = [](const char* name, const char* yaml, int line, const char* fixed) {
    QTest::newRow(name) << QByteArray(yaml) << line << QByteArray(fixed);
  };
  row("yes", "title: x\nis_draft: yes # c\n", 3, "title: x\nis_draft: true # c\n");
  row("quoted false", "templated: 'false'\n", 2, "templated: false\n");
  row("maybe", "is_draft: maybe\n", 2, "");
  row("day", "published_date: 2024-07-20\n", 2, "published_date: 2024-07-20 00:00:00 +0200\n");
  row("no offset", "published_date: '2024-07-20 16:01'\n", 2,
      "published_date: '2024-07-20 16:01:00 +0200'\n");
  row("RFC 3339", "published_date: 2024-07-20T16:01:48.5Z\n", 2,
      "published_date: 2024-07-20 16:01:48.5 +0000\n");
  row("words for a day", "published_date: last May\n", 2, "");
  row("permalink", "permalink: a/b.html\n", 2, "permalink: /a/b.html\n");
  row("old alias", "permalink: pretty\n", 2, "permalink: /pretty\n");
  row("empty permalink", "permalink: ''\n", 2, "");
  row("unknown key", "title: x\n# who\nauthor: Ann\ndata:\n  a: 1\n", 4,
      "title: x\ndata:\n  a: 1\n  # who\n  author: Ann\n");
  row("unknown key without data", "title: x\nauthor: [Ann]\n", 3, "title: x\ndata:\n  author: [Ann]\n");
  row("slip", "titel: x\n", 2, "title: x\n");
  row("slip beside the right one", "titel: x\ntitle: y\n", 2, "data:\n  titel: x\ntitle: y\n");
  row("twins that agree", "title: x\nslug: a\ntitle: x\n", 4, "title: x\nslug: a\n");
  row("twins that do not", "title: x\ntitle: y\n", 3, "");
  row("twins in pagination", "pagination:\n  order: Asc\n  order: Asc\n", 4, "pagination:\n  order: Asc\n");
  row("tags as text", "tags: a, b c\n", 2, "tags: [a, b c]\n");
  row("list among tags", "tags: [a, [b]]\n", 2, "");
  row("map for tags", "tags: {a: 1}\n", 2, "");
  row("quoted weight", "weight: '3'\n", 2, "weight: 3\n");
  row("fraction for a weight", "weight: 1.5\n", 2, "");
  row("too large a weight", "weight: 3000000000\n", 2, "");
  row("list for a title", "title: [x]\n", 2, "");
  row("format", "format: markdown\n", 2, "format: Markdown\n");
  row("data null", "title: x\ndata: ~\n", 3, "title: x\n");
  row("data text", "data: x\n", 2, "");
}

void AdviceTest::advice_ofAMistake_hasItsPlaceAndFix() {
  QFETCH(QByteArray, yaml);
  QFETCH(QByteArray, fixed);
  const std::string file = fileOf(yaml);
  QVERIFY2(stopsCobalt(file), "the row is no mistake");
  const std::vector<FieldAdvice> advice = adviceOn(FrontMatterDocument(file), kContext);
  QCOMPARE(advice.size(), 1U);
  QCOMPARE(advice[0].severity, Severity::Error);
  QTEST(advice[0].error.where.line, "line");
  const std::string after = fixedFirst(file);
  QCOMPARE(QByteArray::fromStdString(after),
           fixed.isEmpty() ? fixed : QByteArray::fromStdString(fileOf(fixed)));
  if (after.empty()) return;
  QVERIFY(!advice[0].fix->title.empty());
  QVERIFY(!stopsCobalt(after));
  QVERIFY(adviceOn(FrontMatterDocument(after), kContext).empty());
}

void AdviceTest::advice_ofGoodFrontMatter_isNone_data() {
  QTest::addColumn<QByteArray>("yaml");
  QTest::newRow("usual") << QByteArray(
      "title: x\npublished_date: 2024-07-20 16:01:48 +0000\nis_draft: false\n"
      "tags: [a, 'b']\nlayout: post.liquid\npermalink: /a\nweight: -3\n"
      "format: Raw\ndata: {a: 1, b: yes}\n");
  QTest::newRow("empty values") << QByteArray(
      "title:\nis_draft: ~\ntags:\nweight:\npublished_date:\ndata:\n");
  QTest::newRow("number for a title") << QByteArray("title: 2024\ntags: [1, yes]\npermalink: path\n");
  QTest::newRow("pagination") << QByteArray("title: x\npagination: {include: All, per_page: 3}\n");
  QTest::newRow("nothing") << QByteArray("");
}

void AdviceTest::advice_ofGoodFrontMatter_isNone() {
  QFETCH(QByteArray, yaml);
  const std::string file = fileOf(yaml);
  QVERIFY(!stopsCobalt(file));
  QVERIFY(adviceOn(FrontMatterDocument(file), kContext).empty());
}

void AdviceTest::advice_ofATextThatEndsInDashes_quotesIt_data() {
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<QByteArray>("after");
  QTest::newRow("plain") << QByteArray("---\ntitle: see ---\nslug: a\n---\nBody\n")
                         << QByteArray("---\ntitle: 'see ---'\nslug: a\n---\nBody\n");
  QTest::newRow("CRLF") << QByteArray("---\r\ntitle: see --- \r\nslug: a\r\n---\r\nBody\r\n")
                        << QByteArray("---\r\ntitle: 'see ---' \r\nslug: a\r\n---\r\nBody\r\n");
  QTest::newRow("block") << QByteArray("---\nexcerpt: |\n  see\n  a ---\n  b\nslug: a\n---\nBody\n")
                         << QByteArray("---\nexcerpt: \"see\\na ---\\nb\\n\"\nslug: a\n---\nBody\n");
  QTest::newRow("comment") << QByteArray("---\ntitle: x # see ---\nslug: a\n---\nBody\n") << QByteArray();
}

void AdviceTest::advice_ofATextThatEndsInDashes_quotesIt() {
  QFETCH(QByteArray, before);
  const std::string file = before.toStdString();
  const std::vector<FieldAdvice> advice = adviceOn(FrontMatterDocument(file), kContext);
  QCOMPARE(advice.size(), 1U);
  QCOMPARE(advice[0].error.code, ErrorCode::EditSplit);
  QCOMPARE(advice[0].severity, Severity::Warning); // a build goes on
  QTEST(QByteArray::fromStdString(fixedFirst(file)), "after");
}

void AdviceTest::advice_ofSeveralMistakes_fixesThemAll() {
  std::string file =
      fileOf("is_draft: no\nauthor: Ann # me\ntags: a\nmood: good\npublished_date: 2024/7/2 8:05\n");
  QCOMPARE(adviceOn(FrontMatterDocument(file), kContext).size(), 5U);
  for (int i = 0; i < 5; ++i)
    file = fixedFirst(file);
  QCOMPARE(
      QByteArray::fromStdString(file),
      QByteArray::fromStdString(fileOf("is_draft: false\ndata:\n  author: Ann # me\n  mood: good\ntags: [a]\n"
                                       "published_date: 2024-07-02 08:05:00 +0200\n")));
  QVERIFY(!stopsCobalt(file));
}

void AdviceTest::advice_ofTwinsInData_isAWarning() {
  const std::string file = fileOf("title: x\ndata:\n  a: 1\n  a: 1\n");
  QVERIFY(!stopsCobalt(file));
  const std::vector<FieldAdvice> advice = adviceOn(FrontMatterDocument(file), kContext);
  QCOMPARE(advice.size(), 1U);
  QCOMPARE(advice[0].severity, Severity::Warning);
  QCOMPARE(advice[0].error.where.line, 5);
  QCOMPARE(fixedFirst(file), fileOf("title: x\ndata:\n  a: 1\n"));
}

void AdviceTest::advice_ofAnEmptyTag_removesIt() {
  const std::string file = fileOf("tags: [a, ' ', ~]\n");
  const std::vector<FieldAdvice> advice = adviceOn(FrontMatterDocument(file), kContext);
  QCOMPARE(advice.size(), 1U);
  QCOMPARE(advice[0].error.code, ErrorCode::EmptyTag);
  QCOMPARE(fixedFirst(file), fileOf("tags: [a, ~]\n"));
}

void AdviceTest::advice_ofAMissingLayout_namesTheNearest() {
  const std::string file = fileOf("layout: post\n");
  const std::vector<FieldAdvice> advice = adviceOn(FrontMatterDocument(file), kContext);
  QCOMPARE(advice.size(), 1U);
  QCOMPARE(advice[0].error.code, ErrorCode::LayoutMissing);
  QCOMPARE(fixedFirst(file), fileOf("layout: post.liquid\n"));
}

QTEST_APPLESS_MAIN(AdviceTest)
#include "advice_test.moc"

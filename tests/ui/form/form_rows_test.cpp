#include "ui/form/form_rows.h"

#include <QTest>
#include <algorithm>

#include "harness.h"

using namespace postwright::ui;
using postwright::front_matter::FrontMatterDocument;

class FormRowsTest : public QObject {
  Q_OBJECT

  std::vector<Row> m_rows;

  const Row& read(const std::string& yaml, const char* path, const FormContext& context = {}) {
    m_rows = projectRows(FrontMatterDocument("---\n" + yaml + "---\nx\n"), context);
    static const Row none;
    const auto wanted = pathOf(QLatin1String(path));
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
      return row.path == wanted && row.kind != FieldKind::AddField;
    });
    return found == m_rows.end() ? none : *found;
  }

 private slots:
  void noFrontMatter_hasTheStandardFieldsAndOffersTheOthers() {
    QStringList names;
    for (const Row& row : projectRows(FrontMatterDocument("Body\n"), {}))
      names.append(nameOf(row.path));
    QCOMPARE(names.join(QLatin1Char(' ')),
             QStringLiteral("title description published_date layout slug tags is_draft categories data data "
                            "2 permalink excerpt weight format templated"));
  }

  void kind_followsTheValue_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QByteArray& yaml, const char* path, FieldKind kind) {
      QTest::newRow(name) << yaml << QString::fromLatin1(path) << static_cast<int>(kind);
    };
    const QByteArray data = "data:\n  k: ";
    row("text", data + "some words\n", "data.k", FieldKind::Text);
    row("long text", data + QByteArray(81, 'x') + "\n", "data.k", FieldKind::LongText);
    row("lines", data + "|\n    a\n    b\n", "data.k", FieldKind::LongText);
    row("image path", data + "/img/a.png\n", "data.k", FieldKind::Image);
    row("image URL with a query", data + "https://x.example/a.JPEG?s=2\n", "data.k", FieldKind::Image);
    row("sentence about a .png", data + "a picture.png\n", "data.k", FieldKind::Text);
    row("number", data + "0x1F\n", "data.k", FieldKind::Number);
    row("true", data + "true\n", "data.k", FieldKind::Switch);
    row("quoted true", data + "'true'\n", "data.k", FieldKind::Text);
    row("yes is text", data + "yes\n", "data.k", FieldKind::Text);
    row("instant", data + "2024-07-20 16:01:48 +0000\n", "data.k", FieldKind::Date);
    row("day", data + "2024-07-20\n", "data.k", FieldKind::Text);
    row("words", data + "[a, b]\n", "data.k", FieldKind::Chips);
    row("empty list", data + "[]\n", "data.k", FieldKind::Chips);
    row("null", data + "~\n", "data.k", FieldKind::Text);
    row("map", data + "{a: 1}\n", "data.k", FieldKind::Group);
    row("inside a map", data + "{a: {b: c}}\n", "data.k.a.b", FieldKind::Text);
    row("list of maps", data + "[{a: 1}]\n", "data.k", FieldKind::Group);
    row("item of a list of maps", data + "[{a: 1}]\n", "data.k.0", FieldKind::Card);
    row("colour", data + "'#1a2b3c'\n", "data.k", FieldKind::Colour);
    row("number of an issue", data + "'#123'\n", "data.k", FieldKind::Text);
    row("short colour by its name", "data: {text_color: '#123'}\n", "data.text_color", FieldKind::Colour);
    row("address", data + "https://x.example/a\n", "data.k", FieldKind::Url);
    row("sentence with an address", data + "see https://x.example/a\n", "data.k", FieldKind::Text);
    row("inside a list of maps", data + "[{a: 1}, {a: 2}]\n", "data.k.1.a", FieldKind::Number);
    row("reference", "data:\n  k: &x 1\n  l: *x\n", "data.l", FieldKind::Raw);
    row("tags as text", "tags: a b\n", "tags", FieldKind::Raw);
    row("tags as maps", "tags: [{a: 1}]\n", "tags", FieldKind::Raw);
    row("title as list", "title: [a]\n", "title", FieldKind::Raw);
    row("null tags", "tags:\n", "tags", FieldKind::Chips);
    row("format", "format: Raw\n", "format", FieldKind::Choice);
    row("pagination", "pagination: {order: Asc}\n", "pagination.order", FieldKind::Choice);
    row("long excerpt", "excerpt: x\n", "excerpt", FieldKind::LongText);
    row("unknown", "author: me\n", "author", FieldKind::Text);
    row("unknown map", "author: {name: me}\n", "author.name", FieldKind::Text);
  }
  void kind_followsTheValue() {
    QFETCH(QByteArray, yaml);
    QFETCH(QString, path);
    QFETCH(int, kind);
    const Row& row = read(yaml.toStdString(), path.toLatin1());
    QCOMPARE(nameOf(row.path), path);
    QCOMPARE(static_cast<int>(row.kind), kind);
  }

  void problem_saysWhatCobaltRefuses_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("part"); ///< of the problem; empty: none
    const auto row = [](const char* name, const char* yaml, const char* path, const char* part) {
      QTest::newRow(name) << QByteArray(yaml) << QString::fromLatin1(path) << QString::fromLatin1(part);
    };
    row("bare tags", "tags: a b\n", "tags", "[a b]");
    row("draft yes", "is_draft: yes\n", "is_draft", "yes");
    row("draft quoted", "is_draft: 'true'\n", "is_draft", "true");
    row("draft true", "is_draft: True\n", "is_draft", "");
    row("templated word", "templated: on\n", "templated", "on");
    row("unknown key", "author: me\n", "author", "unknown field");
    row("misspelt key", "categorys: [a]\n", "categorys", "categories");
    row("data is text", "data: x\n", "data", "names and values");
    row("data is a list", "data: [x]\n", "data", "names and values");
    row("data is nothing", "data:\n", "data", "");
    row("number as title", "title: 2024\n", "title", "");
    row("own field of any name", "data: {author: me}\n", "data.author", "");
  }
  void problem_saysWhatCobaltRefuses() {
    QFETCH(QByteArray, yaml);
    QFETCH(QString, path);
    QFETCH(QString, part);
    const QString problem = read(yaml.toStdString(), path.toLatin1()).state.remark.text;
    QCOMPARE(problem.isEmpty(), part.isEmpty());
    QVERIFY2(problem.contains(part), qPrintable(problem));
  }

  void layout_isAProblemOnlyWhereTheSiteLacksIt() {
    FormContext context;
    context.site = siteForm({}, {}, {QStringLiteral("post.liquid")});
    QVERIFY(read("layout: post.liquid\n", "layout", context).state.remark.text.isEmpty());
    QVERIFY(!read("layout: pots.liquid\n", "layout", context).state.remark.text.isEmpty());
    QVERIFY(read("title: x\n", "layout", context).state.remark.text.isEmpty());
    context.site.reset();
    QVERIFY(read("layout: pots.liquid\n", "layout", context).state.remark.text.isEmpty());
  }

  void missingNullAndEmpty_areThreeThings() {
    FormContext context;
    context.derivedSlug = QStringLiteral("from-file-name");
    const FieldState missing = read("title: x\n", "slug", context).state;
    const FieldState null = read("slug:\n", "slug", context).state;
    const FieldState empty = read("slug: ''\n", "slug", context).state;
    QVERIFY(!missing.present && !null.present && empty.present);
    QCOMPARE(missing.placeholder, QStringLiteral("from-file-name"));
    QCOMPARE(null.placeholder, QStringLiteral("null"));
    QCOMPARE(empty.placeholder, QStringLiteral("empty"));
    QVERIFY(!read("title: x\n", "slug", context).removable);
    QVERIFY(read("slug:\n", "slug", context).removable);
  }

  void draft_saysWhereItComesFrom() {
    FormContext context;
    context.isDraft = true;
    context.draftFromDefaults = true;
    QVERIFY(read("title: x\n", "is_draft", context).state.hint.contains(QStringLiteral("defaults")));
    QVERIFY(read("is_draft: true\n", "is_draft", context).state.hint.isEmpty());
    context.inDraftsFolder = true;
    QVERIFY(read("is_draft: true\n", "is_draft", context)
                .state.hint.contains(QStringLiteral("until it is moved")));
  }

  void valuesWithoutAField_areShownAsYamlWithTheReason() {
    const Row& tagged = read("data: {k: !t x}\n", "data.k");
    QCOMPARE(tagged.state.text, QStringLiteral("!t x"));
    QVERIFY(tagged.state.hint.contains(QStringLiteral("!t")));
    const Row& shared = read("data:\n  k: &x {a: 1}\n  l: *x\n", "data.k");
    QCOMPARE(shared.kind, FieldKind::Raw);
    QCOMPARE(shared.state.text, QStringLiteral("&x {a: 1}"));
    QVERIFY(shared.state.readOnly.isEmpty());
  }

  void nameWrittenTwice_showsAllItsValues() {
    const Row& slug = read("slug: a\ntitle: x\nslug: 'b'\n", "slug");
    QCOMPARE(slug.kind, FieldKind::Twins);
    QCOMPARE(slug.state.items, QStringList({QStringLiteral("a"), QStringLiteral("'b'")}));
    QVERIFY(slug.state.hint.contains(QStringLiteral("2 times, which stops Cobalt")));
    const Row& tags = read("tags: [a]\ntags:\n  - b\n  - c\ntags:\n", "tags");
    QCOMPARE(tags.state.items, QStringList({QStringLiteral("[a]"), QStringLiteral("- b - c"), QString()}));
    const Row& own = read("data: {k: 1, k: {l: 2}}\n", "data.k");
    QCOMPARE(own.kind, FieldKind::Twins);
    QVERIFY(own.state.hint.contains(QStringLiteral("the last one counts")));
    QCOMPARE(own.state.details, QStringList({QString(), QStringLiteral("counts now")}));
  }

  void emptyCollections_areNoMissingOnes() {
    QCOMPARE(read("title: x\n", "tags").state.absence, Absence::Missing);
    QCOMPARE(read("tags:\n", "tags").state.absence, Absence::Null);
    QCOMPARE(read("tags: []\n", "tags").state.absence, Absence::Empty);
    QCOMPARE(read("tags: [a]\n", "tags").state.absence, Absence::None);
    QCOMPARE(read("data:\n", "data").state.absence, Absence::Null);
    QCOMPARE(read("data: {}\n", "data").state.absence, Absence::Empty);
    QCOMPARE(read("data: {k: {}}\n", "data.k").state.absence, Absence::Empty);
  }

  void label_doublesAnAmpersand() {
    QCOMPARE(read("data: {'a&b': 1}\n", "data.a&b").label, QStringLiteral("a&&b"));
  }

  void hostileSizes_stayWithinBounds() {
    std::string wide = "data:\n";
    for (int i = 0; i < 3000; ++i)
      wide += "  k" + std::to_string(i) + ": v\n";
    read(wide, "data");
    QVERIFY(m_rows.size() < 320);
    std::string deep = "data: ";
    for (int i = 0; i < 40; ++i)
      deep += "{a: ";
    deep += "x" + std::string(40, '}') + "\n";
    read(deep, "data");
    QVERIFY(m_rows.size() < 45);
    QVERIFY(std::ranges::any_of(m_rows, [](const Row& row) { return row.kind == FieldKind::Raw; }));
    QCOMPARE(read("data: {k: '" + std::string(30'000, 'x') + "'}\n", "data.k").kind, FieldKind::Fixed);
    std::string list = "tags: [";
    for (int i = 0; i < 500; ++i)
      list += "t" + std::to_string(i) + ", ";
    QCOMPARE(read(list + "x]\n", "tags").kind, FieldKind::Raw);
  }

  void everyKey_hasARow() {
    const std::string yaml =
        "title: a\nbogus: 1\nweight: 2\ndata:\n  x: 1\n  x: 2\n  y: [[a], [b]]\n"
        "  z: {w: &q {v: 1}, u: *q}\npagination: {per_page: 3}\n";
    for (const char* path : {"title", "bogus", "weight", "data.x", "data.y.0", "data.y.1", "data.z.w",
                             "data.z.u", "pagination.per_page"})
      QVERIFY2(nameOf(read(yaml, path).path) == QLatin1String(path), path);
  }
};

QTEST_GUILESS_MAIN(FormRowsTest)
#include "form_rows_test.moc"

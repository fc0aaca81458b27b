#include "app/yaml/tree.h"

#include <QTest>

using namespace postwright::yaml;

namespace {

/// The text of each node of one kind, in order, joined by '|'.
QString spansOf(const std::string& text, TreeKind kind) {
  const Tree tree = readTree(text);
  QStringList spans;
  for (const TreeNode& node : tree.nodes) {
    if (node.kind != kind) continue;
    spans << QString::fromStdString(text.substr(node.span.begin, node.span.size()));
  }
  return spans.join(QLatin1Char('|'));
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes)
    text += piece;
  return text;
}

} // namespace

class TreeTest : public QObject {
  Q_OBJECT

 private slots:
  void spans_coverExactlyTheScalars_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("scalars");
    QTest::newRow("plain and comment") << "a: one   # c\n" << "a|one";
    QTest::newRow("quotes are inside") << "a: 'it''s'\nb: \"x\"\n" << "a|'it''s'|b|\"x\"";
    QTest::newRow("after two-byte letters") << "é: ü # ö\nb: 1\n" << "é|ü|b|1";
    QTest::newRow("after an emoji") << "a: \"😀\"\nb: 日本\n" << "a|\"😀\"|b|日本";
    QTest::newRow("properties are outside") << "a: &x !!str 12\n" << "a|12";
    QTest::newRow("literal without blank lines") << "a: |\n  x\n  y\n\n\nb: 1\n" << "a||\n  x\n  y|b|1";
    QTest::newRow("keep has its blank lines") << "a: |+\n  x\n\nb: 1\n" << "a||+\n  x\n|b|1";
    QTest::newRow("strip over CRLF") << "a: |-\r\n  x\r\n\r\nb: 1\r\n" << "a||-\r\n  x|b|1";
    QTest::newRow("deeper blank line is text") << "a: |\n  x\n     \nb: 1\n" << "a||\n  x\n     |b|1";
    QTest::newRow("literal at the end of the text") << "a: |\n  x" << "a||\n  x";
    QTest::newRow("several plain lines") << "a: one\n  two\nb: 1\n" << "a|one\n  two|b|1";
    QTest::newRow("nothing after the colon") << "a:   # c\nb:\n" << "a||b|";
    QTest::newRow("lone CR") << "a: 1\rb: 2\r" << "a|1|b|2";
  }
  void spans_coverExactlyTheScalars() {
    QFETCH(QString, text);
    QFETCH(QString, scalars);
    QCOMPARE(spansOf(text.toStdString(), TreeKind::Scalar), scalars);
  }

  void emptyValues_standBehindTheirColon() {
    const Tree tree = readTree("m: {a: , b:\n }\n");
    QCOMPARE(tree.nodes[4].span, (postwright::Span{6, 6}));
    QCOMPARE(tree.nodes[6].span, (postwright::Span{11, 11}));
  }

  void collections_endWithTheirLastEntry_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lists");
    QTest::newRow("block") << "a:\n- x\n- y # c\n\n# d\nb: 1\n" << "- x\n- y";
    QTest::newRow("flow") << "a: [x, [y], ] # c\n" << "[x, [y], ]|[y]";
    QTest::newRow("anchored") << "a: &l\n  - x\n" << "- x";
  }
  void collections_endWithTheirLastEntry() {
    QFETCH(QString, text);
    QFETCH(QString, lists);
    QCOMPARE(spansOf(text.toStdString(), TreeKind::List), lists);
  }

  void aliases_areLeavesAndCounted() {
    const Tree tree = readTree("a: &x [1]\nb: *x\nc: *x\n");
    QCOMPARE(tree.nodes[2].aliasCount, std::size_t{2});
    QCOMPARE(tree.nodes[5].kind, TreeKind::Alias);
    QVERIFY(!tree.recursiveAlias);
  }

  void recursiveAlias_isFound() { QVERIFY(readTree("a: &x [*x]\n").recursiveAlias.has_value()); }

  void brokenText_isAnErrorWithItsPlace_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("byte");
    const auto kind = [](SyntaxErrorKind value) { return static_cast<int>(value); };
    QTest::newRow("unclosed bracket") << QByteArray("é: [\n") << kind(SyntaxErrorKind::Grammar) << 6;
    QTest::newRow("unknown anchor") << QByteArray("é: *z\n") << kind(SyntaxErrorKind::UnknownAnchor) << 4;
    QTest::newRow("control character") << QByteArray("a: \x01") << kind(SyntaxErrorKind::Reader) << 0;
    QTest::newRow("not UTF-8") << QByteArray("a: \xE9z") << kind(SyntaxErrorKind::Reader) << 0;
  }
  void brokenText_isAnErrorWithItsPlace() {
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(int, byte);
    const Tree tree = readTree(text.toStdString());
    QVERIFY(tree.error.has_value());
    QCOMPARE(static_cast<int>(tree.error->kind), kind);
    if (byte > 0) QCOMPARE(static_cast<int>(tree.error->where.byte), byte);
  }

  void secondDocument_isSeen() {
    QVERIFY(readTree("a: 1\n---\nb: 2\n").moreDocuments);
    QVERIFY(!readTree("a: 1\n...\n").moreDocuments);
  }

  void hostileText_endsAtALimit_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) {
      QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    constexpr std::size_t kBytes = 256 * 1024;
    row("open brackets", repeated("[", kBytes));
    row("open braces", repeated("{b: ", kBytes));
    row("dashes", repeated("- ", kBytes));
    row("question marks", repeated("? ", kBytes));
    row("deep and wide", repeated("[", 120) + repeated("a,", kBytes));
    row("too large", repeated("# comment\n", std::size_t{2} << 20U));
  }
  void hostileText_endsAtALimit() {
    QFETCH(QByteArray, text);
    const Tree tree = readTree(text.toStdString());
    QVERIFY(tree.error.has_value());
    const SyntaxErrorKind kind = tree.error->kind;
    QVERIFY(kind == SyntaxErrorKind::TooDeep || kind == SyntaxErrorKind::TooManyNodes ||
            kind == SyntaxErrorKind::TooLarge);
  }
};

QTEST_APPLESS_MAIN(TreeTest)
#include "tree_test.moc"

#include "app/front_matter/edit.h"

#include <QTest>

using namespace postwright;
using namespace postwright::front_matter;

namespace {

Path key(const std::string& name) {
  return {Step(name)};
}

QByteArray outcome(const std::string& file, const EditResult& result) {
  if (result.refusal) return QByteArray::fromStdString("refused: " + result.refusal->code);
  return QByteArray::fromStdString(applyEdits(file, result.edits));
}

} // namespace

class EditTest : public QObject {
  Q_OBJECT

 private slots:
  void set_changesTheFileAroundNothing_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* file, const char* after) {
      QTest::newRow(name) << QByteArray(file) << QByteArray(after);
    };
    row("ordinary", "---\ntitle: a\nslug: b\n---\n\n\nbody", "---\ntitle: new\nslug: b\n---\n\n\nbody");
    row("blanks behind the fences", "---  \n\ntitle: a\n---\t\nbody", "---  \n\ntitle: new\n---\t\nbody");
    row("CRLF", "---\r\ntitle: a\r\n---\r\nbody\r\n", "---\r\ntitle: new\r\n---\r\nbody\r\n");
    row("lone CR", "---\rtitle: a\r---\rbody\r", "---\rtitle: new\r---\rbody\r");
    row("CRLF gets CRLF lines", "---\r\na: 1\r\n---\r\nb", "---\r\na: 1\r\ntitle: new\r\n---\r\nb");
    row("trailing fence only", "title: a\n---\nbody", "title: new\n---\nbody");
    row("no front matter", "Hello\n\nworld\n", "---\ntitle: new\n---\nHello\n\nworld\n");
    row("no front matter and CRLF", "Hello\r\n", "---\r\ntitle: new\r\n---\r\nHello\r\n");
    row("blank lines on top", "\n\nHello\n", "---\ntitle: new\n---\n\n\nHello\n");
    row("empty file", "", "---\ntitle: new\n---\n");
    row("empty fences", "---\n---\nbody", "---\ntitle: new\n---\nbody");
    row("empty fences and CRLF", "---\r\n\r\n---\r\nbody", "---\r\ntitle: new\r\n\r\n---\r\nbody");
    row("only a comment", "---\n# c\n---\nbody", "---\n# c\ntitle: new\n---\nbody");
    row("rule in the body", "---\ntitle: a\n---\nx\n\n---\n\ny", "---\ntitle: new\n---\nx\n\n---\n\ny");
    row("refuses below a BOM", "\xEF\xBB\xBF---\ntitle: a\n---\nb", "refused: bom");
    row("refuses without a closing fence", "---\ntitle: a\nbody\n", "refused: fence");
    row("refuses a closing fence without line end", "---\ntitle: a\n---", "refused: fence");
    row("refuses a cut inside a line", "---\nslug: x ---\ntitle: a\n---\nb", "refused: split");
    row("refuses text before a rule", "Hello\n\n---\n\nworld", "refused: not-map");
    row("refuses what would move the body", "\n---\nbody\n", "refused: verify");
  }
  void set_changesTheFileAroundNothing() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, after);
    const std::string text = file.toStdString();
    const FrontMatterDocument document(text);
    QCOMPARE(outcome(text, document.set(key("title"), {ScalarType::String, "new"})), after);
  }

  void everyOperation_usesTheFilesOffsets() {
    const std::string file = "---\ntitle: a\ntags: [x]\n---\nbody";
    const FrontMatterDocument document(file);
    const Scalar value{ScalarType::String, "w"};
    QCOMPARE(outcome(file, document.append(key("tags"), value)),
             QByteArray("---\ntitle: a\ntags: [x, w]\n---\nbody"));
    QCOMPARE(outcome(file, document.insert({}, "slug", value)),
             QByteArray("---\ntitle: a\ntags: [x]\nslug: w\n---\nbody"));
    QCOMPARE(outcome(file, document.remove(key("title"))), QByteArray("---\ntags: [x]\n---\nbody"));
    QCOMPARE(document.node(key("title"))->span, (Span{11, 12}));
    QCOMPARE(document.yaml(), (Span{4, 23}));
    QCOMPARE(document.bodyOffset(), std::size_t{27});
    QVERIFY(document.hasFrontMatter());
    QVERIFY(!document.problem());
  }

  void removeOfTheLastKey_leavesAnEmptyFrontMatter() {
    const std::string file = "---\ntitle: a\n---\nbody";
    QCOMPARE(outcome(file, FrontMatterDocument(file).remove(key("title"))), QByteArray("---\n---\nbody"));
  }

  void refusals_pointIntoTheFile() {
    const FrontMatterDocument document("---\ntitle: a\nslug: [\n---\nbody");
    QVERIFY(document.problem().has_value());
    QCOMPARE(document.problem()->code, std::string("syntax"));
    QVERIFY(document.problem()->where.begin >= 4);
    QVERIFY(!document.problem()->message.empty());
    const std::string open = "---\ntitle: a\ntags: [é, [b, c\nslug: x\n---\nbody";
    QCOMPARE(FrontMatterDocument(open).problem()->where.begin, open.find("[b")); // not where it was noticed
    const FrontMatterDocument tagged("---\na: !t 1\n---\n");
    QCOMPARE(tagged.node(key("a"))->readOnly->where, (Span{10, 11}));
  }

  void blanksBetweenTheFences_areNoPartOfAValue() {
    const std::string blank = "---\n\n---\nbody";
    for (const char* text : {"new", "new\nline\n", "new\nline\n\n"}) {
      const EditResult result = FrontMatterDocument(blank).set(key("title"), {ScalarType::String, text});
      const FrontMatterDocument after(applyEdits(blank, result.edits));
      QVERIFY(result.refusal || after.node(key("title"))->text == text);
    }
    // YAML bears no tab on a line below a key.
    const std::string tab = "---\n\r\t\r\r---\nbody";
    const Scalar value{ScalarType::String, "new"};
    QCOMPARE(outcome(tab, FrontMatterDocument(tab).set(key("title"), value)), QByteArray("refused: verify"));
  }

  void bodyFences_doNotCutThroughWrittenText() {
    const std::string file = "---\ntitle: a\n---\nbody";
    for (const char* text : {"see ---", "a\n---\nb", "---", "x\n ---  \n"}) {
      const FrontMatterDocument document(file);
      const EditResult result = document.set(key("title"), {ScalarType::String, text});
      QVERIFY(!result.refusal);
      const FrontMatterDocument after(applyEdits(file, result.edits));
      QCOMPARE(after.node(key("title"))->text, std::string(text));
      QVERIFY(applyEdits(file, result.edits).ends_with("\nbody"));
    }
  }
};

QTEST_APPLESS_MAIN(EditTest)
#include "edit_test.moc"

#include "app/front_matter/scalar_writer.h"

#include <QTest>

#include "app/yaml/outline.h"
#include "app/yaml/scalar.h"

using namespace postwright;
using namespace postwright::front_matter;
using yaml::Style;

namespace {

const std::vector<std::string>& awkwardTexts() {
  static const std::vector<std::string> texts{
      "x",       "two words", "",        " lead",   "trail ",   "yes",      "No",         "TRUE",
      "null",    "~",         "12",      "007",     "1.5",      "1e3",      "1_000",      "12:30",
      ":sym",    "a: b",      "a:b",     "a #b",    "#c",       "- x",      "-",          "--- x",
      "see ---", "---",       "a\nb",    "a\nb\n",  "a\n\n\n",  "\na",      "a\n---\nb",  "  a\nb",
      "a\n \nb", "tab\tx",    "q\"q",    "it's",    "both '\"", "back\\",   "{{ x }}",    "{% if %}",
      "[a]",     "{a}",       "a, b",    "a?b",     "?",        "? x",      "!x",         "&x",
      "*x",      "|",         ">",       "%x",      "@x",       "`x`",      "é",          "日本",
      "😀",      "\u2028",    "\u0085",  "\ufeff",  "\x07",     "\x7f",     "a]",         "}b",
      "=",       "<<",        "._",      ".",       "...",      "a\r\nb",   "'q'",        "0x1F",
      ".inf",    "+1",        "y",       "Off",     "null ",    "a\tb\n c", "2024-07-20", "http://a.b/?c=d",
      "C:\\dir", "a:",        "key: {a", "\u00a0x", "a #",      "- - x",    "1,000",      "10:20:30"};
  return texts;
}

/// The scalar's place in a document, and the document around it.
struct Frame {
  const char* name;
  std::string before;
  std::string after;
  WriteContext context;
};

std::vector<Frame> frames() {
  WriteContext block;
  block.mayBeBlock = true;
  WriteContext flow;
  flow.inFlow = true;
  std::vector<Frame> result;
  for (const Style style : {Style::Plain, Style::SingleQuoted, Style::DoubleQuoted, Style::Folded}) {
    block.preferred = style;
    flow.preferred = style;
    result.push_back({"value", "k: ", "\nz: 1\n", block});
    result.push_back({"item", "k:\n- ", "\nz: 1\n", block});
    result.push_back({"flow value", "k: {a: ", ", b: 1}\nz: 1\n", flow});
    result.push_back({"flow item", "k: [", ", b]\nz: 1\n", flow});
  }
  return result;
}

/// The first text of the document that is not a key called k, a, b or z.
const yaml::Outline* valueIn(const yaml::Outline& outline) {
  if (outline.children.empty()) return outline.kind == yaml::TreeKind::Scalar ? &outline : nullptr;
  return valueIn(outline.children[outline.kind == yaml::TreeKind::Map ? 1 : 0]);
}

} // namespace

class ScalarWriterTest : public QObject {
  Q_OBJECT

 private slots:
  void awkwardText_readsBackAsTheSameString() {
    for (const Frame& frame : frames()) {
      for (const std::string& text : awkwardTexts()) {
        const std::string document = frame.before + writeString(text, frame.context) + frame.after;
        const yaml::Tree tree = yaml::readTree(document);
        QVERIFY2(!tree.error, document.c_str());
        const yaml::Outline outline = yaml::outlineOf(tree);
        const yaml::Outline* value = valueIn(outline);
        QVERIFY2(value != nullptr && value->text == text, document.c_str());
        QVERIFY2(!value->plain || std::holds_alternative<std::string>(yaml::typePlain(text)),
                 document.c_str());
      }
    }
  }

  void awkwardText_neverMakesAFence() {
    for (const Frame& frame : frames()) {
      for (const std::string& text : awkwardTexts()) {
        const std::string written = writeString(text, frame.context) + "\n";
        for (std::size_t dashes = written.find("---"); dashes != std::string::npos;
             dashes = written.find("---", dashes + 1)) {
          const std::size_t behind = written.find_first_not_of(" \t", dashes + 3);
          QVERIFY2(written[behind] != '\n', written.c_str());
        }
      }
    }
  }

  void styles_followTheContext_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("preferred");
    QTest::addColumn<bool>("inFlow");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char* name, const char* text, Style preferred, bool inFlow,
                        const char* written) {
      QTest::newRow(name) << QByteArray(text) << static_cast<int>(preferred) << inFlow << QByteArray(written);
    };
    row("plain stays plain", "hello", Style::Plain, false, "hello");
    row("empty", "", Style::Plain, false, "\"\"");
    row("colon needs quotes", "a: b", Style::Plain, false, "'a: b'");
    row("apostrophe prefers double", "it's: x", Style::Plain, false, "\"it's: x\"");
    row("both quotes prefer single", "it's \"x\": y", Style::Plain, false, "'it''s \"x\": y'");
    row("single stays single", "hello", Style::SingleQuoted, false, "'hello'");
    row("double stays double", "say \"x\"", Style::DoubleQuoted, false, "\"say \\\"x\\\"\"");
    row("control needs an escape", "a\x01", Style::SingleQuoted, false, "\"a\\x01\"");
    row("question mark in flow", "what?", Style::Plain, true, "'what?'");
    row("question mark in block", "what?", Style::Plain, false, "what?");
    row("lines in block", "a\nb", Style::Plain, false, "|-\n  a\n  b");
    row("lines with a final one", "a\n\nb\n", Style::SingleQuoted, false, "|\n  a\n\n  b");
    row("lines in flow", "a\nb", Style::Plain, true, "\"a\\nb\"");
    row("lines after double quotes", "a\nb", Style::DoubleQuoted, false, "\"a\\nb\"");
    row("line of dashes", "a\n---\n", Style::Plain, false, "\"a\\n---\\n\"");
  }
  void styles_followTheContext() {
    QFETCH(QByteArray, text);
    QFETCH(int, preferred);
    QFETCH(bool, inFlow);
    QFETCH(QByteArray, written);
    WriteContext context;
    context.preferred = static_cast<Style>(preferred);
    context.inFlow = inFlow;
    context.mayBeBlock = true;
    QCOMPARE(QByteArray::fromStdString(writeString(text.toStdString(), context)), written);
  }

  void keys_areQuotedWhereTheyMust() {
    WriteContext context;
    context.asKey = true;
    QCOMPARE(writeString("a b", context), std::string("a b"));
    QCOMPARE(writeString("a:b", context), std::string("'a:b'"));
    QCOMPARE(writeString("no", context), std::string("'no'"));
  }
};

QTEST_APPLESS_MAIN(ScalarWriterTest)
#include "scalar_writer_test.moc"

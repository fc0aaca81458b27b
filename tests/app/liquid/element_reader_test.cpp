#include "app/liquid/element_reader.h"

#include <QTest>

using namespace postwright::liquid;

namespace {

/// Each element as a letter and its text: `T` tag, `E` expression, `R` text, `!` invalid.
QByteArray cut(const QByteArray& text) {
  const std::string source = text.toStdString();
  ElementReader reader(source);
  QByteArray result;
  for (Element element = reader.next(); element.rule != Rule::EndOfInput; element = reader.next()) {
    const char* letter = element.rule == Rule::Tag          ? "T"
                         : element.rule == Rule::Expression ? "E"
                         : element.rule == Rule::Raw        ? "R"
                                                            : "!";
    result += letter;
    result +=
        '[' + QByteArray::fromStdString(source.substr(element.begin, element.end - element.begin)) + ']';
  }
  return result;
}

} // namespace

class ElementReaderTest : public QObject {
  Q_OBJECT

 private slots:
  void next_cutsAsTheGrammarDoes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cut");
    const auto row = [](const char* name, const char* text, const char* cut) {
      QTest::newRow(name) << QByteArray(text) << QByteArray(cut);
    };
    row("nothing", "", "");
    row("plain text", "a } b %} c {d", "R[a } b %} c {d]");
    row("expression", "x{{ a.b[0] | f: 1, k: 'v' }}y", "R[x]E[{{ a.b[0] | f: 1, k: 'v' }}]R[y]");
    row("tag over lines", "{% if a\n== 1 %}", "T[{% if a\n== 1 %}]");
    row("a hyphen takes blanks away", "x \n{{- a -}} \ny", "R[x]E[ \n{{- a -}} \n]R[y]");
    row("but no tabs", "x\t{{- a -}}\ty", "R[x\t]E[{{- a -}}]R[\ty]");
    row("a tab inside is no blank", "{{\ta }}", "![{]R[{\ta }}]");
    row("three braces", "{{{ a }}", "![{]E[{{ a }}]");
    row("invalid with blanks", "x  {%- 5 %}", "R[x]![  {]R[%- 5 %}]");
    row("quotes join", "{{ ' }} {{ ' }}", "E[{{ ' }} {{ ' }}]");
    row("open quote", "{{ 'a }}", "![{]R[{ 'a }}]");
    row("words may start like literals only later", "{{ nilly }}{{ o.nilly }}",
        "![{]R[{ nilly }}]E[{{ o.nilly }}]");
    row("hyphens in names", "{{ a-b }}{{a-}}", "E[{{ a-b }}]E[{{a-}}]");
    row("name before a hyphen that trims", "{{ a -}} b", "E[{{ a -}} ]R[b]");
    row("range only in tags", "{% for i in (1..n) %}{{ (1..2) }}",
        "T[{% for i in (1..n) %}]![{]R[{ (1..2) }}]");
    row("cut off", "{{", "![{]R[{]");
  }
  void next_cutsAsTheGrammarDoes() {
    QFETCH(QByteArray, text);
    QTEST(cut(text), "cut");
  }

  void next_bracketsNestOnlySoDeep() {
    const QByteArray open = QByteArray("a[").repeated(100'000);
    QVERIFY(cut("{{ " + open + " }}").startsWith("![{]"));
    QVERIFY(cut("{{ " + QByteArray("a[").repeated(50) + "1" + QByteArray("]").repeated(50) + " }}")
                .startsWith("E["));
  }
};

QTEST_APPLESS_MAIN(ElementReaderTest)
#include "element_reader_test.moc"

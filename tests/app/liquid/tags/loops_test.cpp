#include "tests/app/liquid/rendering.h"

using namespace postwright;
using namespace postwright::liquid;

class LoopsTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"array", "{% for i in list %}{{ i }},{% endfor %}", "3,1,2,"},
        {"range", "{% for i in (1..'3') %}{{ i }}{% endfor %}", "123"},
        {"range downwards", "{% for i in (3..1) %}{{ i }}{% else %}none{% endfor %}", "none"},
        {"range of fractions", "{% for i in (1.5..3) %}{% endfor %}",
         "liquid: Expected whole number, found `fractional number`"},
        {"object", "{% for p in page.data %}{{ p[0] }}={{ p[1] }}{% endfor %}", "hero=sun.png"},
        {"text", "{% for c in title %}{% endfor %}", "liquid: Expected array, found `string`"},
        {"nothing", "{% for c in nothing %}{% else %}none{% endfor %}", "none"},
        {"limit and offset", "{% for i in (1..9) limit:2 offset:3 %}{{ i }}{% endfor %}", "45"},
        {"reversed last", "{% for i in (1..9) reversed limit:3 %}{{ i }}{% endfor %}", "321"},
        {"limit pads with nil", "{% for i in (1..5) limit:2 offset:4 %}[{{ i }}]{% endfor %}", "[5][]"},
        {"negative limit", "{% for i in list limit:-1 %}{{ i }}{% endfor %}", "312"},
        {"comma", "{% for i in list, limit:1 %}{% endfor %}", "liquid:  --> 1:17"},
        {"forloop",
         "{% for i in list %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}"
         "{{ forloop.first }}{{ forloop.last }}{{ forloop.length }} {% endfor %}",
         "1032truefalse3 2121falsefalse3 3210falsetrue3 "},
        {"parentloop",
         "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} "
         "{% endfor %}{% endfor %}",
         "11 12 21 22 "},
        {"no parentloop", "{% for i in (1..1) %}[{{ forloop.parentloop }}]{% endfor %}", "[]"},
        {"unknown field", "{% for i in (1..1) %}{{ forloop.name }}{% endfor %}", "liquid: Unknown index"},
        {"break", "{% for i in list %}{{ i }}{% if i == 1 %}{% break %}{% endif %}.{% endfor %}", "3.1"},
        {"continue", "{% for i in list %}{% if i == 1 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "32"},
        {"break outside", "a{% break %}b", "a"},
        {"assigning what is looped over",
         "{% for i in list %}{% assign list = 0 %}{{ i }}{% endfor %}{{ list }}", "3120"},
        {"loop variable wins",
         "{% assign i = 9 %}{% for i in list %}{% assign i = 5 %}{{ i }}{% endfor %}{{ i }}", "3125"},
        {"tablerow", "{% tablerow i in (1..3) cols:2 %}{{ i }}{% endtablerow %}",
         "<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>"
         "<tr class=\"row2\"><td class=\"col1\">3</td></tr>"},
        {"tablerow fields",
         "{% tablerow i in (1..2) %}{{ tablerow.col }}{{ tablerow.col_last }}{% endtablerow %}",
         "<tr class=\"row1\"><td class=\"col1\">1false</td><td class=\"col2\">2true</td></tr>"},
        {"break in a tablerow", "{% tablerow i in (1..2) %}{{ i }}{% break %}x{% endtablerow %}z",
         "<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }

  void tablerow_withoutColumnsIsAnError() {
    const auto output = tryRender("{% tablerow i in (1..2) cols:0 %}{% endtablerow %}");
    QCOMPARE(output.error().code, ErrorCode::LiquidNoColumns);
  }

  void for_endlessRangesFailAtOnce() {
    const auto output = tryRender("{% for i in (1..9223372036854775807) limit:2 %}{% endfor %}");
    QCOMPARE(output.error().code, ErrorCode::LiquidLoopBudget);
  }
};

QTEST_APPLESS_MAIN(LoopsTest)
#include "loops_test.moc"

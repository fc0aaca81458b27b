#include "tests/app/liquid/rendering.h"

using namespace postwright;
using namespace postwright::liquid;

class VariablesTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"assign", "{% assign a = title | upcase %}{{ a }}", "HELLO WORLD"},
        {"assign shadows", "{% assign page = 1 %}{{ page }}", "1"},
        {"assign a range", "{% assign a = (1..2) %}", "liquid:  --> 1:15"},
        {"assign a path", "{% assign a.b = 1 %}", "liquid:  --> 1:11"},
        {"assign with an unknown filter", "{% assign a = 1 | nofilter %}", "liquid:  --> 1:15"},
        {"assign to a word that starts like a literal", "{% assign blank_x = 1 %}", "liquid:  --> 1:11"},
        {"capture", "{% capture a %}<{{ seven }}>{% endcapture %}{{ a }}{{ a.size }}", "<7>3"},
        {"capture in quotes", "{% capture 'a' %}{% endcapture %}", "liquid:  --> 1:12"},
        {"increment", "{% increment n %}{% increment n %}{{ n }}", "012"},
        {"decrement", "{% decrement n %}{% decrement n %}{{ n }}", "-1-2-2"},
        {"names hide counters", "{% assign n = 9 %}{% increment n %}{{ n }}", "09"},
        {"cycle", "{% for i in list %}{% cycle 'a', 'b' %}{% endfor %}", "aba"},
        {"cycle by value", "{% cycle 'a', 'b' %}{% cycle \"a\", \"b\" %}{% cycle 'a' %}", "aba"},
        {"cycle by name", "{% cycle x: 1, 2 %}{% cycle x: 3, 4 %}", "14"},
        {"cycle with fewer values", "{% cycle x: 1, 2 %}{% cycle x: 1 %}",
         "liquid: cycle index out of bounds, most likely from mismatched cycles"},
        {"cycle without values", "{% cycle x: %}",
         "liquid: cycle index out of bounds, most likely from mismatched cycles"},
        {"ifchanged",
         "{% for i in (1..4) %}{% ifchanged %}{{ i | divided_by: 2 }}{% endifchanged %}{% endfor %}", "012"},
        {"ifchanged is one for all", "{% ifchanged %}a{% endifchanged %}{% ifchanged %}a{% endifchanged %}",
         "a"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }
};

QTEST_APPLESS_MAIN(VariablesTest)
#include "variables_test.moc"

#include "tests/app/liquid/rendering.h"

using namespace postwright::liquid;

class ConditionsTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"if", "{% if yes %}a{% else %}b{% endif %}", "a"},
        {"elsif", "{% if no %}a{% elsif seven > 3 %}b{% elsif yes %}c{% endif %}", "b"},
        {"else after elsif", "{% if no %}a{% elsif no %}b{% else %}c{% endif %}", "c"},
        {"words after else", "{% if no %}a{% else whatever %}b{% endif %}", "b"},
        {"missing is false", "{% if a.b.c %}a{% endif %}b", "b"},
        {"missing is an error when compared", "{% if a == nil %}a{% endif %}", "liquid: Unknown variable"},
        {"and before or", "{% if yes or no and no %}a{% endif %}", "a"},
        {"or stops early", "{% if yes or a == 1 %}a{% endif %}", "a"},
        {"contains", "{% if title contains 'World' %}a{% endif %}{% if list contains 1 %}b{% endif %}", "ab"},
        {"nil contains", "{% if nothing contains 1 %}{% endif %}",
         "liquid: Expected string | array | object, found `nil`"},
        {"other spelling of not equal", "{% if 1 <> 2 %}a{% endif %}", "a"},
        {"no filters", "{% if 'a' | upcase == 'A' %}{% endif %}", "liquid:  --> 1:7"},
        {"word missing", "{% if a b %}{% endif %}", "liquid:  --> 1:9"},
        {"value missing", "{% if %}{% endif %}", "liquid:  --> 1:6"},
        {"unless", "{% unless no %}a{% else %}b{% endunless %}{% unless yes %}c{% else %}d{% endunless %}",
         "ad"},
        {"unless has no elsif", "{% unless no %}{% elsif yes %}{% endunless %}", "liquid:  --> 1:19"},
        {"case", "{% case seven %}dropped{% when 1, 7 %}a{% when 7 %}b{% else %}c{% endcase %}", "a"},
        {"case with or", "{% case 'x' %}{% when 'y' or 'x' %}a{% endcase %}", "a"},
        {"case else", "{% case 1 %}{% when '1' %}a{% else %}b{% endcase %}", "b"},
        {"when after else", "{% case 1 %}{% else %}a{% when 1 %}b{% endcase %}", "liquid:  --> 1:27"},
        {"never closed", "{% if yes %}a", "liquid:  --> 1:14"},
        {"end tag with arguments", "{% if yes %}{% endif yes %}", "liquid:  --> 1:22"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }

  void if_takesLongChains() {
    const QByteArray chain =
        "{% if no" + QByteArray(" or no").repeated(50'000) + " %}a{% else %}b{% endif %}";
    QCOMPARE(rendered(chain, sampleGlobals()), QByteArray("b"));
  }
};

QTEST_APPLESS_MAIN(ConditionsTest)
#include "conditions_test.moc"

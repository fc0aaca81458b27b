#include "tests/app/liquid/rendering.h"

using namespace postwright::liquid;

class MathFiltersTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"plus", "{{ 1 | plus: '2' }} {{ 1 | plus: 0.5 }}", "3 1.5"},
        {"plus wraps", "{{ 9223372036854775807 | plus: 1 }}", "-9223372036854775808"},
        {"minus", "{{ 1 | minus: 3 }}", "-2"},
        {"times", "{{ digits | times: 2.5 }}", "30"},
        {"divided_by truncates", "{{ -7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }}", "-3 3.5"},
        {"divided_by zero", "{{ 1 | divided_by: 0.0 }}", "liquid: Invalid argument"},
        {"least by minus one", "{{ -9223372036854775808 | divided_by: -1 }}", "liquid: Invalid argument"},
        {"modulo follows the dividend", "{{ -7 | modulo: 3 }} {{ 7.5 | modulo: 2 }}", "-1 1.5"},
        {"abs", "{{ -3 | abs }} {{ '-2.5' | abs }}", "3 2.5"},
        {"ceil and floor", "{{ 1.2 | ceil }} {{ -1.2 | floor }}", "2 -2"},
        {"round half away from zero", "{{ 2.5 | round }} {{ -2.5 | round }}", "3 -3"},
        {"round to places", "{{ 3.14159 | round: 2 }} {{ 3.7 | round: -1 }}", "3.14 4"},
        {"at_least and at_most", "{{ 3 | at_least: 5 }} {{ 3 | at_most: 2.5 }}", "5 2.5"},
        {"nil is no number", "{{ nothing | plus: 1 }}", "liquid: Invalid input"},
        {"text is no number", "{{ 1 | plus: 'x' }}", "liquid: Invalid argument"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }
};

QTEST_APPLESS_MAIN(MathFiltersTest)
#include "math_filters_test.moc"

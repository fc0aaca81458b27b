#include "tests/app/liquid/rendering.h"

using namespace postwright;
using namespace postwright::liquid;

class DateFiltersTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"instant", "{{ when | date: '%-d %B %Y' }}", "2 January 2020"},
        {"text", "{{ '02/16/2016 10:00:00' | date: '%F' }}", "2016-02-16"},
        {"a mere day stays", "{{ day | date: '%Y' }}", "2020-01-02"},
        {"other text stays", "{{ 'soon' | date: '%Y' }}", "soon"},
        {"empty format", "{{ when | date: '' }}", "2020-01-02 03:04:05.05 +0100"},
        {"unfinished format", "{{ when | date: '%' }}", "liquid: Invalid date-format string: %"},
        {"other time zone", "{{ when | date_in_tz: '%F %R %z', -5 }}", "2020-01-01 21:04 -0500"},
        {"time zone with an empty format", "[{{ when | date_in_tz: '', 1 }}]", "[]"},
        {"far time zone", "{{ when | date_in_tz: '%F', 26 }}", "liquid: Invalid input"},
        {"no date", "{{ day | date_in_tz: '%F', 1 }}", "liquid: Invalid input"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }

  void date_takesNowFromTheCaller() {
    RenderInput input;
    input.now = makeDateTime({2001, 2, 3}, 0, 0);
    QCOMPARE(tryRender("{{ 'now' | date: '%F' }}", input).value_or(""), std::string("2001-02-03"));
  }
};

QTEST_APPLESS_MAIN(DateFiltersTest)
#include "date_filters_test.moc"

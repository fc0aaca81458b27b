#include "tests/app/liquid/rendering.h"

using namespace postwright;
using namespace postwright::liquid;

class ArrayFiltersTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"join", "{{ list | join: ', ' }}", "3, 1, 2"},
        {"join text", "{{ title | join }}", "liquid: Invalid input"},
        {"sort", "{{ list | sort | join }}", "1 2 3"},
        {"sort is by bytes", "{{ words | sort | join }}", "A a b c"},
        {"sort by property", "{{ posts | sort: 'likes' | map: 'title' | join }}", "Winter Spring autumn"},
        {"sort wants objects", "{{ list | sort: 'likes' }}", "liquid: Invalid input"},
        {"sort nil", "{{ nothing | sort | size }}", "0"},
        {"sort one value", "{{ 'x' | sort | size }}", "1"},
        {"sort_natural", "{{ words | sort_natural | join }}", "A a b c"},
        {"sort_natural by property", "{{ posts | sort_natural: 'title' | map: 'title' | join }}",
         "autumn Spring Winter"},
        {"where truthy", "{{ posts | where: 'tag' | map: 'title' | join }}", "Winter"},
        {"where equal", "{{ posts | where: 'likes', 3 | map: 'title' | join }}", "Winter Spring"},
        {"where among others", "[{{ list | where: 'likes' }}]", "[]"},
        {"where on one object", "{{ page | where: 'data' | size }}", "1"},
        {"uniq", "{{ '1,2,1,a' | split: ',' | uniq | join }}", "1 2 a"},
        {"reverse", "{{ list | reverse | join }}", "2 1 3"},
        {"map drops what has no such key", "{{ posts | map: 'tag' | size }}", "2"},
        {"compact", "{{ posts | map: 'tag' | compact | size }}", "1"},
        {"compact by property", "{{ posts | compact: 'tag' | size }}", "1"},
        {"concat", "{{ list | concat: words | size }}", "7"},
        {"concat text", "{{ list | concat: 'x' }}", "liquid: Invalid argument"},
        {"push and pop", "{{ list | push: 9 | join }}|{{ list | pop | join }}", "3 1 2 9|3 1"},
        {"unshift and shift", "{{ list | unshift: 9 | join }}|{{ list | shift | join }}", "9 3 1 2|1 2"},
        {"pop nothing", "{{ none | pop | shift | size }}", "0"},
        {"sentence", "{{ list | array_to_sentence_string }}", "3, 1, and 2"},
        {"sentence with a word", "{{ page.tags | array_to_sentence_string: 'or' }}", "x, or y"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }

  void push_refusesArraysTooDeepToThrowAway() {
    const Object globals{{"a", Array{1}}};
    RenderInput input;
    input.globals = &globals;
    const auto output =
        tryRender("{% for i in (1..100000) %}{% assign a = a | push: a %}{% endfor %}", input);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::LiquidBudget);
  }

  void concat_refusesTooManyItems() {
    const Object globals{{"a", Array{1}}};
    RenderInput input;
    input.globals = &globals;
    input.budget.outputBytes = 16'000;
    const auto output = tryRender("{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %}", input);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::LiquidBudget);
  }
};

QTEST_APPLESS_MAIN(ArrayFiltersTest)
#include "array_filters_test.moc"

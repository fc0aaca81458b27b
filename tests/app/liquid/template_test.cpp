#include "app/liquid/template.h"

#include <thread>

#include "app/base/text.h"
#include "tests/app/liquid/rendering.h"

using namespace postwright;
using namespace postwright::liquid;

namespace {

Error errorOf(std::string_view text, RenderInput input = {}) {
  const Object globals = sampleGlobals();
  input.globals = &globals;
  const auto output = tryRender(text, input);
  return output ? Error{ErrorCode::FileUnreadable, "rendered", {}, {}, {}} : output.error();
}

/// Made when it is asked for.
class LazyText : public LazyValue {
 public:
  const Value& get() const override { return m_value; }

 private:
  Value m_value = "late";
};

} // namespace

class TemplateTest : public QObject {
  Q_OBJECT

 private slots:
  void lookup_data() {
    addRows({
        {"path", "{{ page.data.hero }}", "sun.png"},
        {"brackets", "{{ page['data'][ \"hero\" ] }}", "sun.png"},
        {"key from a variable", "{% assign k = 'hero' %}{{ page.data[k] }}", "sun.png"},
        {"index", "{{ list[0] }}{{ list[-1] }}{{ list['1'] }}", "321"},
        {"words of an array", "{{ list.first }}{{ list.last }}{{ list.size }}", "323"},
        {"size of text", "{{ title.size }}", "11"},
        {"size of an object", "{{ page.size }}", "2"},
        {"index out of range", "{{ list[3] }}", "liquid: Unknown index"},
        {"unknown key", "{{ page.nope }}", "liquid: Unknown index"},
        {"key of nil", "{{ nothing.x }}", "liquid: Unknown index"},
        {"array as key", "{{ page[list] }}", "liquid: Expected scalar, found `[3, 1, 2, ]`"},
        {"literals", "{{ 'a' }}{{ 1.50 }}{{ +3 }}{{ true }}{{ nil }}{{ empty }}", "a1.53true"},
        {"literals have no keys", "{{ 'abc'.size }}", "liquid:  --> 1:4"},
        {"unknown filter", "{{ 1 | nofilter }}", "liquid: Unknown filter"},
        {"too few arguments", "{{ 1 | plus }}", "liquid: Invalid number of arguments"},
        {"too many arguments", "{{ 1 | plus: 1, 2 }}", "liquid: Invalid number of positional arguments"},
    });
  }
  void lookup() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }

  void render_makesLazyValuesWhenAsked() {
    const Object globals{{"late", Value(std::make_shared<const LazyText>())}};
    QCOMPARE(rendered("{{ late }} {{ late.size }} {{ late | upcase }}", globals), QByteArray("late 4 LATE"));
  }

  void parse_errorsStandWhereAPersonLooks_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* text, const char* place, const char* sentence) {
      QTest::newRow(text) << QByteArray(text) << QByteArray(place) << QByteArray(sentence);
    };
    row("é\n{{ 'é' | upcas }}", "page.md:2:10", "There is no filter 'upcas'; did you mean 'upcase'?");
    row("x {% fro i in a %}", "page.md:1:6", "There is no tag 'fro' here; did you mean 'for'?");
    row("{% if a %}\n", "page.md:1:1", "The block 'if' is never closed: '{% endif %}' is missing");
    row("éé {{ a | }} b", "page.md:1:11", "Liquid cannot read this: '}} b'");
    row("x {{ a", "page.md:1:3", "This tag or expression is never closed");
    row("{% if a\n{{ b }}", "page.md:1:1", "This tag or expression is never closed");
    row("{% for i on a %}{% endfor %}", "page.md:1:10", "This does not fit into the tag 'for': 'on'");
    row("{% for i in %}{% endfor %}", "page.md:1:13", "The tag 'for' needs more");
    row("{{ 99999999999999999999 }}", "page.md:1:4", "This whole number is too large: 99999999999999999999");
    row("{{ 1 | slice }}", "page.md:1:8",
        "The filter 'slice' has a wrong number of arguments (expected at least 1 positional argument)");
    row("{{ pgae }}", "page.md:1:1", "There is no variable 'pgae'; did you mean 'page'?");
    row(" {{ page.data.heor }}", "page.md:1:2", "'page.data' has no 'heor'; did you mean 'hero'?");
    row("{% if yes %}{{ title | times: 2 }}{% endif %}", "page.md:1:13",
        "The filter 'times' cannot take its argument 'operand': Number expected");
  }
  void parse_errorsStandWhereAPersonLooks() {
    QFETCH(QByteArray, text);
    const Error error = errorOf(text.toStdString());
    QTEST(QByteArray::fromStdString(toString(error.where)), "place");
    QTEST(QByteArray::fromStdString(describe(error)), "sentence");
  }

  void parse_countsLinesFromWhereTheTextStands() {
    const auto parsed = parse("\n{{ | }}", {"posts/a.md", 10});
    QCOMPARE(toString(parsed.error().where), std::string("posts/a.md:11:4"));
    QVERIFY(parsed.error().detail.starts_with("liquid:  --> 2:4\n"));
  }

  void parse_permalinksKnowOnlyVariables() {
    const Object globals{{"slug", "x"}};
    RenderInput input;
    input.globals = &globals;
    QCOMPARE(render(**parse("/{{ slug }}/", {}, Dialect::VariablesOnly), input).value_or(""),
             std::string("/x/"));
    QVERIFY(parse("{{ slug | upcase }}", {}, Dialect::VariablesOnly)
                .error()
                .detail.ends_with("available filters=\n"));
    QVERIFY(!parse("{% if a %}{% endif %}", {}, Dialect::VariablesOnly));
  }

  void render_keepsEveryLimit() {
    RenderInput input;
    input.budget.outputBytes = 100;
    QCOMPARE(errorOf("{% for i in (1..50) %}abc{% endfor %}", input).code, ErrorCode::LiquidOutputBudget);
    QCOMPARE(
        errorOf("{% for i in (1..9) %}{% assign title = title | append: title %}{% endfor %}", input).code,
        ErrorCode::LiquidBudget);
    input = {};
    input.budget.loopTurns = 100;
    QCOMPARE(errorOf("{% for i in (1..11) %}{% for j in (1..10) %}{% endfor %}{% endfor %}", input).code,
             ErrorCode::LiquidLoopBudget);
  }

  void render_stopsWhenAsked() {
    std::stop_source source;
    source.request_stop();
    RenderInput input;
    input.stop = source.get_token();
    QCOMPARE(errorOf("{% for i in list %}{% endfor %}", input).code, ErrorCode::Cancelled);
  }

  void parse_blocksNestOnlySoDeep() {
    std::string text;
    for (int i = 0; i < 100'000; ++i)
      text += "{% if yes %}";
    QCOMPARE(errorOf(text).code, ErrorCode::LiquidDepthBudget);
  }

  void render_fillsTheMap() {
    OutputMap map;
    const Object globals = sampleGlobals();
    RenderInput input;
    input.globals = &globals;
    input.map = &map;
    const auto output =
        tryRender("ab{{ page.data.hero | upcase }}\n{% for i in (1..2) %}-{% endfor %}", input);
    QCOMPARE(output.value_or(""), std::string("abSUN.PNG\n--"));
    QCOMPARE(map.files, std::vector<std::string>{"page.md"});
    QCOMPARE(map.ranges.size(), std::size_t{5});
    QCOMPARE(map.ranges[0].end, std::size_t{2});
    QVERIFY(map.ranges[0].verbatim);
    QCOMPARE(map.ranges[1].variable, std::string("page.data.hero"));
    QCOMPARE(map.ranges[1].column, 3);
    QCOMPARE(map.ranges[4].begin, std::size_t{11});
    QCOMPARE(map.ranges[4].line, 2);
  }

  void render_mapNamesWhatWasGiven_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("variables");
    const auto row = [](const char* text, const char* variables) {
      QTest::newRow(text) << QByteArray(text) << QByteArray(variables);
    };
    row("{% for t in list %}{{ t }}{% endfor %}", "list.0 list.1 list.2");
    row("{% for t in list reversed limit: 2 %}{{ t | upcase }}{% endfor %}", "list.1 list.0");
    row("{% for t in list offset: 1 %}{{ t }}{% endfor %}", "list.1 list.2");
    row("{% tablerow t in list limit: 1 %}{{ t }}{% endtablerow %}", "list.0");
    row("{% for a in rows %}{% for b in a.cells %}{{ b.text }}{% endfor %}{% endfor %}",
        "rows.0.cells.0.text");
    row("{% for list in rows %}{{ list.name }}{% endfor %}{{ list.first }}", "rows.0.name list.first");
    row("{% include 'tags' tags: list %}", "list.0 list.1 list.2");
    row("{% render 'tags', tags: list %}", "list.0 list.1 list.2");
    row("{% render 'one' for list as t %}", "list.0 list.1 list.2");
    row("{% assign x = rows[0] %}{{ x.name }}", "rows.0.name");
    row("{% assign x = list | sort %}{% assign y = x %}{% for t in y limit: 1 %}{{ t }}{% endfor %}",
        "list.0");
    row("{% assign x = list %}{% capture x %}c{% endcapture %}{{ x }}", "x");
    row("{% for i in (1..2) %}{{ i }}{% endfor %}", "i i");
    row("{% for list in (1..2) %}{{ list }}{% endfor %}", "list list");
    row("{% for t in list limit: 1 %}{{ forloop.index }}{% endfor %}", "forloop.index");
  }
  void render_mapNamesWhatWasGiven() {
    QFETCH(QByteArray, text);
    const Object globals{{"list", Array{"a", "b", "c"}},
                         {"rows", Array{Object{{"name", "n"}, {"cells", Array{Object{{"text", "x"}}}}}}}};
    const TextPartials partials({{"tags", "{% for tag in tags %}{{ tag }}{% endfor %}"}, {"one", "{{ t }}"}});
    OutputMap map;
    RenderInput input;
    input.globals = &globals;
    input.partials = &partials;
    input.map = &map;
    QVERIFY(tryRender(text.toStdString(), input));
    std::string variables;
    for (const OutputRange& range : map.ranges)
      if (!range.variable.empty()) variables += (variables.empty() ? "" : " ") + range.variable;
    QTEST(QByteArray::fromStdString(variables), "variables");
  }

  void render_mapPlacesWhatFollowsOtherTags() {
    const std::string text =
        "é{{ 1 }}\n{% comment %}\n{% if 1 %}x\n{% endif %}{% endcomment %}é{{ 2 }}{% raw %}\n{{ {% endraw "
        "%}{{ 3 }}";
    OutputMap map;
    RenderInput input;
    input.map = &map;
    const auto parsed = parse(text, {"a.md", 5});
    const auto output = render(**parsed, input);
    QCOMPARE(output.value_or(""), std::string("é1\né2\n{{ 3"));
    const LineIndex lines(text);
    for (const OutputRange& range : map.ranges) {
      const LineColumn place = lines.at(range.sourceOffset);
      QCOMPARE(range.line, place.line + 4);
      QCOMPARE(range.column, place.column);
    }
    QCOMPARE(map.ranges.size(), std::size_t{7});
  }

  void render_mapLeavesOutWhatWasTakenBack() {
    OutputMap map;
    RenderInput input;
    input.map = &map;
    const auto output = tryRender("{% capture x %}abc{% endcapture %}d{{ x }}", input);
    QCOMPARE(output.value_or(""), std::string("dabc"));
    QCOMPARE(map.ranges.size(), std::size_t{2});
    QCOMPARE(map.ranges[0].begin, std::size_t{0});
    QCOMPARE(map.ranges[1].variable, std::string("x"));
  }

  void render_isSafeFromSeveralThreads() {
    const auto parsed =
        *parse("{% for i in (1..2000) %}{{ i | times: 2 | append: 'ß' | upcase }}{% endfor %}{{ nope }}");
    std::vector<std::jthread> threads;
    std::vector<SourcePosition> places(4);
    for (SourcePosition& place : places)
      threads.emplace_back([&] { place = render(*parsed, {}).error().where; });
    threads.clear();
    for (const SourcePosition& place : places)
      QCOMPARE(toString(place), std::string(":1:78"));
  }

  void toText_printsAsTemplatesDo() { QCOMPARE(toText(Array{1, "a", 2.5}), std::string("1a2.5")); }
};

QTEST_APPLESS_MAIN(TemplateTest)
#include "template_test.moc"

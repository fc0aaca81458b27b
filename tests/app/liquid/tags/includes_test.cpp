#include "tests/app/liquid/rendering.h"

using namespace postwright;
using namespace postwright::liquid;

namespace {

const TextPartials kPartials({
    {"show.html", "[{{ x }}]"},
    {"leak.html", "{% assign leaked = 'yes' %}"},
    {"stop.html", "a{% break %}b"},
    {"broken.html", "fine\n{% if %}"},
    {"outer.html", "\n{% include 'inner.html' %}"},
    {"inner.html", "\n\n{{ nope }}"},
    {"self.html", "{% include 'self.html' %}{% include 'self.html' %}"},
    {"turn.liquid", "{{ forloop.index }}{{ item }} "},
    {"count.liquid", "{% increment n %}{% cycle 'a', 'b' %}"},
});

} // namespace

class IncludesTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"include sees everything", "{% assign x = 1 %}{% include 'show.html' %}", "[1]"},
        {"include with a value", "{% include 'show.html' x: seven %}", "[7]"},
        {"include leaks", "{% include 'leak.html' %}{{ leaked }}", "yes"},
        {"include passes a break on", "{% for i in list %}{% include 'stop.html' %}{% endfor %}", "a"},
        {"include by variable", "{% assign n = 'show.html' %}{% include n x: 2 %}", "[2]"},
        {"one comma may be left", "{% include 'show.html' x: 2, %}", "[2]"},
        {"no comma before the first", "{% include 'show.html', x: 2 %}", "liquid:  --> 1:23"},
        {"missing value", "{% include 'show.html' x: nope %}", "liquid: failed to evaluate value"},
        {"unknown include", "{% include 'shown.html' %}", "liquid: Unknown partial-template"},
        {"name must be a scalar", "{% include list %}", "liquid: Can only `include` strings"},
        {"broken include, not used", "{% if no %}{% include 'broken.html' %}{% endif %}ok", "ok"},
        {"broken include", "{% include 'broken.html' %}", "liquid:  --> 2:6"},
        {"render is isolated", "{% assign x = 1 %}{% render 'show.html' %}", "liquid: Unknown variable"},
        {"render with a value", "{% render 'show.html', x: title %}", "[Hello World]"},
        {"render with", "{% render 'show.html' with seven as x %}", "[7]"},
        {"render adds the ending", "{% render 'turn' for page.tags as item %}", "1x 2y "},
        {"render over a range", "{% render 'turn' for (4..5) as item %}", "14 25 "},
        {"render does not leak", "{% render 'leak.html' %}{% if leaked %}a{% endif %}b", "b"},
        {"render keeps a break", "{% for i in page.tags %}{% render 'stop.html' %}{% endfor %}", "aa"},
        {"counters are shared, cycles are not", "{% render 'count' %}{% render 'count' %}{{ n }}", "0a1a2"},
        {"comma missing", "{% render 'show.html' x: 1 %}", "liquid:  --> 1:23"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals(), &kPartials), "output");
  }

  void include_errorNamesTheFileAndTheChain() {
    RenderInput input;
    input.partials = &kPartials;
    const auto output = tryRender("x\n {% include 'outer.html' %}", input);
    QVERIFY(!output);
    const Error& error = output.error();
    QCOMPARE(error.code, ErrorCode::LiquidUnknownVariable);
    QCOMPARE(toString(error.where), std::string("_includes/inner.html:3:1"));
    QCOMPARE(error.chain.size(), std::size_t{2});
    QCOMPARE(toString(error.chain[0]), std::string("_includes/outer.html:2:1"));
    QCOMPARE(toString(error.chain[1]), std::string("page.md:2:2"));
    QCOMPARE(error.detail, std::string("liquid: Unknown variable\n"
                                       "  with:\n"
                                       "    requested variable=nope\n"
                                       "from: {% include \"inner.html\" %}\n"
                                       "  with:\n"
                                       "    \"inner.html\"=inner.html\n"
                                       "from: {% include \"outer.html\" %}\n"
                                       "  with:\n"
                                       "    \"outer.html\"=outer.html\n"));
  }

  void include_suggestsANearName() {
    RenderInput input;
    input.partials = &kPartials;
    const auto output = tryRender("{% include 'shwo.html' %}", input);
    QCOMPARE(describe(output.error()),
             std::string("There is no include 'shwo.html'; did you mean 'show.html'?"));
  }

  void include_ofItselfEnds() {
    RenderInput input;
    input.partials = &kPartials;
    const auto output = tryRender("{% include 'self.html' %}", input);
    QCOMPARE(output.error().code, ErrorCode::LiquidIncludeBudget);
  }
};

QTEST_APPLESS_MAIN(IncludesTest)
#include "includes_test.moc"

#include "app/liquid/problems.h"

#include "tests/app/liquid/rendering.h"
#include "tests/cpu_timer.h"

using namespace postwright;
using namespace postwright::liquid;

namespace {

/// "line:column code" of every problem, the first one first.
QByteArray problemsOf(std::string_view text, const Partials* partials = nullptr) {
  const Object globals = sampleGlobals();
  RenderInput input;
  input.globals = &globals;
  input.partials = partials;
  input.findsAll = true;
  const auto output = tryRender(text, input);
  if (output) return "none";
  std::vector<Error> errors{output.error()};
  errors.insert(errors.end(), output.error().others.begin(), output.error().others.end());
  QByteArray all;
  for (const Error& error : errors) {
    if (!all.isEmpty()) all += "; ";
    all += QByteArray::fromStdString(toString(error.where)).replace("page.md:", "");
    all += " " + QByteArray::fromStdString(describe(error));
    for (const SourcePosition& site : error.chain)
      all += " < " + QByteArray::fromStdString(toString(site));
  }
  return all;
}

} // namespace

class ProblemsTest : public QObject {
  Q_OBJECT

 private slots:
  void parse_goesOnBehindEachProblem_data() {
    addRows({
        {"two filters", "{{ 1 | a1 }}\n{{ 1 | b1 }}",
         "1:8 There is no filter 'a1'; 2:8 There is no filter 'b1'"},
        {"what cannot be read, then a filter", "{{ a | }}\n\n {{ 1 | b1 }}",
         "1:8 Liquid cannot read this: '}}'; 3:9 There is no filter 'b1'"},
        {"inside a block", "{% if yes %}{{ 1 | a1 }}{% else %}\n{{ 1 | b1 }}{% endif %}\n{{ 1 | c1 }}",
         "1:20 There is no filter 'a1'; 2:8 There is no filter 'b1'; 3:8 There is no filter 'c1'"},
        {"a broken block has its end", "{% for %}{{ 1 | a1 }}{% else %}x{% endfor %}\n{{ 1 | b1 }}",
         "1:7 The tag 'for' needs more; 1:17 There is no filter 'a1'; 2:8 There is no filter 'b1'"},
        {"an unreadable block has its end", "{% if a @ %}{% if b %}x{% endif %}{% endif %}\n{{ 1 | b1 }}",
         "1:9 Liquid cannot read this: '@ %}{% if b %}x{% endif'; 2:8 There is no filter 'b1'"},
        {"verbatim text is not read", "{% raw x %}{{ | }}{% endraw %}{{ 1 | b1 }}",
         "1:8 This does not fit into the tag 'raw': 'x'; 1:38 There is no filter 'b1'"},
        {"comments are not read",
         "{{ 1 | a1 }}{% comment %}{% if a %}{{ 1 | b1 }}{% endif %}{% endcomment %}",
         "1:8 There is no filter 'a1'"},
        {"an unknown block and its end", "{% form %}{{ 1 | a1 }}{% else %}{% endform %}",
         "1:4 There is no tag 'form' here; did you mean 'for'?; 1:18 There is no filter 'a1'"},
        {"an end that is too much", "{% if a %}{% for x in a %}{% endif %}{% endif %}{{ 1 | a1 }}",
         "1:30 There is no tag 'endif' here; 1:56 There is no filter 'a1'"},
        {"two blocks that stay open", "{% if a %}\n{% for x in a %}",
         "2:1 The block 'for' is never closed: '{% endfor %}' is missing; "
         "1:1 The block 'if' is never closed: '{% endif %}' is missing"},
        {"arguments of an end tag", "{% if a %}{% endif b %}{{ 1 | a1 }}",
         "1:20 This does not fit into the tag 'endif': 'b'; 1:31 There is no filter 'a1'"},
    });
  }
  void parse_goesOnBehindEachProblem() {
    QFETCH(QByteArray, text);
    QTEST(problemsOf(text.toStdString()), "output");
  }

  void render_goesOnBehindEachProblem_data() {
    addRows({
        {"names and keys", "{{ quux }}{{ page.titel }}\n{{ neither }}",
         "1:1 There is no variable 'quux'; 1:11 'page' has no 'titel'; 2:1 There is no variable 'neither'"},
        {"a loop fails once", "{{ neither }}{% for p in posts %}{{ p.quux }}{% endfor %}",
         "1:1 There is no variable 'neither'; 1:34 'p' has no 'quux'"},
        {"what a failed tag would have set", "{% assign x = page.quux %}{{ x }}{{ page.neither }}",
         "1:1 'page' has no 'quux'; 1:34 'page' has no 'neither'"},
        {"what a failed loop would have set",
         "{% for p in quux %}{% assign x = 1 %}{% endfor %}{{ x }}{{ 'a' | times: 2 }}",
         "1:1 There is no variable 'quux'; "
         "1:57 The filter 'times' cannot take its argument 'operand': Number expected"},
        {"a limit ends it", "{{ quux }}{% for i in (1..999999999) %}{% endfor %}{{ neither }}",
         "1:1 There is no variable 'quux'"},
    });
  }
  void render_goesOnBehindEachProblem() {
    QFETCH(QByteArray, text);
    QTEST(problemsOf(text.toStdString()), "output");
  }

  void render_namesTheIncludesOfEachProblem() {
    const TextPartials partials({{"a", "x\n{{ quux }}{% include 'b' %}"}, {"b", "{{ page.none }}"}});
    QCOMPARE(problemsOf("\n{% include 'a' %}", &partials),
             QByteArray("_includes/a:2:1 There is no variable 'quux' < page.md:2:1; "
                        "_includes/b:1:1 'page' has no 'none' < _includes/a:2:11 < page.md:2:1"));
  }

  void render_hasEveryProblemOfABrokenInclude() {
    const TextPartials partials(std::map<std::string, std::string>{{"a", "{{ 1 | a1 }}\n{{ 1 | b1 }}"}});
    QCOMPARE(problemsOf("{% include 'a' %}{{ page.none }}", &partials),
             QByteArray("_includes/a:1:8 There is no filter 'a1' < page.md:1:1; "
                        "_includes/a:2:8 There is no filter 'b1' < page.md:1:1; "
                        "1:18 'page' has no 'none'"));
  }

  void problems_endAtSome() {
    std::string text;
    for (int i = 0; i < 1000; ++i)
      text += "{{ 1 | f" + std::to_string(i) + " }}{% if @ %}";
    const auto parsed = parse(text);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().others.size() >= 40 && parsed.error().others.size() <= 50);
  }

  void parse_endsSoonInBlocksThatFailAllOver_data() {
    QTest::addColumn<QByteArray>("repeated");
    for (const char* text :
         {"{% if a %}", "{% endif %}", "{% if @ %}", "{% comment @ %}", "{% x %}", "{{ @ }}"})
      QTest::newRow(text) << QByteArray(text);
  }
  void parse_endsSoonInBlocksThatFailAllOver() {
    QFETCH(QByteArray, repeated);
    const std::string text = "{{ 1 | a1 }}" + repeated.repeated(20'000).toStdString();
    test::CpuTimer timer;
    const auto parsed = parse(text);
    QVERIFY(!parsed && parsed.error().others.size() <= 50);
    QVERIFY(timer.elapsed() < 5000); // a tenth of a second; without an end it is quadratic and takes a minute
  }
};

QTEST_APPLESS_MAIN(ProblemsTest)
#include "problems_test.moc"

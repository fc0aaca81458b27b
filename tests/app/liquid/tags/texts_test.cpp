#include "tests/app/liquid/rendering.h"

using namespace postwright;
using namespace postwright::liquid;

class TextsTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"raw", "{% raw %}{{ a }} {% if %} {{ {% endraw %}!", "{{ a }} {% if %} {{ !"},
        {"raw with an odd end tag", "{% raw %}a{% endraw x %}b{% endraw %}", "a{% endraw x %}b"},
        {"raw trims", "x {%- raw -%} a {%- endraw -%} y", "xay"},
        {"raw takes nothing", "{% raw x %}{% endraw %}", "liquid:  --> 1:8"},
        {"comment", "a{% comment %} {{ b {% wrong %} {% endcomment %}c", "ac"},
        {"comments nest", "a{% comment %}{% comment %}x{% endcomment %}y{% endcomment %}c", "ac"},
        {"raw in a comment hides its end",
         "{% comment %}{% raw %}{% endcomment %}{% endraw %}x{% endcomment %}y", "y"},
        {"open block in a comment", "{% comment %}{% if a %}{% endcomment %}x", "liquid:  --> 1:41"},
        {"highlight", "{% highlight rust %}let a = \"<&'\";\n{% endhighlight %}",
         "<pre><code class=\"language-rust\">let a = &quot;&lt;&amp;&#39;&quot;;\n</code></pre>\n"},
        {"highlight with a literal", "{% highlight 'c++' %}x{% endhighlight %}",
         "<pre><code class=\"language-c++\">x</code></pre>\n"},
        {"highlight without language", "{% highlight %}{{ x }}{% endhighlight %}",
         "<pre><code>{{ x }}</code></pre>\n"},
        {"highlight with too much", "{% highlight rust linenos %}{% endhighlight %}", "liquid:  --> 1:19"},
        {"unknown tag", "{% foo %}", "liquid:  --> 1:4"},
        {"stray end tag", "a{% endif %}", "liquid:  --> 1:5"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text), "output");
  }

  void highlight_asksTheCaller() {
    RenderInput input;
    input.highlight = [](std::string_view code, std::optional<std::string_view> language) {
      return "(" + std::string(language.value_or("none")) + ":" + std::string(code) + ")";
    };
    QCOMPARE(tryRender("{% highlight c %}x{% endhighlight %}{% highlight %}y{% endhighlight %}", input)
                 .value_or(""),
             std::string("(c:x)(none:y)"));
  }
};

QTEST_APPLESS_MAIN(TextsTest)
#include "texts_test.moc"

#include "tests/app/liquid/rendering.h"

using namespace postwright::liquid;

class HtmlFiltersTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"escape", R"({{ '<a href="x">&amp;</a>' | escape }})",
         "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"},
        {"escape_once", "{{ '&amp; & &copy; &#39;' | escape_once }}", "&amp; &amp; &amp;copy; &#39;"},
        {"strip_html", "{{ '<p class=x>a</p><!-- b --><br>c' | strip_html }}", "ac"},
        {"strip_html drops scripts", "{{ 'a<SCRIPT>if (1<2) {}</script >b</Script>c' | strip_html }}", "ac"},
        {"strip_html drops styles", "{{ 'a<style>p > a {}</style>b' | strip_html }}", "ab"},
        {"strip_html leaves what is open", "{{ 'a < b <!-- c' | strip_html }}", "a < b <!-- c"},
        {"newline_to_br", "{{ 'a\nb' | newline_to_br }}", "a<br />\nb"},
        {"url_encode", "{{ 'a b/é~x-._' | url_encode }}", "a%20b%2F%C3%A9%7Ex-._"},
        {"url_decode", "{{ 'a+b%2f%zz%C3%A9' | url_decode }}", "a b/%zzé"},
        {"url_decode broken text", "{{ '%FF' | url_decode }}", "liquid: Invalid input"},
        {"nil stays nil", "{{ nothing | escape | url_encode | default: 'nil' }}", "nil"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }
};

QTEST_APPLESS_MAIN(HtmlFiltersTest)
#include "html_filters_test.moc"

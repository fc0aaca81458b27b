#include "tests/app/liquid/rendering.h"

using namespace postwright::liquid;

class SlugFiltersTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"usual", "{{ ' Hello, Wörld_1! ' | slugify }}", "hello-wörld-1"},
        {"unknown mode", "{{ 'A b' | slugify: 'x' }}", "a-b"},
        {"none", "{{ ' A  b_' | slugify: 'none' }}", "a  b_"},
        {"raw", "{{ 'A  b_!' | slugify: 'raw' }}", "a-b_!"},
        {"pretty", "{{ 'A b_(c)~/d' | slugify: 'pretty' }}", "a-b_(c)~-d"},
        {"ascii", "{{ 'Wörld' | slugify: 'ascii' }}", "w-rld"},
        {"latin", "{{ 'Wörld 日本' | slugify: 'latin' }}", "world-ri-ben"},
        {"nothing left", "[{{ '!?' | slugify }}]", "[]"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text), "output");
  }
};

QTEST_APPLESS_MAIN(SlugFiltersTest)
#include "slug_filters_test.moc"

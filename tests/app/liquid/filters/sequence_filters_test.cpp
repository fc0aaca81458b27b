#include "tests/app/liquid/rendering.h"

using namespace postwright::liquid;

class SequenceFiltersTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"size in bytes", "{{ 'é1' | size }}", "3"},
        {"size of a number", "{{ 12.5 | size }}", "4"},
        {"size of an array", "{{ list | size }}", "3"},
        {"size of nil", "{{ nothing | size }}", "0"},
        {"default for nil", "{{ nothing | default: 'x' }}", "x"},
        {"default for false", "{{ no | default: 'x' }}", "x"},
        {"default for empty text", "{{ '' | default: 1 }}", "1"},
        {"default keeps zero", "{{ 0 | default: 1 }}", "0"},
        {"default keeps blanks", "[{{ ' ' | default: 1 }}]", "[ ]"},
        {"default needs a variable", "{{ missing | default: 1 }}", "liquid: Unknown variable"},
        {"default takes no names", "{{ 1 | default: 2, allow_false: true }}",
         "liquid: Unexpected named argument `allow_false`"},
        {"first", "{{ list | first }}{{ 'éa' | first }}{{ none | first }}", "3é"},
        {"last", "{{ list | last }}{{ 'aé' | last }}{{ 25 | last }}", "2é5"},
        {"first of an object", "{{ page | first }}", "liquid: Invalid input"},
        {"slice text", "{{ 'héllo' | slice: 1, 3 }}", "éll"},
        {"slice from the end, in bytes", "{{ 'héllo' | slice: -3, 2 }}", "lo"},
        {"slice one", "{{ 'abc' | slice: 1 }}", "b"},
        {"slice beyond", "[{{ 'abc' | slice: 9, 2 }}]", "[]"},
        {"slice array", "{{ list | slice: 1, 5 | join }}", "1 2"},
        {"slice nothing", "{{ 'abc' | slice: 1, 0 }}", "liquid: Invalid argument"},
        {"pluralize", "{{ 1 | pluralize: 'item', 'items' }} {{ '2' | pluralize: 'item', 'items' }}",
         "item items"},
        {"pluralize a fraction", "{{ 1.0 | pluralize: 'a', 'b' }}", "liquid: Invalid input"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }
};

QTEST_APPLESS_MAIN(SequenceFiltersTest)
#include "sequence_filters_test.moc"

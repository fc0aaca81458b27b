#include "tests/app/liquid/rendering.h"

using namespace postwright::liquid;

class StringFiltersTest : public QObject {
  Q_OBJECT

 private slots:
  void result_data() {
    addRows({
        {"append to nil", "{{ nothing | append: 'x' }}", "x"},
        {"prepend number", "{{ 'a' | prepend: 1.5 }}", "1.5a"},
        {"capitalize leaves the rest", "{{ 'hELLO' | capitalize }}", "HELLO"},
        {"upcase", "{{ 'Straße' | upcase }}", "STRASSE"},
        {"downcase", "{{ 'ÀB' | downcase }}", "àb"},
        {"strip", "[{{ '  a b\n' | strip }}]", "[a b]"},
        {"lstrip", "[{{ ' a ' | lstrip }}]", "[a ]"},
        {"rstrip", "[{{ ' a ' | rstrip }}]", "[ a]"},
        {"strip_newlines", "{{ 'a\nb' | strip_newlines }}", "ab"},
        {"remove", "{{ 'banana' | remove: 'an' }}", "ba"},
        {"remove_first", "{{ 'banana' | remove_first: 'an' }}", "bana"},
        {"replace", "{{ 'banana' | replace: 'a', 'o' }}", "bonono"},
        {"replace without replacement", "{{ 'banana' | replace: 'a' }}", "bnn"},
        {"replace nothing", "{{ 'aé' | replace: '', '-' }}", "-a-é-"},
        {"replace_first nothing", "{{ 'ab' | replace_first: '', '-' }}", "-ab"},
        {"split", "{{ 'a, b,c' | split: ',' | join: '|' }}", "a| b|c"},
        {"split by nothing", "{{ 'aé' | split: '' | join: '|' }}", "|a|é|"},
        {"split empty text", "{{ '' | split: ',' | size }}", "0"},
        {"truncate", "{{ 'Ground control' | truncate: 9 }}", "Ground..."},
        {"truncate counts bytes, keeps clusters", "{{ 'ééé' | truncate: 5, '' }}", "ééé"},
        {"truncate fits", "{{ 'abc' | truncate: 3 }}", "abc"},
        {"truncate shorter than its ellipsis", "{{ 'abcdef' | truncate: 2 }}", "..."},
        {"truncate negative", "{{ 'abc' | truncate: -1 }}", "abc"},
        {"truncatewords", "{{ 'one two three' | truncatewords: 2 }}", "one two..."},
        {"truncatewords counts single blanks", "{{ 'a  b c' | truncatewords: 2, '' }}", "a "},
        {"truncatewords none", "{{ 'a b' | truncatewords: 0 }}", "..."},
        {"length must be whole", "{{ 'abc' | truncate: 1.5 }}", "liquid: Invalid argument"},
    });
  }
  void result() {
    QFETCH(QByteArray, text);
    QTEST(rendered(text, sampleGlobals()), "output");
  }
};

QTEST_APPLESS_MAIN(StringFiltersTest)
#include "string_filters_test.moc"

#include "app/liquid/reads.h"

#include <QTest>

using namespace postwright::liquid;

namespace {

/// "page.title@1 page.data.hero@3", "|" and the includes.
QByteArray shown(const TemplateReads& reads) {
  QByteArray text;
  for (const VariableRead& read : reads.variables) {
    QByteArray path;
    for (const std::string& step : read.path)
      path += (path.isEmpty() ? "" : ".") + QByteArray::fromStdString(step);
    if (path.isEmpty()) continue;
    text += (text.isEmpty() ? "" : " ") + path + "@" + QByteArray::number(read.line);
  }
  for (const std::string& include : reads.includes)
    text += "|" + QByteArray::fromStdString(include);
  return text;
}

} // namespace

class ReadsTest : public QObject {
  Q_OBJECT

 private slots:
  void readsOf_names_data();
  void readsOf_names();
  void readsOf_includerAliases_hold();
  void readsOf_givesItsAliases();
};

void ReadsTest::readsOf_names_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("expected");
  const auto row = [](const char* name, const char* text, const char* expected) {
    QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
  };
  row("output", "a\n{{ page.data.hero | upcase }}", "page.data.hero@2");
  row("argument", "{{ 'x' | append: page.title }}", "page.title@1");
  row("condition", "{% if page.data.a == site.title and page['b'] %}{% endif %}",
      "page.data.a@1 site.title@1 page.b@1");
  row("computed key ends the path", "{{ page.data[key].deep }}", "page.data@1 key@1");
  row("index ends the path", "{{ page.tags[0] }}", "page.tags@1");
  row("loop", "{% for img in page.data.images %}\n{{ img.url }}{% endfor %}",
      "page.data.images@1 page.data.images.url@2");
  row("assign", "{% assign d = page.data %}{{ d.x }}", "page.data@1 page.data.x@1");
  row("assigned text hides", "{% assign page = 'x' %}{{ page.title }}", "");
  row("capture hides", "{% capture c %}{{ page.a }}{% endcapture %}{{ c }}", "page.a@1");
  row("raw and comment",
      "{% raw %}{{ page.a }}{% endraw %}{% comment %}{{ page.b }}{% endcomment %}{{ page.c }}", "page.c@1");
  row("include", "{% include 'head.liquid' %}{% include page.x %}", "page.x@1|head.liquid");
  row("broken", "{{ page.a }}{% if %}{{ | }} {{ page.b }", "page.a@1");
}

void ReadsTest::readsOf_names() {
  QFETCH(QByteArray, text);
  QTEST(shown(readsOf(text.toStdString())), "expected");
}

void ReadsTest::readsOf_includerAliases_hold() {
  const Aliases aliases{{"post", {"collections", "posts", "pages"}}};
  QCOMPARE(shown(readsOf("{{ post.title }}", aliases)), QByteArray("collections.posts.pages.title@1"));
}

void ReadsTest::readsOf_givesItsAliases() {
  const TemplateReads reads = readsOf("{% for p in paginator.pages %}{% include 'card' %}{% endfor %}");
  QCOMPARE(reads.aliases.at("p"), (std::vector<std::string>{"paginator", "pages"}));
}

QTEST_APPLESS_MAIN(ReadsTest)
#include "reads_test.moc"

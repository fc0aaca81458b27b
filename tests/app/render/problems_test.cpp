// All that `postwright check` says of one document.
#include <QTest>

#include "app/render/page.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using testing::SiteFolder;

namespace {

QByteArray problemsOf(const std::string& text, const SiteFolder::Files& files = {}) {
  SiteFolder::Files all = files;
  all.insert({{"_cobalt.yml", ""}, {"_layouts/post.liquid", "{{ page.content }}"}});
  const SiteFolder folder(all);
  const DateTime now = makeDateTime({2026, 11, 1}, 0, 0);
  const render::Page page =
      render::renderPage({folder.load(), "posts/a.md", text, now, render::Drafts::Auto});
  if (page.ok) return "none";
  QByteArray problems;
  for (const Diagnostic& diagnostic : page.diagnostics)
    problems += QByteArray::fromStdString(toString(diagnostic)).replace("posts/a.md:", "") + "\n";
  return problems;
}

} // namespace

class ProblemsTest : public QObject {
  Q_OBJECT

 private slots:
  void frontMatter_hasEveryWrongField() {
    QCOMPARE(
        problemsOf("---\ntitel: x\nis_draft: yes\ntags: one\nweight: 1\ndata:\n  a: 1\nweight: 2\n---\n"),
        QByteArray("2:1: There is no field 'titel'; did you mean 'title'?\n"
                   "3:11: 'is_draft' must be true or false\n"
                   "4:7: 'tags' must be a list, such as [one, two]\n"
                   "8:1: 'weight' is written twice\n"));
  }

  void frontMatter_hasWrongFieldsInsidePagination() {
    QCOMPARE(
        problemsOf("---\nformat: Roar\npagination:\n  include: Tagz\n  per_page: many\nslug: [a]\n---\n"),
        QByteArray("2:9: 'format' must be one of: Raw, Markdown\n"
                   "4:12: 'include' must be one of: None, All, Tags, Categories, Dates; "
                   "did you mean 'Tags'?\n"
                   "5:13: 'per_page' must be a whole number\n"
                   "6:7: 'slug' must be a text\n"));
  }

  void frontMatter_hasWhatItsFieldsMeanWrongly() {
    QCOMPARE(
        problemsOf("---\ntags: ['']\npermalink: /{{ nope }}/\n---\n"),
        QByteArray("2:7: A tag is empty\n3:12: The permalink '/{{ nope }}/' cannot be made into a URL\n"));
  }

  void frontMatter_bodyAndLayoutAreSaidTogether() {
    QCOMPARE(
        problemsOf("---\nis_draft: yes\nlayout: pots.liquid\n---\n{{ 1 | upcas }}\n\n{% if %}{% endif %}\n"),
        QByteArray("2:11: 'is_draft' must be true or false\n"
                   "5:8: There is no filter 'upcas'; did you mean 'upcase'?\n"
                   "7:6: The tag 'if' needs more\n"
                   "3:9: There is no layout 'pots.liquid'; did you mean 'post.liquid'?\n"));
  }

  void body_failsInEveryPlaceAndLacksItsLayout() {
    QCOMPARE(problemsOf("---\nlayout: pots.liquid\n---\n{{ page.titel }}\n\n{{ page.tagz }}\n"),
             QByteArray("4:1: 'page' has no 'titel'; did you mean 'title'?\n"
                        "6:1: 'page' has no 'tagz'; did you mean 'tags'?\n"
                        "2:9: There is no layout 'pots.liquid'; did you mean 'post.liquid'?\n"));
  }

  void layout_hasEveryProblem() {
    const std::string post = "---\nlayout: post.liquid\n---\nx";
    QCOMPARE(problemsOf(post, {{"_layouts/post.liquid", "{{ 1 | a1 }}\n{{ 1 | b1 }}"}}),
             QByteArray("_layouts/post.liquid:1:8: There is no filter 'a1'\n"
                        "_layouts/post.liquid:2:8: There is no filter 'b1'\n"));
    QCOMPARE(problemsOf(post, {{"_layouts/post.liquid", "{{ quux }}\n{{ page.none }}"}}),
             QByteArray("_layouts/post.liquid:1:1: There is no variable 'quux'\n"
                        "_layouts/post.liquid:2:1: 'page' has no 'none'\n"));
  }

  void yaml_thatCannotBeRead_isOneProblem() {
    QCOMPARE(problemsOf("---\ntitle: a: b\nis_draft: yes\n---\n"),
             QByteArray("2:9: A text with ': ' in it must stand in quotation marks\n"));
  }

  void columns_countCharactersOfTheFile_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problems");
    const QByteArray wrongField = "2:11: 'is_draft' must be true or false\n";
    const QByteArray wrongKey = "4:6: 'page' has no 'x'\n";
    QTest::newRow("LF") << QByteArray("---\ntitle: x\n---\nähé: {{ page.x }}") << wrongKey;
    QTest::newRow("CRLF") << QByteArray("---\r\ntitle: x\r\n---\r\nähé: {{ page.x }}\r\n") << wrongKey;
    QTest::newRow("lone CR") << QByteArray("---\ntitle: x\n---\nähé: {{ page.x }}\r") << wrongKey;
    QTest::newRow("wide characters") << QByteArray("---\ntitle: x\n---\n😀日本 {{ page.x }}")
                                     << QByteArray("4:5: 'page' has no 'x'\n");
    QTest::newRow("tab") << QByteArray("---\ntitle: x\n---\n\t\t{{ page.x }}")
                         << QByteArray("4:3: 'page' has no 'x'\n");
    QTest::newRow("BOM, which hides the fence")
        << QByteArray("\xEF\xBB\xBF{{ page.x }}\n{{ page.y }}")
        << QByteArray("1:1: 'page' has no 'x'\n2:1: 'page' has no 'y'\n");
    QTest::newRow("BOM, old form") << QByteArray("\xEF\xBB\xBFis_draft: yes\n---\n{{ page.x | nofilter }}")
                                   << QByteArray(
                                          "1:11: 'is_draft' must be true or false\n"
                                          "3:13: There is no filter 'nofilter'\n");
    QTest::newRow("front matter, CRLF") << QByteArray("---\r\nis_draft: yes\r\n---\r\nx") << wrongField;
    QTest::newRow("front matter, wide") << QByteArray("---\n{\"tïtle\": \"日\", is_draft: yes}\n---\nx")
                                        << QByteArray(
                                               "2:2: There is no field 'tïtle'; did you mean 'title'?\n"
                                               "2:26: 'is_draft' must be true or false\n");
    QTest::newRow("blank lines behind the fence")
        << QByteArray("---\ntitle: x\n---\n\n\n{{ page.x }}") << QByteArray("6:1: 'page' has no 'x'\n");
  }
  void columns_countCharactersOfTheFile() {
    QFETCH(QByteArray, text);
    QTEST(problemsOf(text.toStdString()), "problems");
  }
};

QTEST_GUILESS_MAIN(ProblemsTest)
#include "problems_test.moc"

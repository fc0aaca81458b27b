#include "app/render/page.h"

#include <QFile>
#include <QTest>
#include <stop_token>

#include "app/highlight/highlighter.h"
#include "tests/app/site_folder.h"

using namespace postwright;
using render::Drafts;
using render::Page;
using testing::SiteFolder;

namespace {

const DateTime kNow = makeDateTime({2026, 11, 1}, 12 * 3600, 0);

Page rendered(const site::SitePointer& site, const std::string& path, const std::string& text,
              Drafts drafts = Drafts::Auto) {
  return render::renderPage({site, path, text, kNow, drafts});
}

/// "file:line" of the range that holds the first occurrence of `text` in the page.
std::string placeOf(const Page& page, std::string_view text) {
  const std::size_t offset = page.html.find(text);
  for (const render::SourceRange& range : page.sourceMap.ranges) {
    if (range.begin <= offset && offset < range.end) {
      return page.sourceMap.files[range.file] + ":" + std::to_string(range.line);
    }
  }
  return {};
}

} // namespace

class PageTest : public QObject {
  Q_OBJECT

 private slots:
  void page_isTheUnsavedTextInTheLayout() {
    const SiteFolder folder(
        {{"_cobalt.yml", "site: {title: S}"},
         {"_layouts/post.liquid", "<t>{{ page.title }}</t>{{ page.content }}{{ site.title }}"},
         {"posts/a.md", "old"}});
    const Page page =
        rendered(folder.load(), "posts/a.md", "---\nlayout: post.liquid\ntitle: New\n---\n*x*\n");
    QVERIFY(page.ok);
    QCOMPARE(page.html, std::string("<t>New</t><p><em>x</em></p>\nS"));
    QCOMPARE(page.url, std::string("posts/a.html"));
    QCOMPARE(page.outputPath, std::string("posts/a.html"));
    QVERIFY(page.diagnostics.empty());
  }

  void page_knowsThatColoursAreLate() {
    if (!highlight::Highlighter::hasColours()) QSKIP("built without syntect");
    QFile grammar(QStringLiteral(POSTWRIGHT_TEST_DATA "/highlight/grammars/hostile/hostile.sublime-syntax"));
    QVERIFY(grammar.open(QIODevice::ReadOnly));
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"a.md", "x"},
                             {"_syntaxes/hostile.sublime-syntax", grammar.readAll().toStdString()}});
    const site::SitePointer site = folder.load();
    QVERIFY(!rendered(site, "a.md", "x\n").awaitsColours);
    std::string code;
    for (int line = 0; line < 1000; ++line) // each takes as long as a regular expression may
      code += std::string(200, 'a') + std::to_string(line) + "\n";
    QVERIFY(rendered(site, "a.md", "```hostile\n" + code + "```\n").awaitsColours);
  }

  void page_saysWhenItsCodeHasNoColours() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.md", "x"}});
    const site::SitePointer site = folder.load();
    const std::size_t notes = highlight::Highlighter::hasColours() ? 0 : 1;
    for (const char* code :
         {"```rust\nx\n```\n", "- a\n\n      b\n", "{% highlight rust %}x{% endhighlight %}"}) {
      const Page page = rendered(site, "a.md", code);
      QVERIFY(page.ok);
      QCOMPARE(page.diagnostics.size(), notes);
      for (const Diagnostic& note : page.diagnostics)
        QVERIFY(note.severity == Severity::Info && note.error.code == ErrorCode::CodeUncoloured);
    }
    QVERIFY(rendered(site, "a.md", "`x`").diagnostics.empty());
    const SiteFolder plain({{"_cobalt.yml", "syntax_highlight: {enabled: false}"}, {"a.md", "x"}});
    QVERIFY(rendered(plain.load(), "a.md", "    x\n").diagnostics.empty());
  }

  void page_seesItsNeighboursAndTheOtherPosts() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"posts/2020-01-01-a.md", "x"},
                             {"posts/2020-01-02-b.md", "x"},
                             {"posts/2020-01-03-c.md", "x"}});
    const Page page = rendered(folder.load(), "posts/2020-01-02-b.md",
                               "---\nformat: Raw\n---\n{{ page.previous.title }}{{ page.next.title }} "
                               "{% for p in collections.posts.pages %}{{ p.title }}{% endfor %}");
    QCOMPARE(page.html, std::string("AC CBA"));
  }

  void pages_seeContentAndExcerptOfPosts() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""}, {"posts/a.md", "one\n\ntwo {{ page.title }}"}, {"i.liquid", ""}});
    const Page page =
        rendered(folder.load(), "i.liquid",
                 "{% for p in collections.posts.pages %}[{{ p.excerpt }}|{{ p.content }}]{% endfor %}");
    QCOMPARE(page.html, std::string("[<p>one</p>\n|<p>one</p>\n<p>two A</p>\n]"));
  }

  void aBrokenPost_doesNotBreakThePageThatListsIt() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "{{ nope }}"}, {"i.liquid", ""}});
    const Page page =
        rendered(folder.load(), "i.liquid",
                 "{% for p in collections.posts.pages %}{{ p.title }}{{ p.content }}{% endfor %}");
    QVERIFY(page.ok);
    QCOMPARE(page.html, std::string("A"));
    QVERIFY(!page.diagnostics.empty());
    QCOMPARE(page.diagnostics.front().error.where.file, std::string("posts/a.md"));
  }

  void body_doesNotSeeContentYet() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "x"}});
    const Page page = rendered(folder.load(), "posts/a.md", "---\ntitle: T\n---\n\nfine\n{{ page.content }}");
    QVERIFY(!page.ok);
    const Error& error = page.diagnostics.back().error;
    QCOMPARE(error.where.file, std::string("posts/a.md"));
    QCOMPARE(error.where.line, 6);
    QCOMPARE(error.context, std::vector<std::string>{"Failed to render excerpt for posts/a.html"});
    QVERIFY(error.detail.starts_with("liquid: Unknown index"));
  }

  void assignedNames_endWithTheBody() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"_layouts/l.liquid", "{% if x %}seen{% else %}not seen{% endif %}"},
                             {"posts/a.md", "x"}});
    const Page page = rendered(folder.load(), "posts/a.md", "---\nlayout: l.liquid\n---\n{% assign x = 1 %}");
    QCOMPARE(page.html, std::string("not seen"));
  }

  void aMissingLayout_namesTheNearestOneAndThePlace() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"_layouts/post.liquid", ""}, {"posts/a.md", "x"}});
    const Page page = rendered(folder.load(), "posts/a.md", "---\ntitle: T\nlayout: pots.liquid\n---\n");
    QVERIFY(!page.ok);
    const Error& error = page.diagnostics.front().error;
    QCOMPARE(error.code, ErrorCode::LayoutMissingNear);
    QCOMPARE(error.arguments.back(), std::string("post.liquid"));
    QCOMPARE(error.where.line, 3);
    QCOMPARE(error.detail, std::string("Layout pots.liquid does not exist (referenced in posts/a.html)."));
  }

  void anErrorInAnInclude_isPlacedThere() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"_includes/i.liquid", "a\nb {{ nope }}"},
                             {"_layouts/l.liquid", "{% include 'i.liquid' %}"},
                             {"posts/a.md", "x"}});
    const Page page = rendered(folder.load(), "posts/a.md", "---\nlayout: l.liquid\n---\nx");
    QVERIFY(!page.ok);
    const Error& error = page.diagnostics.front().error;
    QCOMPARE(error.where.file, std::string("_includes/i.liquid"));
    QCOMPARE(error.where.line, 2);
    QCOMPARE(error.chain.size(), std::size_t{1});
    QCOMPARE(error.chain.front().file, std::string("_layouts/l.liquid"));
  }

  void drafts_areSeenByDraftsOnly() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""}, {"posts/a.md", "x"}, {"posts/d.md", "---\nis_draft: true\n---\n"}});
    const site::SitePointer site = folder.load();
    const std::string list =
        "---\nformat: Raw\n---\n{% for p in collections.posts.pages %}{{ p.slug }}{% endfor %}";
    const std::string draft =
        "---\nformat: Raw\nis_draft: true\n---\n{% for p in collections.posts.pages %}{{ p.slug }}{% endfor "
        "%}";
    QCOMPARE(rendered(site, "posts/a.md", list).html, std::string("a"));
    QCOMPARE(rendered(site, "posts/a.md", list, Drafts::Include).html, std::string("ad"));
    QCOMPARE(rendered(site, "posts/d.md", draft).html, std::string("ad"));
    QCOMPARE(rendered(site, "posts/d.md", draft, Drafts::Exclude).diagnostics.front().error.code,
             ErrorCode::NotInThisBuild);
  }

  void sourceMap_leadsToEveryFile() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""},
         {"_includes/foot.liquid", "<i>foot</i>\n"},
         {"_layouts/l.liquid",
          "<head>\n<b>{{ page.title }}</b>\n{{ page.content }}\n{% include 'foot.liquid' %}"},
         {"posts/a.md", "x"}});
    const Page page = rendered(folder.load(), "posts/a.md",
                               "---\ntitle: Tea\nlayout: l.liquid\n---\n# One\n\ntwo\n\n* three\n* four\n");
    QVERIFY(page.ok);
    QCOMPARE(placeOf(page, "<b>"), std::string("_layouts/l.liquid:2"));
    QCOMPARE(placeOf(page, "<h1>"), std::string("posts/a.md:5"));
    QCOMPARE(placeOf(page, "two"), std::string("posts/a.md:7"));
    QCOMPARE(placeOf(page, "four"), std::string("posts/a.md:10"));
    QCOMPARE(placeOf(page, "foot"), std::string("_includes/foot.liquid:1"));
    QCOMPARE(page.headings.front().line, 5);
    std::size_t end = 0;
    for (const render::SourceRange& range : page.sourceMap.ranges) {
      QVERIFY(range.begin >= end);
      QVERIFY(range.line > 0);
      end = range.end;
    }
    QVERIFY(end <= page.html.size());
  }

  void sourceMap_leadsIntoAnInclude_withinALine_andBack() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"_includes/word.liquid", "\n{{ word }}<b>bold</b> told"},
                             {"posts/a.md", "x"}});
    const Page page =
        rendered(folder.load(), "posts/a.md",
                 "---\ntitle: Tea\n---\none {% include 'word.liquid' word: page.title %} & *two*\nsoft\n\n"
                 "three\n\n{% include 'word.liquid' word: 'x' %} four\n\n* five "
                 "{% include 'word.liquid' word: 'y' %}\n* six\n\n|a|b|\n|-|-|\n|"
                 "{% include 'word.liquid' word: 'z' %}|seven|\n");
    QVERIFY(page.ok);
    const std::pair<const char*, const char*> places[] = {{"one", "posts/a.md:4"},
                                                          {"Tea", "_includes/word.liquid:2"},
                                                          {"<b>", "_includes/word.liquid:2"},
                                                          {"told", "_includes/word.liquid:2"},
                                                          {" &amp;", "posts/a.md:4"},
                                                          {"<em>two", "posts/a.md:4"},
                                                          {"soft", "posts/a.md:5"},
                                                          {"three", "posts/a.md:7"},
                                                          {"four", "posts/a.md:9"},
                                                          {"five", "posts/a.md:11"},
                                                          {"six", "posts/a.md:12"}};
    for (const auto& [text, place] : places)
      QCOMPARE(placeOf(page, text), std::string(place));
    QVERIFY(std::ranges::any_of(page.sourceMap.ranges, [](const render::SourceRange& range) {
      return range.variable == "page.title";
    }));
    std::size_t end = 0;
    for (const render::SourceRange& range : page.sourceMap.ranges) {
      QVERIFY(range.begin >= end && range.end > range.begin && range.line > 0);
      end = range.end;
    }
  }

  void sourceMap_namesThePrintedVariable() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""}, {"_layouts/l.liquid", "<b>{{ page.title }}</b>"}, {"posts/a.md", "x"}});
    const Page page = rendered(folder.load(), "posts/a.md", "---\ntitle: Tea\nlayout: l.liquid\n---\n");
    const std::size_t offset = page.html.find("Tea");
    for (const render::SourceRange& range : page.sourceMap.ranges)
      if (range.begin == offset) QCOMPARE(range.variable, std::string("page.title"));
  }

  void page_outsideTheSite_isNoDocument() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"a.css", "x"}});
    for (const char* path : {"a.css", "../x.md", "_hidden.md"})
      QCOMPARE(rendered(folder.load(), path, "x").diagnostics.front().error.code, ErrorCode::NotADocument);
  }

  void page_stopped_saysSo() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "x"}});
    std::stop_source stop;
    stop.request_stop();
    const Page page =
        render::renderPage({folder.load(), "posts/a.md", "x", kNow, Drafts::Auto}, stop.get_token());
    QVERIFY(!page.ok);
    QCOMPARE(page.diagnostics.size(), std::size_t{1});
    QCOMPARE(page.diagnostics.front().error.code, ErrorCode::Cancelled);
  }

  void paginatedPage_isItsFirstPage() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""}, {"posts/a.md", "x"}, {"posts/b.md", "x"}, {"l.liquid", ""}});
    const Page page =
        rendered(folder.load(), "l.liquid",
                 "---\npermalink: /list/\npagination: {include: All, per_page: 1}\n---\n"
                 "{{ paginator.index }} of {{ paginator.total_indexes }}: "
                 "{{ paginator.pages.first.title }}, next {{ paginator.next_index_permalink }}");
    QCOMPARE(page.html, std::string("1 of 2: A, next list//all/2/"));
    QCOMPARE(page.outputPath, std::string("list/index.html"));
  }

  void loneFile_hidesTheFrontMatterAndShowsTheTitle() {
    const Page page =
        render::renderLoneFile({nullptr, "note.md", "---\ntitle: A & B\n---\n\nHello {{ x }}\n", kNow});
    QVERIFY(page.ok);
    QVERIFY(page.html.find("<title>A &amp; B</title>") != std::string::npos);
    QVERIFY(page.html.find("<p>Hello {{ x }}</p>") != std::string::npos);
    QVERIFY(page.html.find("prefers-color-scheme: dark") != std::string::npos);
    QCOMPARE(placeOf(page, "Hello"), std::string("note.md:5"));
  }
};

QTEST_APPLESS_MAIN(PageTest)
#include "page_test.moc"

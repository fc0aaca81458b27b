#include "app/checks/checks.h"

#include <QTest>
#include <set>

#include "tests/app/site_folder.h"

using namespace postwright;
using checks::Kind;
using testing::SiteFolder;

namespace {

const DateTime kNow = makeDateTime({2026, 11, 1}, 12 * 3600, 0);

Diagnostics checked(const SiteFolder& folder, const std::string& path) {
  const render::Request request{folder.load(), path, folder.read(path), kNow, render::Drafts::Auto};
  const render::Page page = render::renderPage(request);
  if (!page.ok) return page.diagnostics;
  return checks::checkPage(request, page);
}

/// "file:line:column: sentence" of each.
QByteArrayList linesOf(const Diagnostics& problems) {
  QByteArrayList lines;
  for (const Diagnostic& problem : problems)
    lines << QByteArray::fromStdString(toString(problem.error.where) + ": " + describe(problem.error));
  return lines;
}

const char* const kLayout = "<body>{{ page.content }}</body>";

} // namespace

class ChecksTest : public QObject {
  Q_OBJECT

 private slots:
  void links_thatLeadNowhere_areNamedWhereTheyStand() {
    const SiteFolder folder(
        {{"_cobalt.yml", "site: {base_url: 'https://e.org/blog'}"},
         {"posts/b.md", "x"},
         {"css/a.scss", "x"},
         {"a.txt", "x"},
         {"posts/a.md",
          "---\ntitle: A\n---\n[fine](b.html) [gone](c.html)\n"
          "and [own](https://e.org/blog/posts/b.html)\n"
          "[own gone](https://e.org/blog/x.html)\n\n"
          "[web](https://other.org/x) [file](/a.txt) [css](/css/a.css) [mail](mailto:a@b.c)\n"
          "[out](../../x.html) [prefixed](/blog/a.txt) [no ending](b) [query](b.html?x=1)\n"}});
    QCOMPARE(linesOf(checked(folder, "posts/a.md")),
             QByteArrayList({"posts/a.md:4:23: The link leads nowhere: c.html",
                             "posts/a.md:6:12: The link leads nowhere: https://e.org/blog/x.html",
                             "posts/a.md:9:7: The link leads nowhere: ../../x.html"}));
  }

  void linkToADraft_isAProblemOfAPublishedPostOnly() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"posts/d.md", "---\nis_draft: true\n---\n[me](d.html)"},
                             {"posts/a.md", "[draft](d.html)"}});
    QCOMPARE(
        linesOf(checked(folder, "posts/a.md")),
        QByteArrayList({"posts/a.md:1:9: The link leads to a draft, which the site leaves out: d.html"}));
    QCOMPARE(linesOf(checked(folder, "posts/d.md")), QByteArrayList());
  }

  void linksToFeedsAndPaginatedPages_areFine() {
    const SiteFolder folder(
        {{"_cobalt.yml", "site: {base_url: 'https://e.org', sitemap: sitemap.xml}\nposts: {rss: rss.xml}"},
         {"posts/b.md", "x"},
         {"list.md", "---\npermalink: /list/\npagination: {include: All, per_page: 1}\n---\n"},
         {"posts/a.md", "[rss](/rss.xml) [map](/sitemap.xml) [two](/list/all/2/) [three](/list/all/3/)"}});
    QCOMPARE(linesOf(checked(folder, "posts/a.md")),
             QByteArrayList({"posts/a.md:1:65: The link leads nowhere: /list/all/3/"}));
  }

  void anchors_areLookedForOnThisPageAndOnOthers() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"posts/b.md", "<h2 id=\"there\">T</h2>"},
                             {"posts/a.md",
                              "<p id=\"here\">x</p>\n\n[a](#here) [b](#top) [c](#) [d](#hera) "
                              "[e](b.html#there) [f](b.html#nope)"}});
    QCOMPARE(linesOf(checked(folder, "posts/a.md")),
             QByteArrayList({"posts/a.md:3:33: The page has no place called '#hera'; did you mean '#here'?",
                             "posts/a.md:3:62: The page has no place called '#nope'"}));
  }

  void imagesAndFiles_thatAreMissing_areNamed() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""},
         {"i/a.png", "x"},
         {"_layouts/l.liquid", "<head>\n  <script src=\"/x.js\"></script></head>{{ page.content }}"},
         {"posts/a.md",
          "---\nlayout: l.liquid\n---\n![one](/i/a.png) ![two](/i/b.png)\n\n"
          "<img src=\"/i/a.png\" srcset=\"/i/a.png 1x, /i/c.png 2x\" alt=\"x\">"}});
    QCOMPARE(linesOf(checked(folder, "posts/a.md")),
             QByteArrayList({"_layouts/l.liquid:2:3: The page asks for a file that is not there: /x.js",
                             "posts/a.md:4:25: The image is not there: /i/b.png",
                             "posts/a.md:6:42: The image is not there: /i/c.png"}));
  }

  void imagesWithoutText_areNamed_decorationIsNot() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"a.png", "x"},
                             {"posts/a.md",
                              "![](/a.png)\n\n<img src=\"/a.png\" alt=\"\">\n\n"
                              "<img src=\"/a.png\">\n\n<img src=\"/a.png\" role=\"none\">\n"}});
    QCOMPARE(linesOf(checked(folder, "posts/a.md")),
             QByteArrayList({"posts/a.md:1:5: The image has no text for those who cannot see it: /a.png",
                             "posts/a.md:5:11: The image has no text for those who cannot see it: /a.png"}));
  }

  void headings_thatSkipALevel_countTheLayoutsOwn() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""},
         {"_layouts/l.liquid", "<h1>{{ page.title }}</h1>{{ page.content }}"},
         {"posts/a.md", "---\nlayout: l.liquid\n---\n\n### Three\n\n#### Four\n\n## Two\n"},
         {"posts/b.md", "### Three\n\n# One\n"}});
    QCOMPARE(linesOf(checked(folder, "posts/a.md")),
             QByteArrayList({"posts/a.md:5:1: A heading of level 3 follows one of level 1"}));
    QCOMPARE(linesOf(checked(folder, "posts/b.md")), QByteArrayList()); // nothing is skipped before the first
  }

  void conditions_thatNeverHold_areNamedWithASuggestion() {
    const SiteFolder folder(
        {{"_cobalt.yml", ""},
         {"posts/b.md", "---\ndata: {nice_date: x}\n---\n"},
         {"_layouts/l.liquid",
          "{% if page.data.nice_dat %}x{% endif %}\n"
          "{% if page.data.nice_date %}x{% endif %}\n"
          "{% if pgae.title or page.titel %}x{% endif %}\n"
          "{% if site.data.nope %}{% endif %}{% if page.previous %}{% endif %}"
          "{% if paginator %}{% endif %}{% include 'i.liquid' %}"},
         {"_includes/i.liquid", "{% if wide %}x{% endif %}\n {% unless page.data.zzz %}{% endunless %}"},
         {"posts/a.md", "---\nlayout: l.liquid\n---\n{% if x %}{% assign x = 1 %}{% endif %}"}});
    const Diagnostics problems = checked(folder, "posts/a.md");
    QCOMPARE(
        linesOf(problems),
        QByteArrayList(
            {"_layouts/l.liquid:1:7: No document of the site has 'nice_dat' in its data; did you mean "
             "'nice_date'?",
             "_layouts/l.liquid:3:7: 'pgae' is not there, so this condition never holds; did you mean "
             "'page'?",
             "_layouts/l.liquid:3:21: 'page.titel' is not there, so this condition never holds; did you mean "
             "'title'?",
             "_layouts/l.liquid:4:7: 'site.data' is not there, so this condition never holds",
             "_includes/i.liquid:2:12: No document of the site has 'zzz' in its data"}));
    QCOMPARE(toString(problems.back().error.chain.front()), std::string("_layouts/l.liquid:4:97"));
  }

  void everyProblem_isAWarningOfAKind() {
    const SiteFolder folder({{"_cobalt.yml", ""},
                             {"posts/a.md",
                              "# A\n\n### B\n\n[x](y.html) [z](#q) ![](p.png)\n"
                              "{% if page.data.q %}{% endif %}"}});
    std::set<Kind> kinds;
    for (const Diagnostic& problem : checked(folder, "posts/a.md")) {
      QCOMPARE(problem.severity, Severity::Warning);
      kinds.insert(checks::kindOf(problem.error.code).value());
    }
    QCOMPARE(kinds.size(), std::size_t{checks::kKindCount});
    QVERIFY(!checks::kindOf(ErrorCode::YamlTab));
  }

  void loneFile_isCheckedForWhatNeedsNoSite() {
    const std::string text = "# A\n\n### B [x](y.html) [z](#q)\n";
    const render::Request request{nullptr, "a.md", text, kNow, render::Drafts::Auto};
    const Diagnostics problems =
        checks::checkPage(request, render::renderLoneFile({nullptr, "a.md", text, kNow}));
    QCOMPARE(problems.size(), std::size_t{2});
    QCOMPARE(problems[0].error.code, ErrorCode::HeadingSkips);
    QCOMPARE(problems[1].error.code, ErrorCode::AnchorDead);
  }

  void aStoppedCheck_findsNothing() {
    const SiteFolder folder({{"_cobalt.yml", ""}, {"posts/a.md", "[x](y.html)"}});
    const render::Request request{folder.load(), "posts/a.md", "[x](y.html)", kNow, render::Drafts::Auto};
    const render::Page page = render::renderPage(request);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(checks::checkPage(request, page, stop.get_token()).empty());
    QVERIFY(!checks::checkPage(request, page).empty());
  }
};

QTEST_APPLESS_MAIN(ChecksTest)
#include "checks_test.moc"

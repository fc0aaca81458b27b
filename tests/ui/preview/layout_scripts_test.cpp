#include "ui/preview/layout_scripts.h"

#include <QTest>

using namespace postwright;
using ui::layoutScripts;

namespace {

/// `body` between a layout's two halves, as the renderer tells it.
render::Page page(const std::string& before, const std::string& body, const std::string& after) {
  render::Page made;
  made.ok = true;
  made.html = before + body + after;
  made.sourceMap.files = {"_layouts/post.liquid", "posts/one.md"};
  const std::size_t end = before.size() + body.size();
  made.sourceMap.ranges = {{0, before.size(), 0, 1, 1, {}},
                           {before.size(), end, 1, 5, 1, {}},
                           {end, made.html.size(), 0, 9, 1, {}}};
  return made;
}

} // namespace

class LayoutScriptsTest : public QObject {
  Q_OBJECT

 private slots:
  void scriptsOutsideTheBody_count() {
    const auto scripts = layoutScripts(
        page("<Script>a</script><p>", "<script>b</script>", "</p><script src=c>"), "posts/one.md");
    QCOMPARE(scripts, QByteArray("<Script>a<script src=c>"));
  }

  void bodyChanges_doNotCount() {
    const std::string before = "<script>a</script>";
    QCOMPARE(layoutScripts(page(before, "<script>1</script>", "."), "posts/one.md"),
             layoutScripts(page(before, "<script>2</script><p>", "."), "posts/one.md"));
  }

  void frontMatterPrintedByTheLayout_isNotBody() {
    render::Page made = page("<script>title</script>", "<p>x</p>", "");
    made.sourceMap.ranges.front() = {8, 13, 1, 2, 1, "page.title"};
    QCOMPARE(layoutScripts(made, "posts/one.md"), QByteArray("<script>title"));
  }

  void unknownBody_givesNothing() {
    QCOMPARE(layoutScripts(page("<script>a</script>", "x", ""), "posts/other.md"), QByteArray());
    QCOMPARE(layoutScripts({}, "posts/one.md"), QByteArray());
  }
};

QTEST_APPLESS_MAIN(LayoutScriptsTest)
#include "layout_scripts_test.moc"

// The whole page: a post, and behind a line `@@ layout` the layout it is rendered in, within a small site. A
// page is made or refused with a reason, and it stops when it is asked to.
#include "app/render/page.h"

#include "app/generators/cobalt/load.h"
#include "tests/fuzz/deadline.h"
#include "tests/fuzz/property.h"

using namespace postwright;
using fuzz::require;

namespace {

constexpr const char* kPost = "posts/2024-03-04-written-now.md";
constexpr std::string_view kDivider = "\n@@ layout\n";

bool hasError(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::Error) return true;
  }
  return false;
}

void checkPage(const render::Page& page) {
  require(page.ok != hasError(page.diagnostics), "a page is made, or there is an error that says why not");
  std::size_t end = 0;
  for (const render::SourceRange& range : page.sourceMap.ranges) {
    require(range.begin >= end && range.end >= range.begin, "ranges ascend and do not overlap");
    require(range.end <= page.html.size(), "a range lies in the page");
    require(range.file < page.sourceMap.files.size(), "a range has a file");
    end = range.end;
  }
  for (const Diagnostic& diagnostic : page.diagnostics)
    require(!describe(diagnostic.error).empty(), "a problem has a sentence");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const site::SitePointer site = *generators::cobalt::load(POSTWRIGHT_FUZZ_SITE);
  const std::string_view text = fuzz::textOf(data, size);
  const std::size_t cut = text.find(kDivider);
  const std::string post(text.substr(0, cut));
  site::SitePointer shown = site;
  if (cut != std::string_view::npos)
    shown = site->withText("_layouts/default.liquid", text.substr(cut + kDivider.size()));

  const fuzz::Deadline deadline(std::chrono::milliseconds(1000));
  const DateTime now = makeDateTime({2024, 5, 6}, 0, 0);
  checkPage(render::renderPage({shown, kPost, post, now, render::Drafts::Auto}, deadline.token()));
  return 0;
}

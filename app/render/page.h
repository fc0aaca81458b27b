// One post or page as the site's own templates make it, from the text as it stands.
// The one rule: the bytes are what `cobalt build` would write. Source: spec 3.1 (order of rendering).
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/liquid/template.h"
#include "app/markdown/markdown.h"
#include "app/site/site.h"

namespace postwright::render {

/// Whether drafts are part of the site while this page is rendered.
enum class Drafts : std::uint8_t {
  Auto,
  Include,
  Exclude
}; ///< Auto: exactly when the page itself is a draft

/// What becomes of a code block whose colours take longer than a page that someone looks at may wait.
enum class LateColours : std::uint8_t {
  Omit,  ///< it is plain, and the page awaits its colours
  Await, ///< for seconds, if need be
};

struct Request {
  site::SitePointer site;
  std::string path; ///< of the document, relative to the source folder
  std::string text; ///< bytes of the whole file as it stands, unsaved
  DateTime now;     ///< `site.time`
  Drafts drafts = Drafts::Auto;
  LateColours lateColours = LateColours::Omit;
};

/// Where a run of the page's bytes came from. Ranges ascend and do not overlap.
struct SourceRange {
  std::size_t begin = 0; ///< bytes of the page
  std::size_t end = 0;
  std::uint32_t file = 0; ///< index into SourceMap::files
  int line = 0;           ///< 1-based, in the file
  int column = 0;
  std::string variable;  ///< the front-matter or site variable that was printed, "page.title"; else empty
  bool isInline = false; ///< begins within a block of the post
};

struct SourceMap {
  std::vector<std::string> files; ///< relative to the source folder
  std::vector<SourceRange> ranges;
};

struct Page {
  bool ok = false;            ///< false: `html` is empty, the first of the `diagnostics` says why
  bool awaitsColours = false; ///< rendered again in a while, it may have more of them
  std::string html;
  std::string url;        ///< without leading slash
  std::string outputPath; ///< below the destination
  SourceMap sourceMap;
  std::vector<markdown::Heading> headings; ///< of the body; lines of the file
  /// What bare conditions of the body and the layout asked for in vain.
  std::vector<liquid::MissingVariable> missing;
  Diagnostics diagnostics; ///< of a page that is `ok`: notes
};

/// Never throws. When stopped: `ok` is false and the only diagnostic is Cancelled.
Page renderPage(const Request& request, const std::stop_token& stop = {});

/// A Markdown file outside any site, in a plain built-in layout with light and dark colours. `request` has no
/// site; its `path` is the file's name.
Page renderLoneFile(const Request& request, const std::stop_token& stop = {});

} // namespace postwright::render

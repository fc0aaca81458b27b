// One way to look at a site: with its drafts or without. What render and export ask of a generator.
// The one rule: nothing is made before it is asked for, so that one page of a large site costs what it costs
// in a small one. Source: spec 3 (what a template sees, and when) and 6 (what else a build writes).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/base/value.h"
#include "app/highlight/highlighter.h"
#include "app/liquid/template.h"
#include "app/site/site.h"

namespace postwright::site {

/// Renders what a page asks of a post. Values made with it keep it alive; safe from any thread.
class PostBodies {
 public:
  PostBodies() = default;
  PostBodies(const PostBodies&) = delete;
  PostBodies& operator=(const PostBodies&) = delete;
  virtual ~PostBodies() = default;
  virtual Value excerpt(const DocumentPointer& post) const = 0; ///< text, or nil when it has none
  virtual Value content(const DocumentPointer& post) const = 0; ///< text
};
using PostBodiesPointer = std::shared_ptr<const PostBodies>;

/// What a document's excerpt is rendered from.
struct ExcerptSource {
  std::string text;
  int firstLine = 1; ///< line of the file on which `text` starts
};

/// One output file of a document: a paginated page has several. `name` and `value` are the global variable
/// that only this one sees (`collections` or `paginator`).
struct Rendition {
  std::string outputPath;
  std::string name;
  Value value;
};

struct OutputFile {
  std::string path; ///< below the destination
  std::string bytes;
};

/// How files that are no documents reach the destination.
struct AssetSettings {
  std::string sassFolder; ///< absolute: where `@import` looks
  bool compressedSass = false;
  bool minifiesSomething = false;
};

class View {
 public:
  View() = default;
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  virtual ~View() = default;

  virtual std::vector<DocumentPointer> posts() const = 0; ///< in the collection's order
  virtual std::vector<DocumentPointer> pages() const = 0; ///< in path order
  virtual std::vector<std::string> assets() const = 0;    ///< paths below the source, in path order
  virtual AssetSettings assetSettings() const = 0;
  /// The document at `path` as this view takes it; null when the view leaves it out.
  virtual DocumentPointer document(std::string_view path) const = 0;
  /// What stops a build before the first page: site data, then the first broken document.
  virtual std::optional<Error> fault() const = 0;

  /// `site` at the moment `now`.
  virtual Value siteVariable(const DateTime& now) const = 0;
  /// `page` before its excerpt and content are known.
  virtual Object pageVariable(const DocumentPointer& document) const = 0;
  /// Nothing when the document has no excerpt.
  virtual std::optional<ExcerptSource> excerpt(const DocumentPointer& document) const = 0;
  /// At least one; with `firstOnly` just that. Errors: PermalinkInvalid.
  virtual Result<std::vector<Rendition>> renditions(const DocumentPointer& document,
                                                    const PostBodiesPointer& bodies,
                                                    bool firstOnly) const = 0;
  /// Feeds and sitemap. Errors: ConfigInvalid when the address of the site is missing or no URL.
  virtual Result<std::vector<OutputFile>> feeds(const PostBodies& bodies) const = 0;

  /// Paths below the destination of what feeds() makes.
  virtual std::vector<std::string> feedPaths() const { return {}; }

  /// Null when there is no layout of this name; its parse error when it cannot be parsed.
  virtual Result<liquid::TemplatePointer> layout(std::string_view name) const = 0;
  virtual std::vector<std::string> layoutNames() const = 0;
  virtual const liquid::Partials& includes() const = 0;
  /// Errors: ConfigInvalid for a theme that does not exist.
  virtual Result<std::shared_ptr<const highlight::Highlighter>> highlighter() const = 0;
  /// Where the front matter of `document` says `field`; without a line when it does not.
  virtual SourcePosition placeOf(const DocumentPointer& document, std::string_view field) const = 0;
};

} // namespace postwright::site

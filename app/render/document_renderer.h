// Renders the documents of one view of a site at one moment, in Cobalt's order: excerpt, content, layout.
// The one rule: three Liquid renders that see nothing of each other. Source: spec 3.1 and 3.2.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "app/render/page.h"
#include "app/render/source_map.h"
#include "app/site/view.h"

namespace postwright::render {

using ViewPointer = std::shared_ptr<const site::View>;

class DocumentRenderer {
 public:
  /// Errors: ConfigInvalid for a code theme that does not exist.
  static Result<DocumentRenderer> create(ViewPointer view, DateTime now, LateColours lateColours,
                                         std::stop_token stop);

  /// One output file of `document`. The diagnostics hold every problem that could be found, the one that
  /// stops Cobalt first. A post's excerpt and content are kept for the pages that ask for them.
  Page page(const site::DocumentPointer& document, const site::Rendition& rendition) const;

  /// The document's output files, as many as it has; with `firstOnly` its own alone.
  Result<std::vector<site::Rendition>> renditions(const site::DocumentPointer& document,
                                                  bool firstOnly) const;

  const site::PostBodies& bodies() const;
  /// Problems of posts that pages asked for.
  Diagnostics bodyProblems() const;

 private:
  class Workshop;
  explicit DocumentRenderer(std::shared_ptr<const Workshop> workshop) : m_workshop(std::move(workshop)) {}

  std::shared_ptr<const Workshop> m_workshop;
};

} // namespace postwright::render

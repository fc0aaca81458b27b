// Where in its file something on the page was written.
// The one rule: the line is right; the column is as near as the source table and the text allow.
#pragma once

#include <string_view>

#include "app/base/html_tags.h"
#include "app/render/page.h"
#include "app/site/document.h"

namespace postwright::checks {

class Places {
 public:
  /// `document` may be null; all must outlive this.
  Places(const render::Page& page, const site::Document* document) : m_page(page), m_document(document) {}

  /// The place of `tag`. `written` (an address, say) is looked for in the text it came from; may be empty.
  SourcePosition of(const HtmlTag& tag, std::string_view written) const;
  /// The line of the document's body at `place`; empty when it is another file's.
  std::string_view lineAt(const SourcePosition& place) const;

 private:
  bool isOwn(const render::SourceRange& range) const;
  SourcePosition inBody(const render::SourceRange& range, std::string_view written) const;
  std::size_t endOfBlock(const render::SourceRange& range) const;

  const render::Page& m_page;
  const site::Document* m_document;
};

} // namespace postwright::checks

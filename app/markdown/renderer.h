// Walks cmark-gfm's tree and writes pulldown-cmark's HTML. The one rule: the walk never recurses, trees can
// be as deep as the text is long. Source: pulldown-cmark 0.13 as Cobalt 0.20.4 configures it.
#pragma once

#include <cmark-gfm.h>

#include "app/markdown/markdown.h"

namespace postwright::markdown {

/// The page of the document `root`.
Rendered renderTree(cmark_node* root, const highlight::Highlighter& highlighter);

} // namespace postwright::markdown

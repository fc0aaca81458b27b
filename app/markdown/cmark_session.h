// One use of cmark-gfm's block parser. The one rule: only one session exists at a time, a lock sees to it,
// because cmark-gfm keeps global state; its trees die with the session. It finds blocks only, inline text is
// left alone.
#pragma once

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <mutex>
#include <string_view>

namespace postwright::markdown {

/// What cmark-gfm asks while it reads a line. `input` is the line as it was fed.
class LineRules {
 public:
  virtual ~LineRules() = default;
  /// Nothing of cmark-gfm's own starts here within `container`: a new node, `container` in a new shape, or
  /// null.
  virtual cmark_node* open(cmark_node* container, char* input, bool isIndented) = 0;
  /// Whether the line continues `node`, which was adopted.
  virtual bool continues(cmark_node* node, char* input) = 0;
};

class CmarkSession {
 public:
  explicit CmarkSession(LineRules& rules);
  ~CmarkSession();
  CmarkSession(const CmarkSession&) = delete;
  CmarkSession& operator=(const CmarkSession&) = delete;

  cmark_parser* parser() const { return m_parser.get(); }
  /// One line, its line end included.
  void feed(std::string_view line);
  /// From now on the rules decide whether lines continue `node`.
  void adopt(cmark_node* node);
  /// Ends the text. The tree lives as long as the session; call it once.
  cmark_node* finish();

 private:
  struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  };
  struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
  };

  std::unique_lock<std::mutex> m_lock;
  cmark_syntax_extension* m_extension;
  std::unique_ptr<cmark_parser, FreeParser> m_parser;
  std::unique_ptr<cmark_node, FreeNode> m_tree;
};

} // namespace postwright::markdown

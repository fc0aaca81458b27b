#include "app/markdown/renderer.h"

#include <cmark-gfm-core-extensions.h>

#include <memory>
#include <vector>

#include "app/markdown/cmark_tree.h"
#include "app/markdown/html_writer.h"

namespace postwright::markdown {
namespace {

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

bool isInline(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

class Renderer {
 public:
  explicit Renderer(const highlight::Highlighter& highlighter) : m_highlighter(highlighter) {}

  Rendered run(cmark_node* root) {
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iterator(cmark_iter_new(root), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const bool entering = event == CMARK_EVENT_ENTER;
      if (m_image != nullptr) {
        alternative(node, entering);
      } else if (isInline(node)) {
        inlineNode(node, entering);
      } else {
        block(node, entering);
      }
    }
    m_rendered.html = m_html.take();
    return std::move(m_rendered);
  }

 private:
  void block(cmark_node* node, bool entering);
  void inlineNode(cmark_node* node, bool entering);
  void alternative(cmark_node* node, bool entering);
  void tableNode(cmark_node* node, bool entering);
  void paragraph(cmark_node* node, bool entering);
  void heading(cmark_node* node, bool entering);
  void list(cmark_node* node, bool entering);
  void code(cmark_node* node);
  void link(cmark_node* node, bool entering);
  void around(bool entering, std::string_view begin, std::string_view end);

  const highlight::Highlighter& m_highlighter;
  const ExtensionNodes m_extension = extensionNodes();
  HtmlWriter m_html;
  Rendered m_rendered;
  cmark_node* m_image = nullptr;
};

void Renderer::around(bool entering, std::string_view begin, std::string_view end) {
  if (entering) {
    m_html.writeFresh(begin);
  } else {
    m_html.write(end);
  }
}

void Renderer::block(cmark_node* node, bool entering) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      break;
    case CMARK_NODE_PARAGRAPH:
      paragraph(node, entering);
      break;
    case CMARK_NODE_HEADING:
      heading(node, entering);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      m_html.writeFresh("<hr />\n");
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      around(entering, "<blockquote>\n", "</blockquote>\n");
      break;
    case CMARK_NODE_LIST:
      list(node, entering);
      break;
    case CMARK_NODE_ITEM:
      around(entering, "<li>", "</li>\n");
      break;
    case CMARK_NODE_CODE_BLOCK:
      code(node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      m_html.write(view(cmark_node_get_literal(node)));
      break;
    default:
      tableNode(node, entering);
      break;
  }
}

void Renderer::paragraph(cmark_node* node, bool entering) {
  cmark_node* item = cmark_node_parent(node);
  const bool isTight =
      cmark_node_get_type(item) == CMARK_NODE_ITEM && cmark_node_get_list_tight(cmark_node_parent(item));
  if (!isTight) around(entering, "<p>", "</p>\n");
}

void Renderer::heading(cmark_node* node, bool entering) {
  const std::string level = std::to_string(cmark_node_get_heading_level(node));
  around(entering, "<h" + level + ">", "</h" + level + ">\n");
}

void Renderer::list(cmark_node* node, bool entering) {
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    around(entering, "<ul>\n", "</ul>\n");
    return;
  }
  const int start = cmark_node_get_list_start(node);
  around(entering, start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n", "</ol>\n");
}

void Renderer::code(cmark_node* node) {
  const std::string_view info = view(cmark_node_get_fence_info(node));
  m_html.setEndsLine(false);
  m_html.write(m_highlighter.format(view(cmark_node_get_literal(node)), info.substr(0, info.find(' '))));
}

void Renderer::tableNode(cmark_node* node, bool entering) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == m_extension.table) {
    m_html.write(entering ? "<table>" : "</tbody></table>\n");
  } else if (type == m_extension.row) {
    const bool isHead = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    m_html.write(entering ? (isHead ? "<thead><tr>" : "<tr>")
                          : (isHead ? "</tr></thead><tbody>\n" : "</tr>\n"));
  } else if (type == m_extension.cell) {
    const bool isHead = cmark_gfm_extensions_get_table_row_is_header(cmark_node_parent(node)) != 0;
    if (!entering) return m_html.write(isHead ? "</th>" : "</td>");
    m_html.write(isHead ? "<th" : "<td");
    std::size_t column = 0;
    for (cmark_node* before = cmark_node_previous(node); before != nullptr;
         before = cmark_node_previous(before))
      ++column;
    cmark_node* table = cmark_node_parent(cmark_node_parent(node));
    switch (cmark_gfm_extensions_get_table_alignments(table)[column]) {
      case 'l':
        m_html.write(" style=\"text-align: left\">");
        break;
      case 'c':
        m_html.write(" style=\"text-align: center\">");
        break;
      case 'r':
        m_html.write(" style=\"text-align: right\">");
        break;
      default:
        m_html.write(">");
        break;
    }
  }
}

void Renderer::inlineNode(cmark_node* node, bool entering) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      m_html.text(view(cmark_node_get_literal(node)));
      break;
    case CMARK_NODE_SOFTBREAK:
      m_html.write("\n");
      break;
    case CMARK_NODE_LINEBREAK:
      m_html.write("<br />\n");
      break;
    case CMARK_NODE_CODE:
      m_html.write("<code>");
      m_html.text(view(cmark_node_get_literal(node)));
      m_html.write("</code>");
      break;
    case CMARK_NODE_HTML_INLINE:
      m_html.write(view(cmark_node_get_literal(node)));
      break;
    case CMARK_NODE_EMPH:
      m_html.write(entering ? "<em>" : "</em>");
      break;
    case CMARK_NODE_STRONG:
      m_html.write(entering ? "<strong>" : "</strong>");
      break;
    case CMARK_NODE_LINK:
      link(node, entering);
      break;
    case CMARK_NODE_IMAGE:
      m_image = node;
      m_html.write("<img src=\"");
      m_html.href(view(cmark_node_get_url(node)));
      m_html.write("\" alt=\"");
      break;
    default:
      m_html.write(entering ? "<del>" : "</del>");
      break;
  }
}

void Renderer::link(cmark_node* node, bool entering) {
  if (!entering) return m_html.write("</a>");
  m_html.write("<a href=\"");
  m_html.href(view(cmark_node_get_url(node)));
  if (const std::string_view title = view(cmark_node_get_title(node)); !title.empty()) {
    m_html.write("\" title=\"");
    m_html.attribute(title);
  }
  m_html.write("\">");
}

void Renderer::alternative(cmark_node* node, bool entering) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      m_html.alternative(view(cmark_node_get_literal(node)));
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      m_html.write(" ");
      break;
    default:
      break;
  }
  if (entering || node != m_image) return;
  m_image = nullptr;
  if (const std::string_view title = view(cmark_node_get_title(node)); !title.empty()) {
    m_html.write("\" title=\"");
    m_html.attribute(title);
  }
  m_html.write("\" />");
}

} // namespace

Rendered renderTree(cmark_node* root, const highlight::Highlighter& highlighter) {
  return Renderer(highlighter).run(root);
}

} // namespace postwright::markdown

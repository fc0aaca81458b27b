#include "app/yaml/outline.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <stdexcept>
#include <streambuf>

namespace postwright::yaml {
namespace {

Outline outlineOfNode(const Tree& tree, const TreeNode& node) {
  Outline outline;
  outline.kind = node.kind;
  outline.plain = node.style == Style::Plain;
  outline.text = node.text;
  outline.tag = node.tag;
  outline.anchor = node.anchor;
  outline.children.reserve(node.children.size());
  for (const std::size_t child : node.children)
    outline.children.push_back(outlineOfNode(tree, tree.nodes[child]));
  return outline;
}

class LimitPassed : public std::runtime_error {
 public:
  LimitPassed() : std::runtime_error("limit passed") {}
};

/// Builds an outline from yaml-cpp's events. `?` is its tag for "none, plain", `!` for "none, quoted".
class OutlineHandler : public YAML::EventHandler {
 public:
  explicit OutlineHandler(const Limits& limits) : m_limits(limits) {}

  Outline take() {
    if (m_done.empty()) m_done.push_back(emptyMap());
    return std::move(m_done.front());
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { add({}, "?", anchor); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {
    Outline alias;
    alias.kind = TreeKind::Alias;
    finish(std::move(alias));
  }
  void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    add(value, tag, anchor);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(TreeKind::List, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(TreeKind::Map, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  static Outline emptyMap() {
    Outline map;
    map.kind = TreeKind::Map;
    return map;
  }

  static void setProperties(Outline& outline, const std::string& tag, YAML::anchor_t anchor) {
    if (tag != "?" && tag != "!") outline.tag = tag;
    if (anchor != YAML::NullAnchor) outline.anchor = "&";
  }

  void add(std::string text, const std::string& tag, YAML::anchor_t anchor) {
    Outline scalar;
    scalar.plain = tag == "?";
    scalar.text = std::move(text);
    setProperties(scalar, tag, anchor);
    finish(std::move(scalar));
  }

  void open(TreeKind kind, const std::string& tag, YAML::anchor_t anchor) {
    if (m_open.size() >= m_limits.depth) throw LimitPassed();
    Outline collection;
    collection.kind = kind;
    setProperties(collection, tag, anchor);
    m_open.push_back(std::move(collection));
  }

  void close() {
    Outline collection = std::move(m_open.back());
    m_open.pop_back();
    finish(std::move(collection));
  }

  void finish(Outline outline) {
    if (++m_count > m_limits.nodes) throw LimitPassed();
    (m_open.empty() ? m_done : m_open.back().children).push_back(std::move(outline));
  }

  Limits m_limits;
  std::size_t m_count = 0;
  std::vector<Outline> m_open;
  std::vector<Outline> m_done;
};

/// Reads from a text that it does not own, without copying it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    // The stream only reads; std::streambuf has no constant pointers.
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

} // namespace

Outline outlineOf(const Tree& tree) {
  if (!tree.empty()) return outlineOfNode(tree, tree.root());
  Outline map;
  map.kind = TreeKind::Map;
  return map;
}

std::optional<Outline> readOutlineAgain(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes) return std::nullopt;
  // yaml-cpp does not know a lone CR as a line end.
  const std::string normalised = text.find('\r') == std::string_view::npos ? "" : normaliseLineEnds(text);
  try {
    ViewBuffer buffer(normalised.empty() ? text : normalised);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    OutlineHandler handler(limits);
    parser.HandleNextDocument(handler);
    return handler.take();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

} // namespace postwright::yaml

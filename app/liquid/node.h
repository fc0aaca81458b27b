// One piece of a parsed template: text, an expression, a tag, a block.
// The one rule: a node never changes after parsing; everything that does is in the Renderer.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace postwright::liquid {

class Renderer;

class Node {
 public:
  explicit Node(std::size_t offset) : m_offset(offset) {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  virtual ~Node() = default;

  /// Appends its output; false when it failed, with the failure left in `renderer`.
  virtual bool render(Renderer& renderer) const = 0;

  /// False when nothing that is rendered later can miss a name because this node failed.
  virtual bool maySetNames() const { return true; }

  /// Byte of the template's text where its delimiter stands.
  std::size_t offset() const { return m_offset; }

 private:
  std::size_t m_offset;
};

using NodePointer = std::unique_ptr<const Node>;
using Nodes = std::vector<NodePointer>;

} // namespace postwright::liquid

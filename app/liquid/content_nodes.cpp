#include "app/liquid/content_nodes.h"

#include "app/liquid/renderer.h"

namespace postwright::liquid {

bool TextNode::render(Renderer& renderer) const {
  const std::size_t begin = renderer.outputSize();
  if (!renderer.write(m_text)) return false;
  if (renderer.recorder().isOn())
    renderer.recorder().add({begin, renderer.outputSize()}, {offset(), m_place}, true);
  return true;
}

bool OutputNode::render(Renderer& renderer) const {
  const std::size_t begin = renderer.outputSize();
  Value scratch;
  const Value* value = renderer.evaluate(m_chain, scratch);
  if (value == nullptr || !renderer.print(*value)) return false;
  if (renderer.recorder().isOn()) {
    renderer.recorder().add({begin, renderer.outputSize()}, {offset(), m_place}, false,
                            renderer.originOf(m_chain.start));
  }
  return true;
}

} // namespace postwright::liquid

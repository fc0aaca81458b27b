// The nodes outside tags: plain text and `{{ … }}`.
#pragma once

#include <string_view>
#include <utility>

#include "app/base/text.h"
#include "app/liquid/expression.h"
#include "app/liquid/node.h"

namespace postwright::liquid {

class TextNode : public Node {
 public:
  /// `text` is a part of the template's text, from byte `offset` on, which is at `place`.
  TextNode(std::size_t offset, LineColumn place, std::string_view text)
      : Node(offset), m_place(place), m_text(text) {}
  bool render(Renderer& renderer) const override;

 private:
  LineColumn m_place;
  std::string_view m_text;
};

class OutputNode : public Node {
 public:
  OutputNode(std::size_t offset, LineColumn place, FilterChain chain)
      : Node(offset), m_place(place), m_chain(std::move(chain)) {}
  bool render(Renderer& renderer) const override;
  bool maySetNames() const override { return false; }

 private:
  LineColumn m_place;
  FilterChain m_chain;
};

} // namespace postwright::liquid

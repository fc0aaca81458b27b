// What parse() makes: the text and the tree over it.
// The one rule: immutable; nodes keep views of its text, so it never moves.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "app/base/source_position.h"
#include "app/base/text.h"
#include "app/liquid/node.h"
#include "app/liquid/template.h"

namespace postwright::liquid {

class Template {
 public:
  Template(std::string_view text, Origin origin) : m_text(text), m_origin(std::move(origin)) {}
  Template(const Template&) = delete;
  Template& operator=(const Template&) = delete;

  std::string_view text() const { return m_text; }
  const std::string& file() const { return m_origin.file; }
  const Nodes& nodes() const { return m_nodes; }
  void setNodes(Nodes nodes) { m_nodes = std::move(nodes); } ///< while parsing only

  /// The position in its file of byte `offset` of its text. Safe from several threads.
  SourcePosition positionAt(std::size_t offset) const;

 private:
  std::string m_text;
  Origin m_origin;
  Nodes m_nodes;
  mutable std::once_flag m_lineIndexMade;
  mutable std::unique_ptr<LineIndex> m_lineIndex; ///< made when the first position is asked for
};

} // namespace postwright::liquid

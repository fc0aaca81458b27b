// What parse() makes: the text and the tree over it.
// The one rule: immutable; nodes keep views of its text, so it never moves.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/base/source_position.h"
#include "app/base/text.h"
#include "app/liquid/node.h"
#include "app/liquid/template.h"

namespace postwright::liquid {

/// Lines and columns of a text, found quickly on long lines too.
class PositionIndex {
 public:
  /// Keeps a view of `text`, which must outlive it.
  explicit PositionIndex(std::string_view text);

  LineColumn at(std::size_t offset) const;

 private:
  std::size_t startOf(int line, std::size_t offset) const;
  std::size_t charactersBefore(std::size_t offset) const;

  std::string_view m_text;
  LineIndex m_lines;
  std::vector<std::uint32_t> m_charactersBefore; ///< those before every kStep-th byte
};

/// Lines and columns of offsets that come in ascending order, as a parser meets them.
class PlaceCounter {
 public:
  /// Keeps a view of `text`, which must outlive it; the text starts on `firstLine`.
  PlaceCounter(std::string_view text, int firstLine);

  /// Of `offset`, which is not before the last one that was asked for.
  LineColumn at(std::size_t offset);

 private:
  std::string_view m_text;
  LineEnds m_ends;
  Span m_nextEnd;            ///< of the line that is being counted
  std::size_t m_counted = 0; ///< how far
  LineColumn m_place;
};

class Template {
 public:
  Template(std::string_view text, Origin origin) : m_text(text), m_origin(std::move(origin)) {}
  Template(const Template&) = delete;
  Template& operator=(const Template&) = delete;

  std::string_view text() const { return m_text; }
  const std::string& file() const { return m_origin.file; }
  int firstLine() const { return m_origin.firstLine; }
  const Nodes& nodes() const { return m_nodes; }
  void setNodes(Nodes nodes) { m_nodes = std::move(nodes); } ///< while parsing only

  /// The position in its file of byte `offset` of its text. Safe from several threads.
  SourcePosition positionAt(std::size_t offset) const;
  /// The same without the file.
  LineColumn placeAt(std::size_t offset) const;

 private:
  std::string m_text;
  Origin m_origin;
  Nodes m_nodes;
  mutable std::once_flag m_positionsMade;
  mutable std::unique_ptr<const PositionIndex> m_positions; ///< made when the first one is asked for
};

} // namespace postwright::liquid

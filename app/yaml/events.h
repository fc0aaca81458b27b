// The events of one YAML document with their places in bytes: what the span tree, the typed readers and the
// edit check are all made from. The one rule: aliases stay references and every limit ends in a SyntaxError,
// so no input can make a reader run long or deep. Source: libyaml, fed as serde_yaml 0.9 feeds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postwright::yaml {

/// A place in the text: byte offset, 0-based line and 0-based column in code points, as libyaml counts them.
struct Mark {
  std::uint32_t byte = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool operator==(const Mark&) const = default;
};

enum class EventKind : std::uint8_t { Scalar, Alias, ListStart, ListEnd, MapStart, MapEnd, Nothing };

enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

/// One event. `Nothing` is the only event of an empty document.
struct Event {
  EventKind kind = EventKind::Nothing;
  Style style = Style::Plain;
  std::string text;   ///< decoded text of a scalar; the anchor's name of an alias
  std::string tag;    ///< resolved tag, empty when none is written
  std::string anchor; ///< name after `&`, empty when none
  Mark start;         ///< first property (`&a`, `!t`) or the value itself
  Mark end;
  std::size_t partner = 0; ///< of a start: index of its end event (or the number of events when cut short);
                           ///< of an alias: index of the event it stands for

  /// `!name`, as opposed to YAML's own tags; serde takes it for the name of a variant.
  bool hasLocalTag() const { return tag.starts_with('!'); }
  std::string localTag() const { return tag.size() > 1 ? tag.substr(1) : tag; }
};

/// What makes a document unreadable from some point on.
enum class SyntaxErrorKind : std::uint8_t {
  Reader, ///< bytes that no YAML text may have
  Grammar,
  UnknownAnchor,
  TooDeep,
  TooManyNodes,
  TooLarge,
};

struct SyntaxError {
  SyntaxErrorKind kind = SyntaxErrorKind::Grammar;
  std::string problem; ///< libyaml's words
  std::string context; ///< libyaml's words for what it was doing; may be empty
  Mark where;
  Mark contextWhere;          ///< where that began; 0:0 when not known
  std::size_t byteOffset = 0; ///< of a Reader error
};

/// Limits on hostile text. Depth counts nested lists and maps; Cobalt's own limit is 128.
struct Limits {
  std::size_t bytes = std::size_t{1} << 20U;
  std::size_t depth = 128;
  std::size_t nodes = 100'000;
};

/// The first document of a text, up to its end or to the first error.
struct EventStream {
  std::vector<Event> events; ///< at least one unless there is an error
  std::optional<SyntaxError> error;
  bool moreDocuments = false; ///< anything follows the first document
};

/// Reads `text` (UTF-8, any line ends, a BOM is skipped as white space). Never throws.
EventStream readEvents(std::string_view text, const Limits& limits = {});

} // namespace postwright::yaml

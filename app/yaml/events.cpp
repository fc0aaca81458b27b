#include "app/yaml/events.h"

#include <yaml.h>

#include <algorithm>
#include <unordered_map>

namespace postwright::yaml {
namespace {

/// Turns libyaml's code-point indexes into byte offsets; neighbouring questions are cheap.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text)
      : m_text(text),
        m_ascii(std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) {}

  std::size_t of(std::size_t index) {
    if (m_ascii) return std::min(index, m_text.size());
    while (m_index < index && m_byte < m_text.size()) {
      ++m_byte;
      while (m_byte < m_text.size() && isContinuation(m_byte))
        ++m_byte;
      ++m_index;
    }
    while (m_index > index && m_byte > 0) {
      --m_byte;
      while (m_byte > 0 && isContinuation(m_byte))
        --m_byte;
      --m_index;
    }
    return m_byte;
  }

 private:
  bool isContinuation(std::size_t byte) const {
    return (static_cast<unsigned char>(m_text[byte]) & 0xC0U) == 0x80U;
  }

  std::string_view m_text;
  bool m_ascii;
  std::size_t m_index = 0;
  std::size_t m_byte = 0;
};

struct ParserHandle {
  yaml_parser_t parser{};
  bool ok = yaml_parser_initialize(&parser) != 0;

  ParserHandle() = default;
  ParserHandle(const ParserHandle&) = delete;
  ParserHandle& operator=(const ParserHandle&) = delete;
  ~ParserHandle() {
    if (ok) yaml_parser_delete(&parser);
  }
};

struct EventHandle {
  yaml_event_t event{};

  EventHandle() = default;
  EventHandle(const EventHandle&) = delete;
  EventHandle& operator=(const EventHandle&) = delete;
  ~EventHandle() { yaml_event_delete(&event); }
};

std::string textOf(const yaml_char_t* text) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

Style styleOf(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return Style::Folded;
    default:
      return Style::Plain;
  }
}

/// libyaml looks at every open bracket for each token: nodes times brackets are counted, and what a text of
/// this size may need is far above what texts do need.
std::size_t workAllowed(std::size_t bytes) {
  return 8 * bytes + 500'000;
}

class EventReader {
 public:
  EventReader(std::string_view text, const Limits& limits)
      : m_text(text), m_limits(limits), m_offsets(text) {}

  EventStream read() {
    if (m_text.size() > m_limits.bytes) return failed(SyntaxErrorKind::TooLarge, {});
    if (!m_handle.ok) return failed(SyntaxErrorKind::Reader, {});
    // A set encoding keeps libyaml from eating a BOM, as in serde_yaml.
    yaml_parser_set_encoding(&m_handle.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&m_handle.parser, reinterpret_cast<const unsigned char*>(m_text.data()),
                                 m_text.size());
    while (step()) {
    }
    closeAll(m_stream.events.size());
    return std::move(m_stream);
  }

 private:
  EventStream failed(SyntaxErrorKind kind, Mark where) {
    m_stream.error = SyntaxError{kind, {}, {}, where, {}, 0};
    return std::move(m_stream);
  }

  Mark markOf(const yaml_mark_t& mark) {
    return {static_cast<std::uint32_t>(m_offsets.of(mark.index)), static_cast<std::uint32_t>(mark.line),
            static_cast<std::uint32_t>(mark.column)};
  }

  bool stop(SyntaxErrorKind kind, Mark where) {
    m_stream.error = SyntaxError{kind, {}, {}, where, {}, 0};
    return false;
  }

  bool stopAtParserError() {
    const yaml_parser_t& parser = m_handle.parser;
    SyntaxError error;
    error.kind = parser.error == YAML_READER_ERROR ? SyntaxErrorKind::Reader : SyntaxErrorKind::Grammar;
    error.problem = parser.problem == nullptr ? "" : parser.problem;
    error.context = parser.context == nullptr ? "" : parser.context;
    error.where = markOf(parser.problem_mark);
    error.contextWhere = markOf(parser.context_mark);
    error.byteOffset = parser.problem_offset;
    m_stream.error = std::move(error);
    return false;
  }

  /// One event; false when the document or the reading is over.
  bool step() {
    EventHandle handle;
    if (yaml_parser_parse(&m_handle.parser, &handle.event) == 0) return stopAtParserError();
    const yaml_event_t& event = handle.event;
    switch (event.type) {
      case YAML_STREAM_START_EVENT:
      case YAML_DOCUMENT_START_EVENT:
        return true;
      case YAML_DOCUMENT_END_EVENT:
        m_stream.moreDocuments = hasMore();
        return false;
      case YAML_STREAM_END_EVENT:
        add(event, EventKind::Nothing);
        return false;
      case YAML_ALIAS_EVENT:
        return addAlias(event);
      case YAML_SCALAR_EVENT:
        return addScalar(event);
      case YAML_SEQUENCE_START_EVENT:
        return open(event, EventKind::ListStart);
      case YAML_MAPPING_START_EVENT:
        return open(event, EventKind::MapStart);
      case YAML_SEQUENCE_END_EVENT:
        return close(event, EventKind::ListEnd);
      case YAML_MAPPING_END_EVENT:
        return close(event, EventKind::MapEnd);
      default:
        return false;
    }
  }

  bool hasMore() {
    EventHandle handle;
    return yaml_parser_parse(&m_handle.parser, &handle.event) == 0 ||
           handle.event.type != YAML_STREAM_END_EVENT;
  }

  Event& add(const yaml_event_t& event, EventKind kind) {
    Event& added = m_stream.events.emplace_back();
    added.kind = kind;
    added.start = markOf(event.start_mark);
    added.end = markOf(event.end_mark);
    return added;
  }

  bool mayAdd(const yaml_event_t& event) {
    m_work += m_openBrackets;
    if (m_stream.events.size() < m_limits.nodes && m_work <= workAllowed(m_text.size())) return true;
    return stop(SyntaxErrorKind::TooManyNodes, markOf(event.start_mark));
  }

  void setProperties(Event& event, const yaml_char_t* tag, const yaml_char_t* anchor) {
    event.tag = textOf(tag);
    event.anchor = textOf(anchor);
    if (anchor != nullptr) m_anchors[event.anchor] = m_stream.events.size() - 1;
  }

  bool addAlias(const yaml_event_t& event) {
    const std::string name = textOf(event.data.alias.anchor);
    const auto target = m_anchors.find(name);
    if (target == m_anchors.end()) {
      return stop(SyntaxErrorKind::UnknownAnchor, markOf(event.start_mark));
    }
    if (!mayAdd(event)) return false;
    Event& alias = add(event, EventKind::Alias);
    alias.text = name;
    alias.partner = target->second;
    return true;
  }

  bool addScalar(const yaml_event_t& event) {
    if (!mayAdd(event)) return false;
    const auto& scalar = event.data.scalar;
    Event& added = add(event, EventKind::Scalar);
    added.style = styleOf(scalar.style);
    added.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
    setProperties(added, scalar.tag, scalar.anchor);
    return true;
  }

  bool open(const yaml_event_t& event, EventKind kind) {
    if (m_open.size() >= m_limits.depth) {
      return stop(SyntaxErrorKind::TooDeep, markOf(event.start_mark));
    }
    if (!mayAdd(event)) return false;
    m_open.push_back(m_stream.events.size());
    Event& added = add(event, kind);
    if (kind == EventKind::ListStart) {
      const auto& list = event.data.sequence_start;
      added.style = list.style == YAML_FLOW_SEQUENCE_STYLE ? Style::Flow : Style::Block;
      setProperties(added, list.tag, list.anchor);
    } else {
      const auto& map = event.data.mapping_start;
      added.style = map.style == YAML_FLOW_MAPPING_STYLE ? Style::Flow : Style::Block;
      setProperties(added, map.tag, map.anchor);
    }
    if (added.style == Style::Flow) ++m_openBrackets;
    return true;
  }

  bool close(const yaml_event_t& event, EventKind kind) {
    Event& start = m_stream.events[m_open.back()];
    start.partner = m_stream.events.size();
    if (start.style == Style::Flow) --m_openBrackets;
    m_open.pop_back();
    add(event, kind);
    return true;
  }

  void closeAll(std::size_t end) {
    for (const std::size_t start : m_open)
      m_stream.events[start].partner = end;
  }

  std::string_view m_text;
  Limits m_limits;
  ByteOffsets m_offsets;
  ParserHandle m_handle;
  EventStream m_stream;
  std::size_t m_work = 0;
  std::size_t m_openBrackets = 0;
  std::vector<std::size_t> m_open;
  std::unordered_map<std::string, std::size_t> m_anchors;
};

} // namespace

EventStream readEvents(std::string_view text, const Limits& limits) {
  return EventReader(text, limits).read();
}

} // namespace postwright::yaml

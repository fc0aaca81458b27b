#include "app/yaml/cursor.h"

#include <algorithm>
#include <limits>

namespace postwright::yaml {

namespace {

constexpr int kMaxDepth = 128;
constexpr std::size_t kJumpsPerEvent = 100;
/// A map with more faults than this is not read to its end.
constexpr std::size_t kMostFaults = 50;

bool isPlainEmpty(const Event& event) {
  return event.kind == EventKind::Scalar && event.style == Style::Plain && event.text.empty();
}

/// Typed fields take plain scalars under any tag, and literal blocks under the matching core tag.
bool isTypedText(const Event& scalar, std::string_view tag) {
  return scalar.style == Style::Plain || (scalar.style == Style::Literal && scalar.tag == tag);
}

std::string_view expectedUnder(std::string_view tag) {
  if (tag == kBoolTag) return "a boolean";
  if (tag == kIntTag) return "an integer";
  if (tag == kFloatTag) return "a float";
  return "null";
}

bool takesMark(FaultKind kind) {
  switch (kind) {
    case FaultKind::Syntax:
    case FaultKind::EndOfStream:
    case FaultKind::MoreDocuments:
    case FaultKind::RecursionLimit:
    case FaultKind::RepetitionLimit:
      return false;
    default:
      return true;
  }
}

/// Where in the text a fault is, for their order.
std::uint32_t byteOf(const Fault& fault) {
  return fault.place.value_or(fault.mark.value_or(Mark{})).byte;
}

Fault fieldFault(Fault fault, const Mark& place, const std::string& field) {
  if (!fault.place) fault.place = place;
  if (fault.field.empty()) fault.field = field;
  return fault;
}

} // namespace

Reading<const Event*> Cursor::peek() const {
  const EventStream& stream = m_shared.stream;
  if (m_position < stream.events.size()) return &stream.events[m_position];
  if (stream.error) return tl::unexpected(syntaxFault(*stream.error));
  return tl::unexpected(customFault(FaultKind::EndOfStream, "EOF while parsing a value"));
}

Reading<const Event*> Cursor::next() {
  auto event = peek();
  if (event) ++m_position;
  return event;
}

std::optional<Mark> Cursor::mark() const {
  const auto event = peek();
  return event ? std::optional((*event)->start) : std::nullopt;
}

bool Cursor::isAt(EventKind end) const {
  const auto event = peek();
  return event && (*event)->kind == end;
}

std::string Cursor::pathText() const {
  std::vector<const PathNode*> nodes;
  for (const PathNode* node = m_path; node != nullptr; node = node->parent)
    nodes.push_back(node);
  std::string text;
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    const PathNode& step = **node;
    if (step.index) {
      if (text.empty()) text = ".";
      text += "[" + std::to_string(*step.index) + "]";
      continue;
    }
    if (!text.empty()) text += ".";
    text += step.key.value_or("?");
  }
  return text.empty() ? "." : text;
}

Fault Cursor::fixed(Fault fault, const Event& event) const {
  if (fault.mark || !takesMark(fault.kind)) return fault;
  fault.mark = event.start;
  if (!fault.place) fault.place = event.start;
  fault.path = pathText();
  return fault;
}

Fault Cursor::mismatch(const Event& event, std::string_view expected) const {
  switch (event.kind) {
    case EventKind::ListStart:
      return fixed(wrongType("sequence", expected), event);
    case EventKind::MapStart:
      return fixed(wrongType("map", expected), event);
    case EventKind::Scalar:
      break;
    default:
      return customFault(FaultKind::EndOfStream, "EOF while parsing a value");
  }
  const auto typed = typeScalar(event);
  if (typed) return fixed(wrongType(describeTyped(*typed), expected), event);
  return fixed(wrongValue(describeText(event.text), expectedUnder(event.tag)), event);
}

Reading<void> Cursor::mayNest(const Event& event) const {
  if (m_depthLeft > 0) return {};
  Fault fault = customFault(FaultKind::RecursionLimit, "recursion limit exceeded");
  fault.mark = event.start;
  fault.place = event.start;
  return tl::unexpected(std::move(fault));
}

Reading<void> Cursor::jump(const Event& alias, const ReadValue& read) {
  if (++m_shared.jumps > m_shared.stream.events.size() * kJumpsPerEvent) {
    return tl::unexpected(customFault(FaultKind::RepetitionLimit, "repetition limit exceeded"));
  }
  std::size_t position = alias.partner;
  Cursor target(m_shared, position, m_path, m_depthLeft);
  auto result = read(target);
  if (!result) return tl::unexpected(fixed(std::move(result.error()), alias));
  return result;
}

Reading<void> Cursor::readScalar(std::string_view expected, const std::function<bool(const Event&)>& take) {
  const auto event = next();
  if (!event) return tl::unexpected(event.error());
  if ((*event)->kind == EventKind::Alias) {
    return jump(**event, [&](Cursor& target) { return target.readScalar(expected, take); });
  }
  if ((*event)->kind == EventKind::Scalar && take(**event)) return {};
  return tl::unexpected(mismatch(**event, expected));
}

Reading<bool> Cursor::readBool() {
  bool value = false;
  const auto take = [&](const Event& scalar) {
    if (!isTypedText(scalar, kBoolTag)) return false;
    const auto parsed = parseBool(scalar.text);
    value = parsed.value_or(false);
    return parsed.has_value();
  };
  const auto done = readScalar("a boolean", take);
  if (!done) return tl::unexpected(done.error());
  return value;
}

Reading<std::int32_t> Cursor::readInt32() {
  constexpr std::string_view kName = "i32";
  std::int64_t value = 0;
  const Event* scalar = nullptr;
  const auto take = [&](const Event& event) {
    if (!isTypedText(event, kIntTag)) return false;
    const auto parsed = parseSigned(event.text);
    value = parsed.value_or(0);
    scalar = &event;
    return parsed.has_value();
  };
  const auto done = readScalar(kName, take);
  if (!done) return tl::unexpected(done.error());
  using Range = std::numeric_limits<std::int32_t>;
  if (value >= Range::min() && value <= Range::max()) return static_cast<std::int32_t>(value);
  return tl::unexpected(fixed(wrongValue(describeTyped(value), kName), *scalar));
}

Reading<std::string> Cursor::readString() {
  std::string text;
  const auto done = readScalar("a string", [&](const Event& scalar) {
    text = scalar.text;
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return text;
}

Reading<std::size_t> Cursor::readTaggedChoice(const Event& event,
                                              const std::vector<std::string>& names) const {
  const std::string name = event.localTag();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return tl::unexpected(unknownVariant(name, names));
  if (event.kind != EventKind::Scalar) return tl::unexpected(mismatch(event, "unit"));
  const bool isNull = event.style == Style::Plain && (event.text.empty() || isNullWord(event.text));
  if (!isNull) return tl::unexpected(fixed(wrongValue(describeText(event.text), "null"), event));
  return static_cast<std::size_t>(found - names.begin());
}

Reading<std::size_t> Cursor::readChoice(const std::vector<std::string>& names) {
  const auto event = next();
  if (!event) return tl::unexpected(event.error());
  if ((*event)->kind == EventKind::Alias) {
    return follow<std::size_t>(**event, [&](Cursor& target) { return target.readChoice(names); });
  }
  if ((*event)->hasLocalTag()) return readTaggedChoice(**event, names);
  if ((*event)->kind != EventKind::Scalar) {
    return tl::unexpected(mismatch(**event, "a YAML tag starting with '!'"));
  }
  const auto found = std::find(names.begin(), names.end(), (*event)->text);
  if (found == names.end()) return tl::unexpected(fixed(unknownVariant((*event)->text, names), **event));
  return static_cast<std::size_t>(found - names.begin());
}

Reading<void> Cursor::readOptional(const ReadValue& read) {
  const auto event = peek();
  if (!event) return tl::unexpected(event.error());
  const Event& value = **event;
  if (value.kind == EventKind::Alias) {
    ++m_position;
    if (++m_shared.jumps > m_shared.stream.events.size() * kJumpsPerEvent) {
      return tl::unexpected(customFault(FaultKind::RepetitionLimit, "repetition limit exceeded"));
    }
    std::size_t position = value.partner;
    Cursor target(m_shared, position, m_path, m_depthLeft);
    return target.readOptional(read);
  }
  if (value.kind == EventKind::Nothing) {
    ++m_position;
    return {};
  }
  if (value.kind != EventKind::Scalar || value.style != Style::Plain) return read(*this);
  if (value.tag == kNullTag && !isNullWord(value.text)) {
    return tl::unexpected(wrongValue(describeText(value.text), "null"));
  }
  const bool isNull = value.tag.empty() && (value.text.empty() || isNullWord(value.text));
  if (!isNull && value.tag != kNullTag) return read(*this);
  ++m_position;
  return {};
}

Reading<void> Cursor::readItems(const Event& start, const ReadValue& read) {
  if (auto nest = mayNest(start); !nest) return nest;
  for (std::size_t index = 0; !isAt(EventKind::ListEnd); ++index) {
    if (const auto event = peek(); !event) return tl::unexpected(event.error());
    const PathNode path{m_path, std::nullopt, index};
    Cursor item(m_shared, m_position, &path, m_depthLeft - 1);
    if (auto done = read(item); !done) return tl::unexpected(fixed(std::move(done.error()), start));
  }
  ++m_position;
  return {};
}

Reading<void> Cursor::readList(const ReadValue& read) {
  const auto event = next();
  if (!event) return tl::unexpected(event.error());
  const Event& start = **event;
  switch (start.kind) {
    case EventKind::Alias:
      return jump(start, [&](Cursor& target) { return target.readList(read); });
    case EventKind::ListStart:
      return readItems(start, read);
    default:
      break;
  }
  if (start.kind == EventKind::Nothing || isPlainEmpty(start)) return {};
  return tl::unexpected(mismatch(start, "a sequence"));
}

Reading<void> Cursor::readEntries(const Event& start, const ReadEntry& read) {
  if (auto nest = mayNest(start); !nest) return nest;
  Cursor keys(m_shared, m_position, m_path, m_depthLeft - 1);
  while (!isAt(EventKind::MapEnd)) {
    const auto keyEvent = peek();
    if (!keyEvent) return tl::unexpected(keyEvent.error());
    auto key = keys.readString();
    if (!key) return tl::unexpected(fixed(std::move(key.error()), start));
    const bool hasText = (*keyEvent)->kind == EventKind::Scalar;
    const PathNode path{
        m_path, hasText ? std::optional<std::string_view>((*keyEvent)->text) : std::nullopt, {}};
    Cursor value(m_shared, m_position, &path, m_depthLeft - 1);
    auto done = read(*std::move(key), value);
    if (!done) return tl::unexpected(fixed(std::move(done.error()), start));
  }
  ++m_position;
  return {};
}

Reading<void> Cursor::readMap(const ReadEntry& read) {
  const auto event = next();
  if (!event) return tl::unexpected(event.error());
  const Event& start = **event;
  switch (start.kind) {
    case EventKind::Alias:
      return jump(start, [&](Cursor& target) { return target.readMap(read); });
    case EventKind::MapStart:
      return readEntries(start, read);
    default:
      break;
  }
  if (start.kind == EventKind::Nothing || isPlainEmpty(start)) return {};
  return tl::unexpected(mismatch(start, "a map"));
}

Reading<void> Cursor::readStruct(std::string_view typeName, const std::vector<std::string>& names,
                                 const ReadField& read) {
  const auto event = next();
  if (!event) return tl::unexpected(event.error());
  const Event& start = **event;
  switch (start.kind) {
    case EventKind::Alias:
      return jump(start, [&](Cursor& target) { return target.readStruct(typeName, names, read); });
    case EventKind::MapStart:
      return readFields(start, names, read);
    default:
      break;
  }
  if (start.kind == EventKind::Nothing || isPlainEmpty(start)) return {};
  return tl::unexpected(mismatch(start, "struct " + std::string(typeName)));
}

Reading<std::size_t> Cursor::readFieldName(const std::vector<std::string>& names) {
  const auto event = next();
  if (!event) return tl::unexpected(event.error());
  if ((*event)->kind == EventKind::Alias) {
    return follow<std::size_t>(**event, [&](Cursor& target) { return target.readFieldName(names); });
  }
  if ((*event)->kind != EventKind::Scalar) return tl::unexpected(mismatch(**event, "field identifier"));
  const auto found = std::find(names.begin(), names.end(), (*event)->text);
  if (found == names.end()) return tl::unexpected(fixed(unknownField((*event)->text, names), **event));
  return static_cast<std::size_t>(found - names.begin());
}

/// The position after the value that starts at `position`.
std::size_t Cursor::behind(std::size_t position) const {
  const auto& events = m_shared.stream.events;
  if (position >= events.size()) return events.size();
  const Event& event = events[position];
  const bool nested = event.kind == EventKind::ListStart || event.kind == EventKind::MapStart;
  return std::min(events.size(), (nested ? event.partner : position) + 1);
}

Reading<void> Cursor::readFields(const Event& start, const std::vector<std::string>& names,
                                 const ReadField& read) {
  if (auto nest = mayNest(start); !nest) return nest;
  std::optional<Fault> first;
  std::size_t faults = 0;
  const auto keep = [&](Fault fault) {
    ++faults;
    fault = fixed(std::move(fault), start);
    if (!first) {
      first = std::move(fault);
    } else if (fault.kind != FaultKind::RepetitionLimit) { // once it is reached, every alias is over it
      m_shared.others.push_back(std::move(fault));
    }
  };
  std::vector<bool> seen(names.size());
  Cursor keys(m_shared, m_position, m_path, m_depthLeft - 1);
  while (!isAt(EventKind::MapEnd) && faults < kMostFaults) {
    const auto key = peek();
    if (!key) {
      keep(key.error());
      break;
    }
    const std::size_t valueAt = behind(m_position);
    auto index = keys.readFieldName(names);
    m_position = valueAt;
    if (!index) {
      keep(std::move(index.error()));
    } else if (seen[*index]) {
      keep(fieldFault(duplicateField(names[*index]), (*key)->start, names[*index]));
    } else {
      seen[*index] = true;
      const PathNode path{m_path, names[*index], std::nullopt};
      Cursor value(m_shared, m_position, &path, m_depthLeft - 1);
      const Mark place = value.mark().value_or((*key)->start);
      if (auto done = read(*index, value, **key); !done) {
        keep(fieldFault(std::move(done.error()), place, names[*index]));
      }
    }
    m_position = behind(valueAt);
  }
  ++m_position;
  if (first) return tl::unexpected(*std::move(first));
  return {};
}

Reading<void> readRoot(const EventStream& stream, const Cursor::ReadValue& read) {
  Cursor::Shared shared{stream, 0, std::nullopt, {}};
  std::size_t position = 0;
  Cursor root(shared, position, nullptr, kMaxDepth);
  if (auto done = read(root); !done) {
    done.error().others = std::move(shared.others);
    std::ranges::stable_sort(done.error().others, {}, byteOf);
    return done;
  }
  if (stream.error) return tl::unexpected(syntaxFault(*stream.error));
  if (!stream.moreDocuments) return {};
  return tl::unexpected(
      customFault(FaultKind::MoreDocuments,
                  "deserializing from YAML containing more than one document is not supported"));
}

} // namespace postwright::yaml

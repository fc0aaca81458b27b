#include "app/base/date_time.h"
#include "app/yaml/cursor.h"

namespace postwright::yaml {
namespace {

/// A map of one small number and null is Liquid's numbered state to Cobalt; those without a value here are
/// nil.
std::optional<Value> stateOf(const std::optional<Value>& key, const std::optional<Value>& value) {
  if (!key || !value || key->kind() != Value::Kind::Int || !value->isNil()) return std::nullopt;
  switch (key->asInt()) {
    case 0:
    case 1:
      return Value();
    case 2:
      return Value::empty();
    case 3:
      return Value::blank();
    default:
      return std::nullopt;
  }
}

/// What a template makes of a typed scalar; nothing for integers that it cannot hold.
struct TemplateValue {
  Dates dates;

  std::optional<Value> operator()(std::monostate) const { return Value(); }
  std::optional<Value> operator()(bool value) const { return Value(value); }
  std::optional<Value> operator()(std::int64_t value) const { return Value(value); }
  std::optional<Value> operator()(std::uint64_t value) const { return Value(static_cast<double>(value)); }
  std::optional<Value> operator()(const HugeInteger&) const { return std::nullopt; }
  std::optional<Value> operator()(double value) const { return Value(value); }
  std::optional<Value> operator()(const std::string& text) const {
    if (dates == Dates::Convert) {
      if (const auto dateTime = parseDateTime(text)) return Value(*dateTime);
      if (const auto date = parseDate(text)) return Value(*date);
    }
    return Value(text);
  }
};

} // namespace

Reading<std::optional<Value>> Cursor::readAnyScalar(const Event& scalar, Dates dates) const {
  constexpr std::string_view kAnything = "any value";
  const auto typed = typeScalar(scalar);
  if (!typed) return tl::unexpected(mismatch(scalar, kAnything));
  auto value = std::visit(TemplateValue{dates}, *typed);
  if (!value) return tl::unexpected(mismatch(scalar, kAnything));
  return value;
}

Reading<std::optional<Value>> Cursor::readAnyList(const Event& start, Dates dates) {
  Array items;
  bool fits = true;
  auto done = readItems(start, [&](Cursor& item) -> Reading<void> {
    auto value = item.readValue(dates);
    if (!value) return tl::unexpected(std::move(value.error()));
    if (*value) {
      items.push_back(**std::move(value));
    } else {
      fits = false;
    }
    return {};
  });
  if (!done) return tl::unexpected(std::move(done.error()));
  return fits ? std::optional<Value>(std::move(items)) : std::nullopt;
}

Reading<std::optional<Value>> Cursor::readAnyMap(const Event& start, Dates dates) {
  if (auto nest = mayNest(start); !nest) return tl::unexpected(std::move(nest.error()));
  Object entries;
  bool fits = true;
  std::size_t count = 0;
  std::optional<Value> state;
  Cursor keys(m_shared, m_position, m_path, m_depthLeft - 1);
  while (!isAt(EventKind::MapEnd)) {
    const auto keyEvent = peek();
    if (!keyEvent) return tl::unexpected(keyEvent.error());
    auto key = keys.readValue(Dates::KeepText);
    if (!key) return tl::unexpected(fixed(std::move(key.error()), start));
    const bool hasText = (*keyEvent)->kind == EventKind::Scalar;
    const PathNode path{
        m_path, hasText ? std::optional<std::string_view>((*keyEvent)->text) : std::nullopt, {}};
    Cursor entry(m_shared, m_position, &path, m_depthLeft - 1);
    auto value = entry.readValue(dates);
    if (!value) return tl::unexpected(fixed(std::move(value.error()), start));
    const std::optional<Value>& name = *key;
    const std::optional<Value>& content = *value;
    if (++count == 1) state = stateOf(name, content);
    const bool isText = name && name->isString();
    if (!isText && !m_shared.oddKey) m_shared.oddKey = (*keyEvent)->start;
    if (name && content && isText && fits) {
      entries.set(name->asString(), *content);
    } else {
      fits = false;
    }
  }
  ++m_position;
  if (count == 1 && state) return state;
  return fits ? std::optional<Value>(std::move(entries)) : std::nullopt;
}

Reading<std::optional<Value>> Cursor::readValue(Dates dates) {
  const auto event = next();
  if (!event) return tl::unexpected(event.error());
  const Event& start = **event;
  if (start.kind == EventKind::Alias) {
    return follow<std::optional<Value>>(start, [&](Cursor& target) { return target.readValue(dates); });
  }
  if (start.hasLocalTag()) {
    Fault fault =
        customFault(FaultKind::LocalTag, "untagged and internally tagged enums do not support enum input");
    fault.subject = start.localTag();
    return tl::unexpected(fixed(std::move(fault), start));
  }
  switch (start.kind) {
    case EventKind::Scalar:
      return readAnyScalar(start, dates);
    case EventKind::ListStart:
      return readAnyList(start, dates);
    case EventKind::MapStart:
      return readAnyMap(start, dates);
    default:
      return std::optional<Value>(Value());
  }
}

} // namespace postwright::yaml

#include "app/base/value.h"

#include <algorithm>
#include <array>

namespace postwright {
namespace {

constexpr std::size_t kSmall = 8; // up to here a linear search is faster than the index
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

} // namespace

Value::Value(postwright::Array value) : m_data(std::make_shared<const postwright::Array>(std::move(value))) {}
Value::Value(postwright::Object value)
    : m_data(std::make_shared<const postwright::Object>(std::move(value))) {}

Value::Kind Value::kind() const {
  static constexpr std::array kKinds = {Kind::Nil,  Kind::Nil,      Kind::Bool,   Kind::Int,   Kind::Float,
                                        Kind::Date, Kind::DateTime, Kind::String, Kind::Array, Kind::Object};
  const Value& value = resolved();
  if (const auto* state = std::get_if<State>(&value.m_data)) return state->kind;
  return kKinds[value.m_data.index()];
}

bool Value::operator==(const Value& other) const {
  if (kind() != other.kind()) return false;
  switch (kind()) {
    case Kind::Nil:
    case Kind::Empty:
    case Kind::Blank:
      return true;
    case Kind::Bool:
      return asBool() == other.asBool();
    case Kind::Int:
      return asInt() == other.asInt();
    case Kind::Float:
      return asFloat() == other.asFloat();
    case Kind::Date:
      return asDate() == other.asDate();
    case Kind::DateTime:
      return asDateTime().sameInstant(other.asDateTime()) &&
             asDateTime().offsetSeconds == other.asDateTime().offsetSeconds;
    case Kind::String:
      return asString() == other.asString();
    case Kind::Array:
      return asArray() == other.asArray();
    case Kind::Object:
      return asObject() == other.asObject();
  }
  return false;
}

Object::Object(std::initializer_list<Entry> entries) {
  for (const Entry& entry : entries)
    set(entry.first, entry.second);
}

std::size_t Object::sortedPosition(std::string_view key) const {
  const auto found =
      std::lower_bound(m_sorted.begin(), m_sorted.end(), key,
                       [&](std::uint32_t i, std::string_view k) { return m_entries[i].first < k; });
  return static_cast<std::size_t>(found - m_sorted.begin());
}

std::size_t Object::indexOf(std::string_view key) const {
  if (m_sorted.empty()) {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.first == key; });
    return found == m_entries.end() ? kNone : static_cast<std::size_t>(found - m_entries.begin());
  }
  const std::size_t position = sortedPosition(key);
  if (position == m_sorted.size() || m_entries[m_sorted[position]].first != key) return kNone;
  return m_sorted[position];
}

const Value* Object::find(std::string_view key) const {
  const std::size_t index = indexOf(key);
  return index == kNone ? nullptr : &m_entries[index].second;
}

void Object::set(std::string key, Value value) {
  const std::size_t index = indexOf(key);
  if (index != kNone) {
    m_entries[index].second = std::move(value);
    return;
  }
  m_entries.emplace_back(std::move(key), std::move(value));
  if (m_entries.size() <= kSmall) return;
  if (m_sorted.empty()) {
    for (std::uint32_t i = 0; i < m_entries.size(); ++i)
      m_sorted.push_back(i);
    std::sort(m_sorted.begin(), m_sorted.end(),
              [&](std::uint32_t a, std::uint32_t b) { return m_entries[a].first < m_entries[b].first; });
    return;
  }
  const auto position = static_cast<std::ptrdiff_t>(sortedPosition(m_entries.back().first));
  m_sorted.insert(m_sorted.begin() + position, static_cast<std::uint32_t>(m_entries.size() - 1));
}

bool Object::remove(std::string_view key) {
  const std::size_t index = indexOf(key);
  if (index == kNone) return false;
  std::vector<Entry> rest = std::move(m_entries);
  m_entries.clear();
  m_sorted.clear();
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (i != index) set(std::move(rest[i].first), std::move(rest[i].second));
  }
  return true;
}

bool Object::operator==(const Object& other) const {
  if (size() != other.size()) return false;
  return std::all_of(begin(), end(), [&](const Entry& entry) {
    const Value* value = other.find(entry.first);
    return value != nullptr && *value == entry.second;
  });
}

} // namespace postwright

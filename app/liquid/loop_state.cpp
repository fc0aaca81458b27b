#include "app/liquid/loop_state.h"

#include <array>
#include <span>

namespace postwright::liquid {
namespace {

struct Field {
  std::string_view name;
  Value (*value)(const LoopState&);
};

Value number(std::size_t value) {
  return static_cast<std::int64_t>(value);
}

Value parentOf(const LoopState& loop) {
  return loop.parent != nullptr ? loop.parent->toValue() : loop.parentValue;
}

constexpr Field kLength{"length", [](const LoopState& l) { return number(l.length); }};
constexpr Field kIndex0{"index0", [](const LoopState& l) { return number(l.index); }};
constexpr Field kIndex{"index", [](const LoopState& l) { return number(l.index + 1); }};
constexpr Field kRemaining0{"rindex0", [](const LoopState& l) { return number(l.length - l.index - 1); }};
constexpr Field kRemaining{"rindex", [](const LoopState& l) { return number(l.length - l.index); }};
constexpr Field kFirst{"first", [](const LoopState& l) { return Value(l.isFirst()); }};
constexpr Field kLast{"last", [](const LoopState& l) { return Value(l.isLast()); }};

constexpr std::array<Field, 8> kLoopFields = {
    kLength, Field{"parentloop", parentOf}, kIndex0, kIndex, kRemaining0, kRemaining, kFirst, kLast};

constexpr std::array<Field, 11> kTableFields = {
    kLength,
    kIndex0,
    kIndex,
    kRemaining0,
    kRemaining,
    kFirst,
    kLast,
    Field{"col0", [](const LoopState& l) { return number(l.column()); }},
    Field{"col", [](const LoopState& l) { return number(l.column() + 1); }},
    Field{"col_first", [](const LoopState& l) { return Value(l.column() == 0); }},
    Field{"col_last", [](const LoopState& l) { return Value(l.endsRow()); }}};

std::span<const Field> fieldsOf(const LoopState& loop) {
  return loop.isTable ? std::span<const Field>(kTableFields) : std::span<const Field>(kLoopFields);
}

} // namespace

const Name& LoopState::name() const {
  static const Name kForloop("forloop");
  static const Name kTablerow("tablerow");
  return isTable ? kTablerow : kForloop;
}

std::optional<Value> LoopState::field(const Key& key) const {
  for (const Field& field : fieldsOf(*this)) {
    if (field.name == key.text) return field.value(*this);
  }
  if (key.word == Key::Word::Size) return number(fieldsOf(*this).size());
  return std::nullopt;
}

std::vector<std::string> LoopState::fieldNames() const {
  std::vector<std::string> names;
  for (const Field& field : fieldsOf(*this))
    names.emplace_back(field.name);
  return names;
}

Value LoopState::toValue() const {
  Object object;
  for (const Field& field : fieldsOf(*this))
    object.set(std::string(field.name), field.value(*this));
  return object;
}

} // namespace postwright::liquid

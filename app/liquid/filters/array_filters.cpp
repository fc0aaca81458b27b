// Filters on arrays.
#include <algorithm>
#include <array>
#include <optional>

#include "app/base/unicode.h"
#include "app/liquid/compare.h"
#include "app/liquid/filter.h"
#include "app/liquid/rust_sort.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

using Type = FilterParameter::Type;

constexpr FilterParameter kOptionalProperty{"property", Type::Text, true};

tl::unexpected<FailurePointer> arrayExpected() {
  return invalidInput("Array expected");
}

tl::unexpected<FailurePointer> objectsExpected() {
  return invalidInput("Array of objects expected");
}

Outcome<Value> limited(Array array, const FilterCall& call) {
  if (array.size() > call.itemLimit()) return tooLarge(call.itemLimit());
  return Value(std::move(array));
}

/// The items of an array, none for nil, else the value itself.
Array asSequence(const Value& value) {
  if (value.isArray()) return value.asArray();
  return value.isNil() ? Array() : Array{value};
}

bool areObjects(const Array& array) {
  return std::all_of(array.begin(), array.end(), [](const Value& item) { return item.isObject(); });
}

/// Null when the item is no object or has no such key.
const Value* propertyOf(const Value& item, std::string_view property) {
  return item.isObject() ? item.asObject().find(property) : nullptr;
}

const Value& propertyOrNil(const Value& item, std::string_view property) {
  static const Value kNil;
  const Value* found = propertyOf(item, property);
  return found == nullptr ? kNil : *found;
}

Outcome<Value> join(FilterCall& call) {
  if (!call.input().isArray()) return invalidInput("Array of strings expected");
  const std::string_view separator = call.text(0, " ");
  std::string text;
  bool isFirst = true;
  for (const Value& item : call.input().asArray()) {
    if (!isFirst) text += separator;
    isFirst = false;
    appendText(text, item, call.textLimit());
    if (text.size() > call.textLimit()) return tooLarge(call.textLimit());
  }
  return Value(std::move(text));
}

/// Nil comes last; what has no order counts as equal.
bool comesBefore(const Value& a, const Value& b) {
  if (a.isNil()) return false;
  return b.isNil() || compareValues(a, b) < 0;
}

Outcome<Value> sort(FilterCall& call) {
  Array items = asSequence(call.input());
  if (!call.has(0)) {
    rustSort(items, comesBefore);
    return Value(std::move(items));
  }
  if (!areObjects(items)) return objectsExpected();
  const std::string_view property = call.text(0);
  rustSort(items, [&](const Value& a, const Value& b) {
    return comesBefore(propertyOrNil(a, property), propertyOrNil(b, property));
  });
  return Value(std::move(items));
}

struct NaturalItem {
  std::optional<std::string> key; ///< nothing for nil
  Value item;
};

std::optional<std::string> naturalKey(const Value& value) {
  if (value.isNil()) return std::nullopt;
  std::string text;
  return lowerCase(textOf(value, text));
}

Outcome<Value> sortNatural(FilterCall& call) {
  Array items = asSequence(call.input());
  if (call.has(0) && !areObjects(items)) return objectsExpected();
  const std::string_view property = call.text(0);
  std::vector<NaturalItem> keyed;
  for (Value& item : items) {
    std::optional<std::string> key = naturalKey(call.has(0) ? propertyOrNil(item, property) : item);
    keyed.push_back({std::move(key), std::move(item)});
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const NaturalItem& a, const NaturalItem& b) {
    return a.key && (!b.key || *a.key < *b.key);
  });
  std::transform(keyed.begin(), keyed.end(), items.begin(),
                 [](NaturalItem& item) { return std::move(item.item); });
  return Value(std::move(items));
}

Outcome<Value> where(FilterCall& call) {
  const Value& input = call.input();
  if (!input.isArray() && !input.isObject())
    return invalidInput("Array of objects or a single object expected");
  const Array items = asSequence(input);
  if (!areObjects(items)) return Value();
  const std::string_view property = call.text(0);
  Array found;
  for (const Value& item : items) {
    const Value* value = propertyOf(item, property);
    if (value == nullptr) continue;
    if (call.has(1) ? equalValues(call.argument(1), *value) : isTruthy(*value)) found.push_back(item);
  }
  return Value(std::move(found));
}

Outcome<Value> uniq(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  Array kept;
  for (const Value& item : call.input().asArray()) {
    if (call.mustStop()) return stopped();
    const bool isKnown =
        std::any_of(kept.begin(), kept.end(), [&](const Value& known) { return equalValues(known, item); });
    if (!isKnown) kept.push_back(item);
  }
  return Value(std::move(kept));
}

Outcome<Value> reverse(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  const Array& items = call.input().asArray();
  return Value(Array(items.rbegin(), items.rend()));
}

Outcome<Value> map(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  const std::string_view property = call.text(0);
  Array values;
  for (const Value& item : call.input().asArray()) {
    if (const Value* value = propertyOf(item, property)) values.push_back(*value);
  }
  return Value(std::move(values));
}

Outcome<Value> compact(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  const Array& items = call.input().asArray();
  if (call.has(0) && !areObjects(items)) return objectsExpected();
  const std::string_view property = call.text(0);
  Array kept;
  std::copy_if(items.begin(), items.end(), std::back_inserter(kept), [&](const Value& item) {
    return !(call.has(0) ? propertyOrNil(item, property) : item).isNil();
  });
  return Value(std::move(kept));
}

Outcome<Value> concat(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  if (!call.argument(0).isArray()) return invalidArgument("array", "Array expected");
  const Array& left = call.input().asArray();
  const Array& right = call.argument(0).asArray();
  if (left.size() + right.size() > call.itemLimit()) return tooLarge(call.itemLimit());
  Array all = left;
  all.insert(all.end(), right.begin(), right.end());
  return Value(std::move(all));
}

/// Arrays in arrays, counted as if nothing were shared; false when they are too deep or too many. Without
/// this a template could build, item by item, what can be neither printed nor thrown away.
bool isModest(const Value& value, int depth, std::size_t& nodes) {
  constexpr int kMaxDepth = 100;
  constexpr std::size_t kMaxNodes = 1'000'000;
  if (!value.isArray()) return true;
  if (depth > kMaxDepth || (nodes += value.asArray().size()) > kMaxNodes) return false;
  const Array& items = value.asArray();
  return std::all_of(items.begin(), items.end(),
                     [&](const Value& item) { return isModest(item, depth + 1, nodes); });
}

Outcome<Value> insert(FilterCall& call, bool atEnd) {
  if (!call.input().isArray()) return arrayExpected();
  const Value& element = call.argument(0);
  std::size_t nodes = 0;
  if (!isModest(element, 1, nodes)) return tooLarge(call.itemLimit());
  Array items;
  items.reserve(call.input().asArray().size() + 1);
  if (!atEnd) items.push_back(element);
  items.insert(items.end(), call.input().asArray().begin(), call.input().asArray().end());
  if (atEnd) items.push_back(element);
  return limited(std::move(items), call);
}

Outcome<Value> push(FilterCall& call) {
  return insert(call, true);
}

Outcome<Value> unshift(FilterCall& call) {
  return insert(call, false);
}

Outcome<Value> pop(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  Array items = call.input().asArray();
  if (!items.empty()) items.pop_back();
  return Value(std::move(items));
}

Outcome<Value> shift(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  const Array& items = call.input().asArray();
  return Value(items.empty() ? Array() : Array(items.begin() + 1, items.end()));
}

Outcome<Value> toSentence(FilterCall& call) {
  if (!call.input().isArray()) return arrayExpected();
  const std::string_view connector = call.text(0, "and");
  const Array& items = call.input().asArray();
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ", ";
    if (i > 0 && i + 1 == items.size()) text += std::string(connector) + " ";
    appendText(text, items[i], call.textLimit());
    if (text.size() > call.textLimit()) return tooLarge(call.textLimit());
  }
  return Value(std::move(text));
}

} // namespace

std::span<const FilterEntry> arrayFilters() {
  static constexpr auto kFilters = std::to_array<FilterEntry>({
      {"array_to_sentence_string", toSentence, {{"connector", Type::Text, true}}},
      {"compact", compact, {kOptionalProperty}},
      {"concat", concat, {{"array"}}},
      {"join", join, {{"separator", Type::Text, true}}},
      {"map", map, {{"property", Type::Text}}},
      {"pop", pop, {}},
      {"push", push, {{"element"}}},
      {"reverse", reverse, {}},
      {"shift", shift, {}},
      {"sort", sort, {kOptionalProperty}},
      {"sort_natural", sortNatural, {kOptionalProperty}},
      {"uniq", uniq, {}},
      {"unshift", unshift, {{"element"}}},
      {"where", where, {{"property", Type::Text}, {"target_value", Type::Any, true}}},
  });
  return kFilters;
}

} // namespace postwright::liquid

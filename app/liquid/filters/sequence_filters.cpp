// Filters that take text as well as arrays, or anything at all.
#include <algorithm>
#include <array>

#include "app/base/text.h"
#include "app/liquid/filter.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

using Type = FilterParameter::Type;

Outcome<Value> size(FilterCall& call) {
  const Value& input = call.input();
  std::size_t count = 0;
  if (isScalar(input)) count = call.inputText().size();
  if (input.isArray()) count = input.asArray().size();
  if (input.isObject()) count = input.asObject().size();
  return Value(static_cast<std::int64_t>(count));
}

Outcome<Value> useDefault(FilterCall& call) {
  return isDefault(call.input()) ? call.argument(0) : call.input();
}

Outcome<Value> first(FilterCall& call) {
  const Value& input = call.input();
  if (input.isArray()) return input.asArray().empty() ? Value() : input.asArray().front();
  if (!isScalar(input)) return invalidInput("String or Array expected");
  const std::string_view text = call.inputText();
  std::size_t end = 0;
  if (!text.empty()) nextCodePoint(text, end);
  return Value(text.substr(0, end));
}

Outcome<Value> last(FilterCall& call) {
  const Value& input = call.input();
  if (input.isArray()) return input.asArray().empty() ? Value() : input.asArray().back();
  if (!isScalar(input)) return invalidInput("String or Array expected");
  const std::string_view text = call.inputText();
  std::size_t begin = text.empty() ? 0 : text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
    --begin;
  return Value(text.substr(begin));
}

struct Slice {
  std::size_t offset;
  std::size_t length;
};

/// Offsets beyond either end end up behind everything. Sums wrap as they do in Cobalt.
Slice sliceWithin(std::int64_t offset, std::int64_t length, std::size_t size) {
  const auto end = static_cast<std::int64_t>(size);
  offset = std::min(offset, end);
  if (offset < 0) offset += end;
  const auto sum =
      static_cast<std::int64_t>(static_cast<std::uint64_t>(offset) + static_cast<std::uint64_t>(length));
  if (sum > end) length = end - offset;
  return {static_cast<std::size_t>(offset), static_cast<std::size_t>(length)};
}

/// Offset and length are taken within the bytes, but count characters.
Outcome<Value> sliceText(std::string_view text, Slice slice) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < slice.offset && begin < text.size(); ++i)
    nextCodePoint(text, begin);
  std::size_t end = begin;
  for (std::size_t i = 0; i < slice.length && end < text.size(); ++i)
    nextCodePoint(text, end);
  return Value(text.substr(begin, end - begin));
}

Outcome<Value> slice(FilterCall& call) {
  const std::int64_t offset = call.integer(0);
  const std::int64_t length = call.integer(1, 1);
  if (length < 1) return invalidArgument("length", "Positive number expected");
  if (!call.input().isArray()) {
    const std::string_view text = call.inputText();
    return sliceText(text, sliceWithin(offset, length, text.size()));
  }
  const Array& array = call.input().asArray();
  const Slice slice = sliceWithin(offset, length, array.size());
  const std::size_t begin = std::min(slice.offset, array.size());
  const std::size_t count = std::min(slice.length, array.size() - begin);
  const auto from = array.begin() + static_cast<std::ptrdiff_t>(begin);
  return Value(Array(from, from + static_cast<std::ptrdiff_t>(count)));
}

Outcome<Value> pluralize(FilterCall& call) {
  const auto count = toInteger(call.input());
  if (!count) return invalidInput("Whole number expected");
  return call.argument(*count == 1 ? 0 : 1);
}

} // namespace

std::span<const FilterEntry> sequenceFilters() {
  static constexpr auto kFilters = std::to_array<FilterEntry>({
      {"default", useDefault, {{"default"}}},
      {"first", first, {}},
      {"last", last, {}},
      {"pluralize", pluralize, {{"singular"}, {"plural"}}},
      {"size", size, {}},
      {"slice", slice, {{"offset", Type::Integer}, {"length", Type::Integer, true}}},
  });
  return kFilters;
}

} // namespace postwright::liquid

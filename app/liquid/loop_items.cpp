#include "app/liquid/loop_items.h"

#include <algorithm>
#include <limits>

#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

constexpr std::size_t kMostNumbers = 1'000'000'000; ///< Cobalt keeps them all, and dies of more

FailurePointer expectedFailure(const std::string& expected, const Value& found) {
  FailurePointer failure =
      makeFailure("Expected " + expected + ", found `" + std::string(typeName(found)) + "`");
  failure->meaning(expected == "array" ? ErrorCode::LiquidNotAnArray : ErrorCode::LiquidNotAWholeNumber,
                   {std::string(typeName(found))});
  return failure;
}

/// How many numbers there are from `first` to `last`.
std::size_t countOf(std::int64_t first, std::int64_t last) {
  if (last < first) return 0;
  const std::uint64_t distance = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
  return distance == std::numeric_limits<std::uint64_t>::max() ? distance : distance + 1;
}

} // namespace

bool LoopItems::evaluate(const RangeExpression& range, Renderer& renderer) {
  if (!range.end) {
    Value scratch;
    const Value* value = renderer.evaluate(range.start, scratch);
    if (value == nullptr) return false;
    setArray(*value);
    return true;
  }
  std::int64_t last = 0;
  if (!evaluateBound(range.start, "start", m_first, renderer)) return false;
  if (!evaluateBound(*range.end, "end", last, renderer)) return false;
  if (countOf(m_first, last) > kMostNumbers) return renderer.failLoopBudget();
  m_isCounted = true;
  m_available = m_size = countOf(m_first, last);
  return true;
}

void LoopItems::setArray(const Value& value) {
  m_array = value;
  if (value.isArray()) m_available = value.asArray().size();
  if (value.isObject()) m_available = value.asObject().size();
  m_size = m_available;
}

bool LoopItems::check(Renderer& renderer) const {
  if (!isScalar(m_array)) return true;
  return renderer.fail(expectedFailure("array", m_array));
}

bool LoopItems::evaluateBound(const Expression& bound, const char* name, std::int64_t& result,
                              Renderer& renderer) {
  Value scratch;
  const Value* value = renderer.evaluate(bound, scratch);
  if (value == nullptr) return false;
  if (const auto number = toInteger(*value)) {
    result = *number;
    return true;
  }
  FailurePointer failure = expectedFailure("whole number", *value);
  std::string text;
  failure->context(name, std::string(textOf(*value, text)));
  return renderer.fail(std::move(failure));
}

void LoopItems::cut(std::optional<std::size_t> limit, std::size_t offset) {
  m_skipped = std::min(offset, m_available);
  m_size = limit ? std::min(*limit, m_available) : m_available - m_skipped;
  m_available -= m_skipped;
}

const Value* LoopItems::at(std::size_t index) {
  if (m_isReversed) index = m_size - 1 - index;
  if (index >= m_available) {
    m_scratch = Value();
    return &m_scratch;
  }
  index += m_skipped;
  if (m_isCounted) {
    m_scratch = Value(static_cast<std::int64_t>(static_cast<std::uint64_t>(m_first) + index));
  } else if (m_array.isArray()) {
    return &m_array.asArray()[index];
  } else {
    const Object::Entry& entry = m_array.asObject().begin()[static_cast<std::ptrdiff_t>(index)];
    m_scratch = Array{Value(entry.first), entry.second};
  }
  return &m_scratch;
}

bool evaluateCount(const std::optional<Expression>& expression, std::optional<std::size_t>& result,
                   Renderer& renderer) {
  if (!expression) return true;
  Value scratch;
  const Value* value = renderer.evaluate(*expression, scratch);
  if (value == nullptr) return false;
  const auto number = toInteger(*value);
  if (!number) return renderer.fail(expectedFailure("whole number", *value));
  result = static_cast<std::size_t>(*number);
  return true;
}

} // namespace postwright::liquid

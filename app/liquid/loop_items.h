// What a loop goes over: the items of an array, the pairs of an object, the numbers of a range, cut by
// offset and limit.
// The one rule: items are made one at a time; a range of any length costs nothing.
// Source: RangeExpression and iter_array of liquid-lib 0.26.9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/base/value.h"
#include "app/liquid/expression.h"
#include "app/liquid/renderer.h"

namespace postwright::liquid {

class LoopItems {
 public:
  /// Evaluates the range. Failures name nothing around it.
  bool evaluate(const RangeExpression& range, Renderer& renderer);
  /// Refuses what is no array.
  bool check(Renderer& renderer) const;
  /// Takes `offset` items off the front, then cuts or fills up with nil to `limit`, which counts at most the
  /// length before the cut.
  void cut(std::optional<std::size_t> limit, std::size_t offset);
  void reverse() { m_isReversed = true; }

  std::size_t size() const { return m_size; }
  /// Where the item at `index` is in the list that was given, 0-based.
  std::size_t position(std::size_t index) const {
    return m_skipped + (m_isReversed ? m_size - 1 - index : index);
  }
  /// The item at `index`; valid until the next call.
  const Value* at(std::size_t index);

 private:
  bool evaluateBound(const Expression& bound, const char* name, std::int64_t& result, Renderer& renderer);
  void setArray(const Value& value);

  Value m_array; ///< kept, so that the body may assign the variable
  bool m_isCounted = false;
  std::int64_t m_first = 0; ///< of a range
  std::size_t m_skipped = 0;
  std::size_t m_available = 0; ///< items that there are, after the skipped ones
  std::size_t m_size = 0;
  bool m_isReversed = false;
  Value m_scratch;
};

/// A whole number given as `limit` and the like; negative ones count as very large. Nothing when not given.
/// False with a failure when it is no whole number.
bool evaluateCount(const std::optional<Expression>& expression, std::optional<std::size_t>& result,
                   Renderer& renderer);

} // namespace postwright::liquid

// What `forloop` and `tablerow` say about a running loop, made only when it is asked for.
// The one rule: the fields and their order are those of liquid-lib 0.26.9.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/base/value.h"
#include "app/liquid/expression.h"

namespace postwright::liquid {

struct LoopState {
  bool isTable = false; ///< a tablerow: has columns and no parent
  std::size_t index = 0;
  std::size_t length = 0;
  std::size_t columns = 1;
  const LoopState* parent = nullptr; ///< the loop around this one
  Value parentValue;                 ///< what `forloop` was outside when no loop was

  /// `forloop` or `tablerow`.
  const Name& name() const;
  std::size_t column() const { return index % columns; }
  bool isFirst() const { return index == 0; }
  bool isLast() const { return index + 1 == length; }
  bool endsRow() const { return column() + 1 == columns || isLast(); }

  /// The field `key`, its number of fields as `size`; nothing when there is no such field.
  std::optional<Value> field(const Key& key) const;
  std::vector<std::string> fieldNames() const;
  /// All of it as an object.
  Value toValue() const;
};

} // namespace postwright::liquid

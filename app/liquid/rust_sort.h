// A stable sort that treats pairs without an order as Rust's does.
// The one rule: up to 20 items, each is moved down past its neighbours while it comes before them; only then
// does the order of items that cannot all be compared agree with Cobalt's. Source: slice::sort_by of Rust.
#pragma once

#include <algorithm>
#include <utility>

#include "app/base/value.h"

namespace postwright::liquid {

template <typename ComesBefore>
void rustSort(Array& items, ComesBefore comesBefore) {
  constexpr std::size_t kInsertionSize = 20;
  if (items.size() > kInsertionSize) {
    std::stable_sort(items.begin(), items.end(), comesBefore);
    return;
  }
  for (std::size_t i = 1; i < items.size(); ++i) {
    for (std::size_t j = i; j > 0 && comesBefore(items[j], items[j - 1]); --j)
      std::swap(items[j], items[j - 1]);
  }
}

} // namespace postwright::liquid

// A stable sort that treats pairs without an order as Rust's does.
// The one rule: up to 20 items, each is moved down past its neighbours while it comes before them; only then
// does the order of items that cannot all be compared agree with Cobalt's. Source: slice::sort_by of Rust.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace postwright::liquid {

/// Sorts the items from `begin` to `end`, few of them, by moving each one down.
template <typename Item, typename ComesBefore>
void insertionSort(std::vector<Item>& items, std::size_t begin, std::size_t end, ComesBefore comesBefore) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    for (std::size_t j = i; j > begin && comesBefore(items[j], items[j - 1]); --j)
      std::swap(items[j], items[j - 1]);
  }
}

template <typename Item, typename ComesBefore>
void rustSort(std::vector<Item>& items, ComesBefore comesBefore) {
  constexpr std::size_t kInsertionSize = 20;
  const std::size_t size = items.size();
  for (std::size_t begin = 0; begin < size; begin += kInsertionSize)
    insertionSort(items, begin, std::min(begin + kInsertionSize, size), comesBefore);
  std::vector<Item> merged;
  for (std::size_t run = kInsertionSize; run < size; run *= 2) {
    merged.clear();
    merged.reserve(size);
    for (std::size_t begin = 0; begin < size; begin += 2 * run) {
      const auto at = [&](std::size_t i) {
        return std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(std::min(i, size)));
      };
      std::merge(at(begin), at(begin + run), at(begin + run), at(begin + 2 * run), std::back_inserter(merged),
                 comesBefore);
    }
    items.swap(merged);
  }
}

} // namespace postwright::liquid

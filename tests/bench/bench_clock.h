// Medians and percentiles of measured times.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

/// The value below which `share` (0-1) of `values` lie; 0 when there are none.
inline double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  return values[index];
}

inline double median(const std::vector<double>& values) {
  return percentile(values, 0.5);
}

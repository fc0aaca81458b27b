// Everything that is wrong with one text, gathered while parsing or rendering goes on for diagnosis only.
// The one rule: what may merely follow from an earlier problem is left out. Source: none; Cobalt stops at the
// first problem.
#pragma once

#include <cstddef>
#include <vector>

#include "app/base/error.h"
#include "app/liquid/failure.h"

namespace postwright::liquid {

class Problems {
 public:
  /// `patience`: after so many failures, known ones and consequences counted, it is full.
  Problems(ErrorCode fallback, std::size_t patience) : m_fallback(fallback), m_patience(patience) {}

  /// Takes the failure up unless it is a consequence, or known already (a loop fails in each of its turns).
  void add(const Failure& failure);
  bool isFull() const { return m_errors.size() >= kMost || m_heard >= m_patience; }
  /// Those besides `first`, which is how the text fails when it is not diagnosed.
  std::vector<Error> besides(const Error& first) &&;

 private:
  static constexpr std::size_t kMost = 50;

  ErrorCode m_fallback;
  std::size_t m_patience;
  std::size_t m_heard = 0;
  std::vector<Error> m_errors;
};

} // namespace postwright::liquid

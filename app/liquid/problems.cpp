#include "app/liquid/problems.h"

#include <algorithm>
#include <utility>

namespace postwright::liquid {
namespace {

bool isSame(const Error& a, const Error& b) {
  return a.code == b.code && a.where == b.where && a.chain == b.chain && a.arguments == b.arguments;
}

} // namespace

void Problems::add(const Failure& failure) {
  if (isFull()) return;
  ++m_heard;
  if (failure.isConsequence()) return;
  Error error = failure.toError(m_fallback);
  std::vector<Error> errors = std::exchange(error.others, {});
  errors.insert(errors.begin(), std::move(error));
  for (Error& each : errors) {
    if (std::ranges::none_of(m_errors, [&each](const Error& known) { return isSame(known, each); }))
      m_errors.push_back(std::move(each));
  }
}

std::vector<Error> Problems::besides(const Error& first) && {
  std::erase_if(m_errors, [&first](const Error& error) { return isSame(error, first); });
  return std::move(m_errors);
}

} // namespace postwright::liquid

#include "app/base/diagnostic.h"

#include <algorithm>
#include <utility>

namespace postwright {
namespace {

void add(Diagnostics& diagnostics, Severity severity, Error error) {
  const bool isKnown = std::ranges::any_of(diagnostics, [&error](const Diagnostic& known) {
    return known.error.where == error.where && known.error.code == error.code &&
           known.error.arguments == error.arguments && known.error.chain == error.chain;
  });
  if (!isKnown) diagnostics.push_back({severity, std::move(error)});
}

} // namespace

void addAll(Diagnostics& diagnostics, Severity severity, Error error) {
  std::vector<Error> others = std::exchange(error.others, {});
  add(diagnostics, severity, std::move(error));
  for (Error& other : others)
    add(diagnostics, severity, std::move(other));
}

std::string toString(const Diagnostic& diagnostic) {
  const std::string kind = diagnostic.severity == Severity::Error ? "" : "warning: ";
  return toString(diagnostic.error.where) + ": " + kind + describe(diagnostic.error);
}

} // namespace postwright

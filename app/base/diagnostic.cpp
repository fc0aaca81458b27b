#include "app/base/diagnostic.h"

namespace postwright {

std::string toString(const Diagnostic& diagnostic) {
  const std::string kind = diagnostic.severity == Severity::Error ? "" : "warning: ";
  return toString(diagnostic.error.where) + ": " + kind + describe(diagnostic.error);
}

} // namespace postwright

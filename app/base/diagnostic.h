// A problem to show beside the text. Errors stop the site's build at this document; warnings do not.
#pragma once

#include <cstdint>
#include <vector>

#include "app/base/error.h"

namespace postwright {

enum class Severity : std::uint8_t { Error, Warning, Info };

struct Diagnostic {
  Severity severity = Severity::Error;
  Error error;
};

using Diagnostics = std::vector<Diagnostic>;

/// "file:line:column: message", as `postwright check` prints it.
std::string toString(const Diagnostic& diagnostic);

/// Adds `error`, then its others, each only when nothing known says the same of the same place.
void addAll(Diagnostics& diagnostics, Severity severity, Error error);

} // namespace postwright

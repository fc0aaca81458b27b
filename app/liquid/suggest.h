// Better words for a name that is not known: what was probably meant.
#pragma once

#include <string>
#include <vector>

#include "app/liquid/failure.h"

namespace postwright::liquid {

/// One meaning in two forms: without and with a suggestion as its last argument.
struct UnknownName {
  ErrorCode plain;
  ErrorCode suggesting;
};

/// Gives `failure` the meaning `unknown`. `arguments` start with the unknown name.
void explain(Failure& failure, UnknownName unknown, std::vector<std::string> arguments,
             const std::vector<std::string>& known);

/// The texts with ", " between them.
std::string joined(const std::vector<std::string>& texts);

} // namespace postwright::liquid

// The outcome of something that can fail once: a value, or one Error. Many problems at once are Diagnostics.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "app/base/error.h"

namespace postwright {

template <typename T>
using Result = tl::expected<T, Error>;

/// The failing side of a Result.
inline tl::unexpected<Error> failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorCode code, std::vector<std::string> arguments = {},
                                     std::string detail = {}, SourcePosition where = {}) {
  return failure(Error{code, std::move(detail), std::move(where), std::move(arguments), {}});
}

} // namespace postwright

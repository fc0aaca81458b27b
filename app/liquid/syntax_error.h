// Explains text that is not Liquid, in Cobalt's words: the place, its line, a mark below it, what was
// expected. The one rule: line and column are the ones Cobalt prints, its slips included. Source: the error
// reports of the pest crate 2.7.15 and how liquid-core 0.26.9 asks for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/base/text.h"

namespace postwright::liquid {

/// A report about `span` of `text`: several lines, the first being " --> line:column".
std::string reportSpan(std::string_view text, Span span, std::string_view message);
/// A report about one place; `addedLines` is added to the line numbers.
std::string reportPlace(std::string_view text, std::size_t offset, std::string_view message,
                        int addedLines = 0);

struct InvalidElement {
  std::string report;     ///< empty when Cobalt would have crashed
  std::size_t offset = 0; ///< the byte of the text that could not be read
};

/// Says what is wrong with the element at byte `offset`, which is no valid Liquid.
InvalidElement explainInvalid(std::string_view text, std::size_t offset);

} // namespace postwright::liquid

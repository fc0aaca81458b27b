// Whether a run of delimiters can open or close emphasis or strikethrough. The one rule: pulldown-cmark's
// reading, where a run at the start of a line flanks nothing on its left.
#pragma once

#include <cstddef>
#include <string_view>

namespace postwright::markdown {

struct DelimiterRun {
  std::string_view text; ///< the whole text
  std::size_t lineBegin; ///< of the text the run stands in
  std::size_t begin;
  std::size_t end;
  bool isInCell;
};

struct Flanking {
  bool canOpen = false;
  bool canClose = false;
};

Flanking flankingOf(const DelimiterRun& run);

} // namespace postwright::markdown

// Writes one scalar so that every reader sees the same text: plain, quoted, or as a literal block.
// The one rule: what is written reads back as exactly the given text, as a string, under Cobalt's, Jekyll's
// and yaml-cpp's typing alike. Source: YAML 1.1 and 1.2, and the words other tools type (yes, 1_000, 12:30).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/yaml/events.h"

namespace postwright::front_matter {

/// Where the scalar goes.
struct WriteContext {
  bool inFlow = false;
  bool asKey = false;
  yaml::Style preferred = yaml::Style::Plain; ///< the old value's style, or that of its siblings
  bool mayBeBlock = false;                    ///< block context, and nothing follows on the line
  std::size_t blockIndent = 2;                ///< column of a literal block's lines
  std::string lineBreak = "\n";
};

/// `text` (valid UTF-8) as a YAML string.
std::string writeString(std::string_view text, const WriteContext& context);

/// Whether `text` may stand without quotes.
bool isPlainSafe(std::string_view text, const WriteContext& context);

} // namespace postwright::front_matter

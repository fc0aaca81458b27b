// Cuts a file into front matter and body exactly where Cobalt cuts it, and says where the parts stand in the
// bytes. The one rule: offsets are those of the file as it is, CRLF and BOM included. Source: Cobalt's
// splitter (spec 2.1).
#pragma once

#include <string>
#include <string_view>

#include "app/base/text.h"

namespace postwright::front_matter {

struct Split {
  bool hasFrontMatter = false; ///< false: the whole text is the body (an empty front part counts as none)
  bool hasFences = false;      ///< the modern form: `---` above and below
  bool deprecated = false;     ///< only a trailing `---`
  std::string front;           ///< line ends normalised, as the YAML reader sees it
  std::string content;         ///< line ends normalised, as Liquid sees it
  Span frontBytes;             ///< the YAML in the file; empty range right after the opening fence when blank
  Span contentBytes;           ///< the body in the file
  int frontLine = 1;           ///< 1-based file line on which `front` starts
  int contentLine = 1;         ///< 1-based file line on which `content` starts
};

/// Never fails. `text` is a file's whole text (a BOM at its start is seen as Cobalt sees it: it hides the
/// fence).
Split split(std::string_view text);

} // namespace postwright::front_matter

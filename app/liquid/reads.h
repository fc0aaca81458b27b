// Which values a template asks for, without rendering it: the paths of its variables, with the names that
// `assign`, `capture` and `for` give to others followed. The one rule: this is for telling people what a
// template uses; it may say too little (keys that are computed), never something that is not written there.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace postwright::liquid {

/// One variable as it is written, other names put in: `img.url` in `{% for img in page.data.images %}` is
/// page, data, images, url.
struct VariableRead {
  std::vector<std::string> path;
  int line = 0; ///< 1-based
};

/// What stands behind a name; empty for one that has nothing behind it, such as a counter.
using Aliases = std::map<std::string, std::vector<std::string>, std::less<>>;

struct TemplateReads {
  std::vector<VariableRead> variables; ///< in the order of the text
  std::vector<std::string> includes;   ///< names of partials that are written out
  Aliases aliases;                     ///< as they are where the text ends
};

/// Reads `text`, in which `aliases` hold from the start (an include sees its includer's names). Text that is
/// no Liquid is passed over.
TemplateReads readsOf(std::string_view text, Aliases aliases = {});

} // namespace postwright::liquid

// Lines of an ignore list and what they say of one path; the last line that matches decides.
// The one rule: a path is judged by itself; a walk does not enter a folder that is ignored.
// Source: gitignore lines as Cobalt 0.20.4 reads them (the crate `ignore` 0.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/site/glob.h"

namespace postwright::site {

class IgnoreRules {
 public:
  /// Adds one line at the end; comments and blank lines say nothing. Errors: ConfigInvalid, Cobalt's words in
  /// `detail`.
  Result<void> add(std::string_view line);

  /// True when the last line that matches `path` (relative, no leading slash) leaves it out.
  bool ignores(std::string_view path, bool isFolder) const { return !lineAgainst(path, isFolder).empty(); }
  /// That line; empty when the path is not left out.
  const std::string& lineAgainst(std::string_view path, bool isFolder) const;

 private:
  struct Rule {
    std::string line;
    Glob glob;
    bool includes = false; ///< a line that begins with `!`
    bool foldersOnly = false;
  };
  std::vector<Rule> m_rules;
};

} // namespace postwright::site

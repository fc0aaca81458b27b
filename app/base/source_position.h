// Where in a file something was written. The one rule: lines and columns are those of the *file* a person
// opens (front matter counted), never of a part of it.
#pragma once

#include <string>

namespace postwright {

/// Lines and columns are 1-based; columns count code points. 0 means "not known".
struct SourcePosition {
  std::string file; ///< relative to the site's source folder, '/'-separated; empty = the text being rendered
  int line = 0;
  int column = 0;

  bool operator==(const SourcePosition&) const = default;
};

/// "file:line:column", leaving out what is not known.
std::string toString(const SourcePosition& position);

} // namespace postwright

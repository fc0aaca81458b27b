// What a generator has to say about one field, and how it could be put right.
// The one rule: advice is help and never changes anything by itself; a fix is a list of lossless edits that a
// person asks for. Source: the generator's own rules (see app/generators).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/base/fix_kind.h"
#include "app/front_matter/edit_types.h"

namespace postwright::front_matter {

struct Fix {
  FixKind kind{};
  std::string title; ///< describe() of the kind
  std::vector<EditOperation> operations;
};

/// `error` has the sentence for people and the file's line and column.
struct FieldAdvice {
  Path path;
  Severity severity = Severity::Error; ///< Error: the generator stops here
  Error error;
  Span where; ///< bytes of the file: the value, or the key of a value that is not the matter
  std::optional<Fix> fix;
};

/// Why a post has no page on the site, or not the one that is meant; most telling first.
struct Reason {
  Error error;
  std::optional<Fix> fix; ///< of the post's front matter
};

} // namespace postwright::front_matter

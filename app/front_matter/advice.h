// What a generator has to say about one field, and how it could be put right.
// The one rule: advice is help and never changes anything by itself; a fix is a list of lossless edits that a
// person asks for. Source: the generator's own rules (see app/generators).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/front_matter/edit_types.h"

namespace postwright::front_matter {

/// What a fix does, in one word for programs and for translation.
enum class FixKind : std::uint8_t {
  WriteBool,      ///< "true" for `yes`
  WriteText,      ///< the number or other value as text
  WriteDateTime,  ///< the date with its time and offset
  AddSlash,       ///< a permalink that starts with '/'
  MoveUnderData,  ///< a key Cobalt does not know becomes one of its own map for such keys
  Rename,         ///< a key Cobalt does not know becomes the one that was meant
  Requote,        ///< the same text in quotation marks
  RemoveTwin,     ///< one of two equal entries
  RemoveValue,    ///< a key that must not be empty
  MakeList,       ///< a single value becomes a list of one
  ReplaceByMeant, ///< one of the known values, the nearest one
};

struct Fix {
  FixKind kind{};
  std::string title; ///< English, an order: "Write true"
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

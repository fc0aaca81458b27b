// What one post's front matter has: its keys in order, and what shape each value is of. Taken while the post
// is read, so that learning a form never reads a post again.
// The one rule: shapes are those of strict readers; a text is a date only when it is spelled as one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/yaml/events.h"

namespace postwright::front_matter {

/// What a value is by itself, before anything is made of it.
enum class ValueShape : std::uint8_t {
  Null,
  EmptyText,
  Bool,
  Number,
  DateTime,
  Date,
  Text,
  Words, ///< a list of single values
  EmptyList,
  Objects, ///< a list of maps
  Object,
  EmptyObject,
  Other, ///< a reference, a tag, a list of lists, a list of both
};
inline constexpr std::size_t kShapes = 13;

/// One key of a map, or of each map of a list.
struct PostFact {
  std::string key;
  ValueShape shape{};
  bool isLong = false;            ///< a text of several lines, or longer than a line holds
  std::uint32_t position = 0;     ///< among the keys beside it
  std::uint32_t maps = 0;         ///< how many maps are its value
  std::vector<std::string> texts; ///< its value or its items, as far as they are short
  std::vector<PostFact> fields;   ///< of all those maps
};

struct PostFacts {
  std::vector<PostFact> fields;
};

/// The facts of a post; none of one that cannot be read to its end, or is too large for a form.
PostFacts factsOf(const yaml::EventStream& stream);
/// The same from the text between the fences.
PostFacts factsOf(std::string_view yaml);

} // namespace postwright::front_matter

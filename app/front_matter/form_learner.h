// Learns which fields the posts of a collection have, from their front matter, and unlearns one post again.
// The one rule: what is learnt does not depend on the order of the posts, and adding and removing a post
// leaves no trace; so one changed post never costs more than itself. Source: features of the posts alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

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

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using WordCounts = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;

/// What was seen of one key.
struct SeenField {
  std::size_t count = 0;                     ///< maps that have the key
  std::size_t maps = 0;                      ///< maps that were its value, or items of it
  std::size_t longTexts = 0;                 ///< of several lines, or longer than a line holds
  std::array<std::size_t, kShapes> shapes{}; ///< by ValueShape
  std::vector<std::size_t> positions;        ///< how often it was the first, second, … key beside the others
  WordCounts words;                          ///< texts, numbers and items that are not too long
  std::vector<std::pair<std::string, std::unique_ptr<SeenField>>> fields;

  std::size_t of(ValueShape shape) const { return shapes[static_cast<std::size_t>(shape)]; }
  /// The key below this one; null when it was never seen.
  const SeenField* find(std::string_view key) const;
};

class FormLearner {
 public:
  FormLearner();
  ~FormLearner();
  FormLearner(FormLearner&&) noexcept;
  FormLearner& operator=(FormLearner&&) noexcept;

  /// `yaml` is the text between the fences; YAML that cannot be read teaches nothing.
  void add(std::string_view yaml) { learn(yaml, true); }
  /// Takes back what add() learnt from the same text.
  void remove(std::string_view yaml) { learn(yaml, false); }

  /// `maps` is the number of posts.
  const SeenField& seen() const { return *m_root; }

 private:
  void learn(std::string_view yaml, bool adds);

  std::unique_ptr<SeenField> m_root;
};

} // namespace postwright::front_matter

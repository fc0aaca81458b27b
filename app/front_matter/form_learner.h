// Learns which fields the posts of a collection have, from their front matter, and unlearns one post again.
// The one rule: what is learnt does not depend on the order of the posts, and adding and removing a post
// leaves no trace; so one changed post never costs more than itself. Source: features of the posts alone.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/front_matter/post_facts.h"

namespace postwright::front_matter {

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
  bool keepsWords = true;                    ///< false: its values are each post's own
  std::vector<std::pair<std::string, std::unique_ptr<SeenField>>> fields;

  std::size_t of(ValueShape shape) const { return shapes[static_cast<std::size_t>(shape)]; }
  /// The key below this one; null when it was never seen.
  const SeenField* find(std::string_view key) const;
};

/// One more, or one less, of this word; a word that is counted out is gone.
void countWord(WordCounts& words, std::string_view word, bool adds);

class FormLearner {
 public:
  /// Of the keys in `withoutWords`, at the top of the front matter, no values are kept.
  explicit FormLearner(const std::vector<std::string>& withoutWords = {});
  ~FormLearner();
  FormLearner(FormLearner&&) noexcept;
  FormLearner& operator=(FormLearner&&) noexcept;

  void add(const PostFacts& post) { learn(post, true); }
  /// Takes back what add() learnt from the same facts.
  void remove(const PostFacts& post) { learn(post, false); }

  /// `maps` is the number of posts.
  const SeenField& seen() const { return *m_root; }

 private:
  void learn(const PostFacts& post, bool adds);

  std::unique_ptr<SeenField> m_root;
};

} // namespace postwright::front_matter

// The fields of a collection as its posts and its layouts have them: what a form offers without being told.
// The one rule: plain values that say what was seen; nothing here is ever written into a post by itself.
// Source: the posts' front matter, what templates read of `page`, and the site's own `_postwright.yml`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/front_matter/edit_types.h"

namespace postwright::front_matter {

/// What a field holds, and so how it is edited.
enum class LearnedKind : std::uint8_t {
  Text,
  LongText,
  Switch,   ///< true, false, absent
  DateTime, ///< an instant with its offset
  Date,
  Number, ///< whose spelling is kept: 1.10
  Words,  ///< a list of single values
  Choice, ///< few values, each of them used again; others may still be typed
  Layout,
  Slug,
  Permalink,
  Image,
  File,
  Relation,  ///< names another post
  Relations, ///< a list of such names
  Colour,
  Url,
  Object,
  ObjectList,
  Raw, ///< nothing above: shown as YAML
};

/// Whether its values name other posts.
constexpr bool namesPosts(LearnedKind kind) {
  return kind == LearnedKind::Relation || kind == LearnedKind::Relations;
}

/// A value that was seen, as text, and in how many posts.
struct LearnedWord {
  std::string text;
  std::size_t count = 0;

  bool operator==(const LearnedWord&) const = default;
};

/// How many values of one kind were seen.
struct SeenKind {
  LearnedKind kind{};
  std::size_t posts = 0;

  bool operator==(const SeenKind&) const = default;
};

/// Where a template reads a field.
struct ReadPlace {
  std::string file; ///< below the source folder: "_layouts/post.liquid"
  int line = 0;     ///< 1-based

  bool operator==(const ReadPlace&) const = default;
};

/// One field. In `fields` of a list of objects, paths go on below the list as if it were one object.
struct LearnedField {
  Path path; ///< keys only
  LearnedKind kind = LearnedKind::Text;
  std::string label;              ///< given by the site; empty: the key itself
  std::string help;               ///< given by the site; may be empty
  std::size_t posts = 0;          ///< how many posts have it; 0: only read by templates or named by the site
  std::vector<LearnedWord> words; ///< values, or items of a list, most used first; at most kMostWords
  std::vector<ReadPlace> readAt;  ///< in the order of file and line
  bool isRead = false;            ///< by a template, itself or a part of it
  bool required = false;
  std::string pattern; ///< a regular expression for the whole text; empty: any
  std::optional<double> minimum;
  std::optional<double> maximum;
  std::vector<SeenKind> seen; ///< the kinds of values when they differ, most frequent first; else empty
  double position = 0;        ///< median place among the keys beside it, 0 first; fields are sorted by it
  bool isRare = false;        ///< in less than a tenth of the posts that have the field around it
  bool isCustom = false;      ///< the site's `_postwright.yml` names it
  std::vector<LearnedField> fields; ///< of an object, or of each item of a list of objects

  bool operator==(const LearnedField&) const = default;
};

/// The form of one collection.
struct LearnedForm {
  std::size_t posts = 0;
  std::vector<LearnedField> fields;

  /// The field at `path`, list indexes in it skipped; null when there is none. Valid as long as the form.
  const LearnedField* find(const Path& path) const;
  bool operator==(const LearnedForm&) const = default;
};

/// What a generator says of a field beforehand.
struct KnownField {
  Path path;
  LearnedKind kind{};
  std::vector<std::string> choices;
};

/// How many values a field keeps: beyond, nobody picks from a list.
inline constexpr std::size_t kMostWords = 500;

/// The word that `word` was probably meant to be: one in other letter case, else one of the same spelling but
/// for a slip, and used at least four times as often as `word` itself is. Null when `word` is fine as it is.
const LearnedWord* nearestWord(std::string_view word, std::span<const LearnedWord> words);

} // namespace postwright::front_matter

#include "app/generators/cobalt/known_fields.h"

#include <algorithm>
#include <array>

namespace postwright::generators::cobalt {
namespace {

using front_matter::KnownField;
using front_matter::LearnedKind;

struct KnownRow {
  std::string_view key;
  std::string_view below; ///< the second key; may be empty
  LearnedKind kind;
  std::string_view choices = {}; ///< with blanks between them
};

constexpr auto kFields = std::to_array<KnownRow>({
    {"permalink", "", LearnedKind::Permalink},
    {"slug", "", LearnedKind::Slug},
    {"title", "", LearnedKind::Text},
    {"description", "", LearnedKind::LongText},
    {"excerpt", "", LearnedKind::LongText},
    {"categories", "", LearnedKind::Words},
    {"tags", "", LearnedKind::Words},
    {"excerpt_separator", "", LearnedKind::Text},
    {"published_date", "", LearnedKind::DateTime},
    {"format", "", LearnedKind::Choice, "Markdown Raw"},
    {"templated", "", LearnedKind::Switch},
    {"layout", "", LearnedKind::Layout},
    {"is_draft", "", LearnedKind::Switch},
    {"weight", "", LearnedKind::Number},
    {"data", "", LearnedKind::Object},
    {"pagination", "", LearnedKind::Object},
    {"pagination", "include", LearnedKind::Choice, "None All Tags Categories Dates"},
    {"pagination", "per_page", LearnedKind::Number},
    {"pagination", "permalink_suffix", LearnedKind::Text},
    {"pagination", "order", LearnedKind::Choice, "None Asc Desc"},
    {"pagination", "sort_by", LearnedKind::Words},
    {"pagination", "date_index", LearnedKind::Words, "Year Month Day Hour Minute"},
});

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    result.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

} // namespace

std::vector<KnownField> knownFields() {
  std::vector<KnownField> fields;
  for (const KnownRow& row : kFields) {
    front_matter::Path path{std::string(row.key)};
    if (!row.below.empty()) path.emplace_back(std::string(row.below));
    fields.push_back({std::move(path), row.kind, words(row.choices)});
  }
  return fields;
}

bool isKnownField(std::string_view key) {
  return std::ranges::find(kFields, key, &KnownRow::key) != kFields.end();
}

std::vector<std::string> knownFieldNames() {
  std::vector<std::string> names;
  for (const KnownRow& row : kFields) {
    if (row.below.empty()) names.emplace_back(row.key);
  }
  return names;
}

} // namespace postwright::generators::cobalt

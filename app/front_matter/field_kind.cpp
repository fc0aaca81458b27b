#include "app/front_matter/field_kind.h"

#include <algorithm>
#include <array>

#include "app/base/unicode.h"

namespace postwright::front_matter {
namespace {

constexpr std::size_t kMostChoices = 12;
constexpr std::size_t kMostFiles = 24; // that are looked for on the disk

/// Whether `part` is nearly all of `whole`.
bool isNearlyAll(std::size_t part, std::size_t whole) {
  return whole > 0 && part * 20 >= whole * 19;
}

/// How many of the values, each as often as it was seen, are such; `limit` values are looked at.
bool areNearlyAll(const WordCounts& words, const std::function<bool(const std::string&)>& is,
                  std::size_t limit = static_cast<std::size_t>(-1)) {
  std::size_t all = 0;
  std::size_t such = 0;
  std::size_t looked = 0;
  for (const auto& [word, count] : words) {
    if (++looked > limit) break;
    all += count;
    if (is(word)) such += count;
    const std::size_t others = all - such;
    if (others > 32 && !isNearlyAll(such, all)) return false; // the rest would not make up for it
  }
  return isNearlyAll(such, all);
}

bool hasScheme(std::string_view text, std::string_view scheme) {
  return text.size() > scheme.size() && lowerCase(text.substr(0, scheme.size())) == scheme;
}

/// Few values, each of them used again.
bool isChoice(const SeenField& field, std::size_t texts) {
  if (field.words.size() < 2 || field.words.size() > kMostChoices || field.words.size() * 5 > texts)
    return false;
  return std::ranges::all_of(field.words, [](const auto& word) { return word.second >= 2; });
}

LearnedKind kindOfText(const SeenField& field, std::size_t texts, const Neighbourhood& around) {
  const WordCounts& words = field.words;
  if (field.longTexts > 0) return LearnedKind::LongText;
  if (areNearlyAll(words, isColour)) return LearnedKind::Colour;
  if (areNearlyAll(words, namesImage)) return LearnedKind::Image;
  if (areNearlyAll(words, isUrl)) return LearnedKind::Url;
  if (around.isPost && areNearlyAll(words, around.isPost)) return LearnedKind::Relation;
  if (around.isFile && areNearlyAll(words, around.isFile, kMostFiles)) return LearnedKind::File;
  return isChoice(field, texts) ? LearnedKind::Choice : LearnedKind::Text;
}

struct ShapeKind {
  LearnedKind kind;
  std::array<ValueShape, 2> shapes;
};

constexpr auto kKindsOfShapes = std::to_array<ShapeKind>({
    {LearnedKind::Switch, {ValueShape::Bool, ValueShape::Bool}},
    {LearnedKind::DateTime, {ValueShape::DateTime, ValueShape::DateTime}},
    {LearnedKind::Date, {ValueShape::Date, ValueShape::Date}},
    {LearnedKind::Number, {ValueShape::Number, ValueShape::Number}},
    {LearnedKind::Words, {ValueShape::Words, ValueShape::EmptyList}},
    {LearnedKind::ObjectList, {ValueShape::Objects, ValueShape::EmptyList}},
    {LearnedKind::Object, {ValueShape::Object, ValueShape::EmptyObject}},
    {LearnedKind::Text, {ValueShape::Text, ValueShape::Text}},
    {LearnedKind::Raw, {ValueShape::Other, ValueShape::Other}},
});

std::size_t countOf(const SeenField& field, const ShapeKind& row) {
  const std::size_t first = field.of(row.shapes[0]);
  return row.shapes[0] == row.shapes[1] ? first : first + field.of(row.shapes[1]);
}

} // namespace

bool isColour(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdefABCDEF";
  if (text.starts_with('#')) {
    const std::size_t digits = text.size() - 1;
    const bool isLength = digits == 3 || digits == 4 || digits == 6 || digits == 8;
    return isLength && text.find_first_not_of(kHex, 1) == std::string_view::npos;
  }
  const auto isCall = [&](std::string_view name) { return hasScheme(text, name) && text.ends_with(')'); };
  return isCall("rgb(") || isCall("rgba(") || isCall("hsl(") || isCall("hsla(");
}

bool isUrl(std::string_view text) {
  const bool isKnown =
      hasScheme(text, "http://") || hasScheme(text, "https://") || hasScheme(text, "mailto:");
  return isKnown && text.find_first_of(" \t\n") == std::string_view::npos;
}

bool namesImage(std::string_view text) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp"});
  const std::string path = lowerCase(text.substr(0, text.find_first_of("?#")));
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return path.size() > ending.size() && path.ends_with(ending);
  });
}

LearnedKind kindOf(const SeenField& field, const Neighbourhood& around) {
  const std::size_t empty = field.of(ValueShape::Null) + field.of(ValueShape::EmptyText) +
                            field.of(ValueShape::EmptyList) + field.of(ValueShape::EmptyObject);
  const std::size_t values = field.count - std::min(field.count, empty);
  if (values == 0) {
    if (field.of(ValueShape::EmptyList) > 0) return LearnedKind::Words;
    return field.of(ValueShape::EmptyObject) > 0 ? LearnedKind::Object : LearnedKind::Text;
  }
  for (const ShapeKind& row : kKindsOfShapes) {
    if (!isNearlyAll(field.of(row.shapes[0]), values)) continue;
    if (row.kind == LearnedKind::Text) return kindOfText(field, values, around);
    const bool namesPosts =
        row.kind == LearnedKind::Words && around.isPost && areNearlyAll(field.words, around.isPost);
    return namesPosts ? LearnedKind::Relations : row.kind;
  }
  const std::size_t days = field.of(ValueShape::Date) + field.of(ValueShape::DateTime);
  if (isNearlyAll(days, values)) return LearnedKind::DateTime;
  const std::size_t single =
      days + field.of(ValueShape::Bool) + field.of(ValueShape::Number) + field.of(ValueShape::Text);
  if (2 * single >= values) return field.longTexts > 0 ? LearnedKind::LongText : LearnedKind::Text;
  const auto greatest = std::ranges::max_element(
      kKindsOfShapes, {}, [&](const ShapeKind& row) { return field.of(row.shapes[0]); });
  return greatest->kind;
}

std::vector<SeenKind> seenKinds(const SeenField& field) {
  std::vector<SeenKind> seen;
  bool hasEmptyList = field.of(ValueShape::EmptyList) > 0;
  for (const ShapeKind& row : kKindsOfShapes) {
    std::size_t count = field.of(row.shapes[0]);
    const bool takesEmpty = row.shapes[1] == ValueShape::EmptyList && hasEmptyList && count > 0;
    if (takesEmpty || row.shapes[1] == ValueShape::EmptyObject) count = countOf(field, row);
    if (takesEmpty) hasEmptyList = false;
    if (count > 0) seen.push_back({row.kind, count});
  }
  if (hasEmptyList && !seen.empty()) seen.push_back({LearnedKind::Words, field.of(ValueShape::EmptyList)});
  if (seen.size() < 2) return {};
  std::ranges::stable_sort(seen, std::greater(), &SeenKind::posts);
  return seen;
}

} // namespace postwright::front_matter

#include "app/generators/cobalt/path_values.h"

#include "app/base/slug.h"
#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes up to `most` digits from the front of `text`; nothing when there are fewer than `least`.
std::optional<int> takeNumber(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  int number = 0;
  for (; count < most && count < text.size() && isDigit(text[count]); ++count)
    number = number * 10 + (text[count] - '0');
  if (count < least) return std::nullopt;
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, std::string_view choices) {
  if (text.empty() || choices.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

} // namespace

Result<DatedStem> readStem(std::string_view stem) {
  std::string_view rest = stem;
  const auto year = takeNumber(rest, 4, 4);
  const bool afterYear = year && take(rest, "-");
  const auto month = afterYear ? takeNumber(rest, 1, 2) : std::nullopt;
  const bool afterMonth = month && take(rest, "-");
  const auto day = afterMonth ? takeNumber(rest, 1, 2) : std::nullopt;
  if (!day || !take(rest, "- ")) return DatedStem{std::nullopt, std::string(stem)};
  const Date date{*year, static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)};
  if (!isValid(date)) {
    return failure(ErrorCode::ImpossibleDate, {std::string(stem.substr(0, stem.size() - rest.size() - 1))});
  }
  return DatedStem{makeDateTime(date, 0, 0), std::string(rest)};
}

Result<void> fillFromPath(PartialFields& fields, std::string_view path) {
  if (!fields.format) {
    fields.format = site::extension(path) == "md" ? site::Format::Markdown : site::Format::Raw;
  }
  if (fields.publishedDate && fields.slug) return {};
  const std::string_view name = site::fileName(path);
  const std::size_t dot = name.find('.');
  Result<DatedStem> stem = readStem(name.substr(0, dot));
  if (!stem) return failure(std::move(stem.error()));
  if (!fields.publishedDate) fields.publishedDate = stem->date;
  if (!fields.slug) {
    fields.slug = slugify(stem->name);
    if (!fields.title) fields.title = titleize(*fields.slug);
  }
  return {};
}

} // namespace postwright::generators::cobalt

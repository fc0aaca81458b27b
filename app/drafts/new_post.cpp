#include "app/drafts/new_post.h"

#include <array>
#include <filesystem>

#include "app/base/slug.h"
#include "app/drafts/yaml_writer.h"
#include "app/front_matter/split.h"
#include "app/generators/cobalt/fields.h"

namespace postwright::drafts {
namespace {

using generators::cobalt::PartialFields;

constexpr std::string_view kDefaultsFile = "_defaults/posts.md";

/// What `cobalt new` writes where the site has no `_defaults/posts.md`.
constexpr std::string_view kBuiltInFront = "layout: default.liquid\nis_draft: true\n";
constexpr std::string_view kBuiltInBody =
    "# This is our first Post!\n\nWelcome to the first post ever on cobalt.rs!\n";

template <typename T>
void addField(std::string& text, std::string_view key, const std::optional<T>& value) {
  if (value) text += writeEntry(key, Value(*value));
}

void addField(std::string& text, std::string_view key, const std::optional<std::vector<std::string>>& words) {
  if (words) text += writeEntry(key, Value(Array(words->begin(), words->end())));
}

template <typename Enum, std::size_t N>
Value nameOf(Enum value, const std::array<const char*, N>& names) {
  return Value(names[static_cast<std::size_t>(value)]);
}

Value paginationValue(const generators::cobalt::Pagination& pagination) {
  constexpr std::array<const char*, 5> kInclude = {"None", "All", "Tags", "Categories", "Dates"};
  constexpr std::array<const char*, 3> kOrder = {"None", "Asc", "Desc"};
  constexpr std::array<const char*, 5> kIndex = {"Year", "Month", "Day", "Hour", "Minute"};
  Object object;
  if (pagination.include) object.set("include", nameOf(*pagination.include, kInclude));
  if (pagination.perPage) object.set("per_page", Value(std::int64_t{*pagination.perPage}));
  if (pagination.permalinkSuffix) object.set("permalink_suffix", Value(*pagination.permalinkSuffix));
  if (pagination.order) object.set("order", nameOf(*pagination.order, kOrder));
  if (pagination.sortBy)
    object.set("sort_by", Value(Array(pagination.sortBy->begin(), pagination.sortBy->end())));
  if (pagination.dateIndex) {
    Array levels;
    for (const auto level : *pagination.dateIndex)
      levels.push_back(nameOf(level, kIndex));
    object.set("date_index", Value(std::move(levels)));
  }
  return Value(std::move(object));
}

/// In the order in which Cobalt writes them.
std::string writeFields(const PartialFields& fields) {
  std::string text;
  addField(text, "permalink", fields.permalink);
  addField(text, "slug", fields.slug);
  addField(text, "title", fields.title);
  addField(text, "description", fields.description);
  addField(text, "excerpt", fields.excerpt);
  addField(text, "categories", fields.categories);
  addField(text, "tags", fields.tags);
  addField(text, "excerpt_separator", fields.excerptSeparator);
  addField(text, "published_date", fields.publishedDate);
  if (fields.format) text += fields.format == site::Format::Raw ? "format: Raw\n" : "format: Markdown\n";
  addField(text, "templated", fields.templated);
  addField(text, "layout", fields.layout);
  addField(text, "is_draft", fields.isDraft);
  if (fields.weight) text += writeEntry("weight", Value(std::int64_t{*fields.weight}));
  if (!fields.data.empty()) text += writeEntry("data", Value(fields.data));
  if (fields.pagination) text += writeEntry("pagination", paginationValue(*fields.pagination));
  return text;
}

struct PostTemplate {
  PartialFields fields;
  std::string body;
};

Result<PostTemplate> readTemplate(const site::Site& site) {
  const std::string path = site.source() + "/" + std::string(kDefaultsFile);
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    return PostTemplate{generators::cobalt::readFields(kBuiltInFront).fields, std::string(kBuiltInBody)};
  }
  const Result<FileContent> file = readFile(path);
  if (!file) return failure(file.error());
  front_matter::Split split = front_matter::split(file->bytes);
  generators::cobalt::FieldsReading reading = generators::cobalt::readFields(split.front, split.frontLine);
  if (reading.problem) {
    reading.problem->where.file = kDefaultsFile;
    return failure(*reading.problem);
  }
  return PostTemplate{std::move(reading.fields), std::move(split.content)};
}

} // namespace

Result<NewPostPlan> planNewPost(const site::Site& site, const std::string& title,
                                const std::string& subfolder) {
  Result<PostTemplate> post = readTemplate(site);
  if (!post) return failure(post.error());
  const std::string heading = title.empty() ? "Untitled" : title;
  post->fields.title = heading;
  NewPostPlan plan;
  plan.text = "---\n" + std::string(trimmed(writeFields(post->fields))) + "\n---\n" + post->body;
  const std::string folder = subfolder.empty() ? site.postsFolder() : site.postsFolder() + "/" + subfolder;
  plan.path =
      (std::filesystem::path(folder) / (slugify(heading) + ".md")).lexically_normal().generic_string();
  const site::DocumentPointer document = site.withText(plan.path, plan.text)->document(plan.path);
  if (document) plan.url = document->url;
  std::error_code ignored;
  plan.exists =
      std::filesystem::exists(std::filesystem::symlink_status(site.source() + "/" + plan.path, ignored));
  return plan;
}

Result<Fingerprint> apply(const site::Site& site, const NewPostPlan& plan) {
  return writeNewFile(site.source() + "/" + plan.path, plan.text);
}

} // namespace postwright::drafts

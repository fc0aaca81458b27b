#include "app/generators/cobalt/paginate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/base/slug.h"
#include "app/generators/cobalt/attributes.h"
#include "app/generators/cobalt/compare.h"
#include "app/liquid/template.h"
#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

/// As Rust's `f32 as usize`: no number and negative ones are 0.
std::int64_t chunkCount(std::size_t posts, std::int32_t perPage) {
  const float chunks = std::ceil(static_cast<float>(posts) / static_cast<float>(perPage));
  if (std::isnan(chunks) || chunks <= 0) return 0;
  return std::isinf(chunks) ? std::numeric_limits<std::int32_t>::max() : static_cast<std::int64_t>(chunks);
}

std::string titlePath(const Value& title) {
  if (!title.isArray()) return slugify(liquid::toText(title));
  std::string path;
  for (const Value& part : title.asArray())
    path += slugify(liquid::toText(part)) + "/";
  if (!path.empty()) path.pop_back();
  return path;
}

/// Without the ending of its last part, however often it is repeated.
std::string withoutEnding(std::string path) {
  const auto ending = site::extension(path);
  if (!ending) return path;
  const std::string cut = "." + std::string(*ending);
  while (path.ends_with(cut))
    path.resize(path.size() - cut.size());
  return path;
}

Error paginationError(std::string reason) {
  return Error{ErrorCode::PaginationInvalid, reason, {}, {reason}, {}};
}

Result<std::vector<Paginator>> allPaginators(const Paginating& paginating, const Array& posts) {
  return paginating.chunks(posts, {});
}

struct Kind {
  Include include;
  Result<std::vector<Paginator>> (*make)(const Paginating&, const Array&);
};

constexpr auto kKinds = std::to_array<Kind>({
    {Include::All, allPaginators},
    {Include::Tags, tagPaginators},
    {Include::Categories, categoryPaginators},
    {Include::Dates, datePaginators},
});

} // namespace

Value Paginator::value() const {
  Object object;
  if (pages) object.set("pages", *pages);
  if (indexes) {
    Array values;
    for (const Paginator& paginator : *indexes)
      values.push_back(paginator.value());
    object.set("indexes", std::move(values));
  }
  object.set("index", index);
  object.set("index_permalink", indexPermalink);
  if (!indexTitle.isNil()) object.set("index_title", indexTitle);
  if (previousPermalink) {
    object.set("previous_index", index - 1);
    object.set("previous_index_permalink", *previousPermalink);
  }
  if (nextPermalink) {
    object.set("next_index", index + 1);
    object.set("next_index_permalink", *nextPermalink);
  }
  object.set("first_index_permalink", firstPermalink);
  object.set("last_index_permalink", lastPermalink);
  object.set("total_indexes", totalIndexes);
  object.set("total_pages", totalPages);
  return object;
}

Result<std::vector<Paginator>> Paginating::paginators(const Array& posts) const {
  const auto* kind = std::ranges::find(kKinds, *config().include, &Kind::include);
  return kind->make(*this, posts);
}

Result<void> Paginating::sort(Array& posts) const {
  if (*config().order == SortOrder::None) return failure(paginationError("order: None"));
  const std::vector<std::string>& keys = *config().sortBy;
  if (keys.empty()) {
    std::ranges::reverse(posts); // what Cobalt's comparison, which then calls everything less, amounts to
    return {};
  }
  const bool descending = *config().order == SortOrder::Desc;
  std::ranges::stable_sort(posts, [&](const Value& a, const Value& b) {
    for (const std::string& key : keys) {
      const int order = compareBy(key, a, b, descending);
      if (order != 0) return order < 0;
    }
    return false;
  });
  return {};
}

Result<std::vector<Paginator>> Paginating::chunks(Array posts, const Value& title) const {
  const std::int32_t perPage = *config().perPage;
  if (Result<void> sorted = sort(posts); !sorted) return failure(std::move(sorted.error()));
  if (perPage == 0 && !posts.empty()) return failure(paginationError("per_page: 0"));
  const std::int64_t total = chunkCount(posts.size(), perPage);
  const std::size_t step =
      perPage > 0 ? static_cast<std::size_t>(perPage) : std::max<std::size_t>(posts.size(), 1);
  std::vector<Paginator> result;
  for (std::size_t start = 0; start == 0 || start < posts.size(); start += step) {
    const auto begin = posts.begin() + static_cast<std::ptrdiff_t>(start);
    const auto end = posts.begin() + static_cast<std::ptrdiff_t>(std::min(start + step, posts.size()));
    Result<Paginator> made =
        chunk(Array(begin, end), static_cast<std::int64_t>(result.size()) + 1, total, title);
    if (!made) return failure(std::move(made.error()));
    made->totalPages = static_cast<std::int64_t>(posts.size());
    result.push_back(std::move(*made));
  }
  return result;
}

Result<Paginator> Paginating::chunk(Array posts, std::int64_t index, std::int64_t total,
                                    const Value& title) const {
  Paginator paginator;
  paginator.pages = std::move(posts);
  paginator.index = index;
  paginator.indexTitle = title;
  paginator.totalIndexes = total;
  paginator.firstPermalink = m_page.document.url;
  std::optional<Error> problem;
  const auto link = [&](std::int64_t number) {
    Result<std::string> made = permalink(number, title);
    if (!made) problem = made.error();
    return made.value_or("");
  };
  paginator.lastPermalink = link(total);
  paginator.indexPermalink = link(index);
  if (index > 1) paginator.previousPermalink = link(index - 1);
  if (index < total) paginator.nextPermalink = link(index + 1);
  if (problem) return failure(std::move(*problem));
  return paginator;
}

// The permalink is made again from the *output* file, so `parent` and `name` differ from the document's own.
Result<std::string> Paginating::root() const {
  const site::Document& document = m_page.document;
  const Object variables = permalinkVariables(document, document.outputPath);
  Result<std::string> url = m_settings.permalinks.url(document.fields.permalink, variables);
  if (!url) return url;
  return withoutEnding(std::move(*url));
}

Result<std::string> Paginating::suffix(std::int64_t number) const {
  Object variables = permalinkVariables(m_page.document, m_page.document.outputPath);
  variables.set("num", number);
  return m_settings.permalinks.url(*config().permalinkSuffix, variables);
}

Result<std::string> Paginating::permalink(std::int64_t number, const Value& title) const {
  if (number == 1 && title.isNil()) return m_page.document.url;
  Result<std::string> path = root();
  if (!path) return path;
  std::string text = std::move(*path);
  if (!text.empty()) text += '/';
  text += title.isNil() ? "all" : titlePath(title);
  if (number == 1) return text;
  Result<std::string> end = suffix(number);
  if (!end) return end;
  return text + "/" + *end;
}

} // namespace postwright::generators::cobalt

#include <algorithm>
#include <map>

#include "app/base/slug.h"
#include "app/generators/cobalt/paginate.h"
#include "app/liquid/template.h"

namespace postwright::generators::cobalt {
namespace {

using Paginators = std::vector<Paginator>;

/// The texts in the list `key` of a post.
std::vector<std::string> textsOf(const Value& post, std::string_view key) {
  std::vector<std::string> texts;
  const Value* list = post.asObject().find(key);
  if (list == nullptr || !list->isArray()) return texts;
  for (const Value& item : list->asArray())
    texts.push_back(liquid::toText(item));
  return texts;
}

struct Tag {
  std::string name;
  Array posts;
};

std::vector<Tag> tagsOf(const Array& posts) {
  std::vector<Tag> tags;
  std::map<std::string, std::size_t, std::less<>> places;
  for (const Value& post : posts) {
    for (std::string& name : textsOf(post, "tags")) {
      const auto [place, isNew] = places.emplace(name, tags.size());
      if (isNew) tags.push_back({std::move(name), {}});
      tags[place->second].posts.push_back(post);
    }
  }
  return tags;
}

struct Category {
  Array path;
  Array posts;
  std::map<std::string, Category> children; ///< by the bytes of the name
};

Category categoriesOf(const Array& posts) {
  Category root;
  for (const Value& post : posts) {
    Category* place = &root;
    for (const std::string& name : textsOf(post, "categories")) {
      const auto [child, isNew] = place->children.try_emplace(name);
      if (isNew) {
        child->second.path = place->path;
        child->second.path.emplace_back(name);
      }
      place = &child->second;
    }
    if (place != &root) place->posts.push_back(post);
  }
  return root;
}

struct DateGroup {
  int value = 0;
  DateIndex field = DateIndex::Year;
  Array posts;
  std::vector<DateGroup> children; ///< by first appearance
};

int fieldOf(const DateTime& moment, DateIndex field) {
  const Date date = moment.date();
  switch (field) {
    case DateIndex::Year:
      return date.year;
    case DateIndex::Month:
      return date.month;
    case DateIndex::Day:
      return date.day;
    case DateIndex::Hour:
      return moment.secondOfDay() / 3600;
    case DateIndex::Minute:
      break;
  }
  return moment.secondOfDay() / 60 % 60;
}

/// Puts `post` into the group of `wanted` below every group of a greater field that it belongs to.
void putByDate(std::vector<DateGroup>& groups, const DateTime& moment, DateIndex wanted, const Value& post) {
  const int value = fieldOf(moment, wanted);
  bool found = false;
  for (DateGroup& group : groups) {
    if (group.field < wanted && group.value == fieldOf(moment, group.field)) {
      putByDate(group.children, moment, wanted, post);
      found = true;
    } else if (group.field == wanted && group.value == value) {
      group.posts.push_back(post);
      found = true;
    }
  }
  if (!found) groups.push_back({value, wanted, {post}, {}});
}

std::string dateText(const DateGroup& group) {
  std::string text = std::to_string(group.value);
  if (group.field != DateIndex::Year && text.size() < 2) text.insert(text.begin(), '0');
  return text;
}

void append(Paginators& to, Paginators from) {
  std::ranges::move(from, std::back_inserter(to));
}

/// Adds the pages of a group below `parent`: the first of them is one of its indexes.
void appendGroup(Paginators& pages, Paginators group) {
  if (!pages.front().indexes) pages.front().indexes.emplace();
  pages.front().indexes->push_back(group.front());
  append(pages, std::move(group));
}

Result<Paginators> walkCategory(const Paginating& paginating, const Category& category) {
  Paginators pages(1);
  if (!category.path.empty()) {
    Result<Paginators> own = paginating.chunks(category.posts, category.path);
    if (!own) return own;
    pages = std::move(*own);
  }
  for (const auto& [name, child] : category.children) {
    Result<Paginators> below = walkCategory(paginating, child);
    if (!below) return below;
    appendGroup(pages, std::move(*below));
  }
  return pages;
}

Result<Paginators> walkDates(const Paginating& paginating, const std::vector<DateGroup>& groups,
                             const Array& title, Paginators pages) {
  for (const DateGroup& group : groups) {
    Array path = title;
    path.emplace_back(dateText(group));
    Result<Paginators> own = paginating.chunks(group.posts, path);
    if (!own) return own;
    Result<Paginators> below = walkDates(paginating, group.children, path, std::move(*own));
    if (!below) return below;
    appendGroup(pages, std::move(*below));
  }
  return pages;
}

} // namespace

Result<Paginators> tagPaginators(const Paginating& paginating, const Array& posts) {
  Paginators firsts;
  Paginators pages;
  for (const Tag& tag : tagsOf(posts)) {
    Result<Paginators> own = paginating.chunks(tag.posts, tag.name);
    if (!own) return own;
    firsts.push_back(own->front());
    append(pages, std::move(*own));
  }
  std::ranges::stable_sort(
      firsts, {}, [](const Paginator& paginator) { return slugify(paginator.indexTitle.asString()); });
  Paginator index;
  index.indexes = std::move(firsts);
  pages.insert(pages.begin(), std::move(index));
  return pages;
}

Result<Paginators> categoryPaginators(const Paginating& paginating, const Array& posts) {
  return walkCategory(paginating, categoriesOf(posts));
}

Result<Paginators> datePaginators(const Paginating& paginating, const Array& posts) {
  std::vector<DateGroup> groups;
  for (const Value& post : posts) {
    const Value* published = post.asObject().find("published_date");
    if (published == nullptr || published->kind() != Value::Kind::DateTime) continue;
    const DateTime moment = published->asDateTime();
    if (moment.date().year < 0) {
      return failure(ErrorCode::PaginationInvalid, {toString(moment)}, "Negative year is not supported");
    }
    for (const DateIndex field : *paginating.config().dateIndex)
      putByDate(groups, moment, field, post);
  }
  return walkDates(paginating, groups, {}, Paginators(1));
}

} // namespace postwright::generators::cobalt

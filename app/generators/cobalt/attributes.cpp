#include "app/generators/cobalt/attributes.h"

#include "app/base/slug.h"
#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

Value listOf(const std::vector<std::string>& texts) {
  Array array;
  array.reserve(texts.size());
  for (const std::string& text : texts)
    array.emplace_back(text);
  return array;
}

std::string twoDigits(int number) {
  std::string text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

void addDate(Object& variables, const DateTime& moment) {
  const Date date = moment.date();
  const std::int32_t second = moment.secondOfDay();
  variables.set("year", std::to_string(date.year));
  variables.set("month", twoDigits(date.month));
  variables.set("i_month", std::to_string(date.month));
  variables.set("day", twoDigits(date.day));
  variables.set("i_day", std::to_string(date.day));
  variables.set("hour", twoDigits(second / 3600));
  variables.set("minute", twoDigits(second / 60 % 60));
  variables.set("second", twoDigits(second % 60));
}

std::string categoryPath(const std::vector<std::string>& categories) {
  std::string path;
  for (const std::string& category : categories) {
    if (&category != &categories.front()) path += '/';
    path += slugify(category);
  }
  return path;
}

} // namespace

Object permalinkVariables(const site::Document& document, std::string_view file) {
  const site::Fields& fields = document.fields;
  Object variables;
  variables.set("parent", site::parentPath(file));
  variables.set("name", site::stem(file));
  variables.set("ext", ".html");
  variables.set("slug", fields.slug);
  variables.set("categories", categoryPath(fields.categories));
  if (fields.publishedDate) addDate(variables, *fields.publishedDate);
  variables.set("data", fields.data);
  return variables;
}

Object attributesOf(const site::Document& document) {
  const site::Fields& fields = document.fields;
  Object attributes;
  attributes.set("permalink", document.url);
  attributes.set("title", fields.title);
  attributes.set("slug", fields.slug);
  attributes.set("description", fields.description);
  attributes.set("categories", listOf(fields.categories));
  attributes.set("tags", listOf(fields.tags));
  attributes.set("is_draft", fields.isDraft);
  attributes.set("weight", static_cast<std::int64_t>(fields.weight));
  attributes.set("file",
                 Object{{"permalink", document.sitePath}, {"parent", site::parentPath(document.sitePath)}});
  attributes.set("collection", document.collection == site::Collection::Posts ? "posts" : "pages");
  attributes.set("data", fields.data);
  if (fields.publishedDate) attributes.set("published_date", *fields.publishedDate);
  return attributes;
}

} // namespace postwright::generators::cobalt

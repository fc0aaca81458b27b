#include "app/generators/cobalt/collections.h"

#include "app/base/deferred.h"
#include "app/generators/cobalt/base.h"

namespace postwright::generators::cobalt {
namespace {

Value plain(const EntryPointer& entry) {
  return {std::shared_ptr<const LazyValue>(entry)};
}

Value plainAt(const std::vector<EntryPointer>& posts, std::size_t index) {
  return index < posts.size() ? plain(posts[index]) : Value();
}

Value completePost(const PostList& posts, std::size_t index, const site::PostBodiesPointer& bodies) {
  const EntryPointer& entry = (*posts)[index];
  Object attributes = entry->get().asObject();
  attributes.set("previous", plainAt(*posts, index + 1));
  attributes.set("next", index > 0 ? plainAt(*posts, index - 1) : Value());
  attributes.set("excerpt", deferred([bodies, entry] { return bodies->excerpt(documentOf(entry)); }));
  attributes.set("content", deferred([bodies, entry] { return bodies->content(documentOf(entry)); }));
  return attributes;
}

} // namespace

Array plainPosts(const std::vector<EntryPointer>& posts) {
  Array values;
  values.reserve(posts.size());
  for (const EntryPointer& post : posts)
    values.push_back(plain(post));
  return values;
}

Array completePosts(const PostList& posts, const site::PostBodiesPointer& bodies) {
  Array values;
  values.reserve(posts->size());
  for (std::size_t i = 0; i < posts->size(); ++i)
    values.push_back(deferred([posts, i, bodies] { return completePost(posts, i, bodies); }));
  return values;
}

Value collectionsVariable(const Config& config, std::function<Value()> pages) {
  const PostsConfig& posts = config.posts;
  Object collection;
  collection.set("title", collectionTitle(config));
  collection.set("slug", "posts");
  collection.set("description", collectionDescription(config));
  if (posts.rss) collection.set("rss", *posts.rss);
  if (posts.jsonfeed) collection.set("jsonfeed", *posts.jsonfeed);
  collection.set("pages", deferred(std::move(pages)));
  return Object{{"posts", std::move(collection)}};
}

Value siteVariable(const Config& config, const Value& data, const DateTime& now) {
  Object variable;
  if (config.site.title) variable.set("title", *config.site.title);
  if (config.site.description) variable.set("description", *config.site.description);
  if (const auto address = baseUrl(config)) variable.set("base_url", *address);
  variable.set("time", now);
  if (!data.isNil()) variable.set("data", data);
  return variable;
}

std::string collectionTitle(const Config& config) {
  return config.posts.title ? *config.posts.title : config.site.title.value_or("");
}

std::string collectionDescription(const Config& config) {
  return config.posts.description ? *config.posts.description : config.site.description.value_or("");
}

std::optional<std::string> baseUrl(const Config& config) {
  std::optional<std::string> address = config.site.baseUrl;
  if (address && address->ends_with('/')) address->pop_back();
  return address;
}

} // namespace postwright::generators::cobalt

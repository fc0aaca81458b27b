#include <nlohmann/json.hpp>

#include "app/generators/cobalt/collections.h"
#include "app/generators/cobalt/feeds.h"

namespace postwright::generators::cobalt {
namespace {

using Json = nlohmann::ordered_json;

Result<Json> itemOf(const std::string& address, const site::DocumentPointer& post,
                    const site::PostBodies& bodies) {
  const site::Fields& fields = post->fields;
  const std::string link = address + "/" + post->url;
  Json item;
  item["id"] = link;
  item["url"] = link;
  item["title"] = fields.title;
  item["content_html"] = feedText(post, bodies);
  item["content_text"] = nullptr;
  if (fields.publishedDate) {
    const Result<std::string> date = feedDate(*fields.publishedDate);
    if (!date) return failure(date.error());
    item["date_published"] = *date;
  }
  item["tags"] = fields.tags.empty() ? fields.categories : fields.tags;
  return item;
}

} // namespace

Result<std::string> jsonFeed(const Config& config, const std::vector<site::DocumentPointer>& posts,
                             const site::PostBodies& bodies) {
  const std::string address = baseUrl(config).value_or("");
  Json feed;
  feed["version"] = "https://jsonfeed.org/version/1";
  feed["title"] = collectionTitle(config);
  feed["items"] = Json::array();
  for (const site::DocumentPointer& post : posts) {
    Result<Json> item = itemOf(address, post, bodies);
    if (!item) return failure(std::move(item.error()));
    feed["items"].push_back(std::move(*item));
  }
  feed["home_page_url"] = address;
  feed["description"] = collectionDescription(config);
  return feed.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace postwright::generators::cobalt

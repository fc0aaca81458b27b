#include "app/generators/cobalt/feeds.h"

#include <array>
#include <cstdio>

#include "app/generators/cobalt/collections.h"

namespace postwright::generators::cobalt {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '\'':
        result += "&apos;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string element(std::string_view name, std::string_view text) {
  const std::string tag(name);
  return "<" + tag + ">" + escaped(text) + "</" + tag + ">";
}

/// The end of a section may not stand in one: it is split over two.
std::string characterData(std::string_view text) {
  std::string result = "<![CDATA[";
  for (std::size_t end = text.find("]]>"); end != std::string_view::npos; end = text.find("]]>")) {
    result.append(text.substr(0, end)).append("]]]]><![CDATA[>");
    text.remove_prefix(end + 3);
  }
  return result.append(text).append("]]>");
}

Result<std::string> rssItem(const std::string& address, const site::DocumentPointer& post,
                            const site::PostBodies& bodies) {
  const site::Fields& fields = post->fields;
  const std::string link = address + "/" + post->url;
  std::string item = "<item>" + element("title", fields.title) + element("link", link);
  item += "<description>" + characterData(feedText(post, bodies)) + "</description>";
  for (const std::string& tag : fields.tags)
    item += element("category", tag);
  std::string categories;
  for (const std::string& category : fields.categories)
    categories += (&category == &fields.categories.front() ? "" : "/") + category;
  if (!fields.categories.empty()) item += element("category", categories);
  item += element("guid", link);
  if (fields.publishedDate) {
    const Result<std::string> date = feedDate(*fields.publishedDate);
    if (!date) return date;
    item += element("pubDate", *date);
  }
  return item + "</item>";
}

} // namespace

std::string feedText(const site::DocumentPointer& post, const site::PostBodies& bodies) {
  if (post->fields.hasDescription) return post->fields.description;
  const Value excerpt = bodies.excerpt(post);
  const Value text = excerpt.isNil() ? bodies.content(post) : excerpt;
  return text.isString() ? text.asString() : std::string();
}

Result<std::string> feedDate(const DateTime& moment) {
  static constexpr std::array kDays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Date date = moment.date();
  if (date.year < 1900) return failure(ErrorCode::FeedDateTooEarly, {toString(moment)}, "always valid");
  const std::int32_t second = moment.secondOfDay();
  const std::int32_t offset = moment.offsetSeconds / 60;
  const std::int32_t absolute = offset < 0 ? -offset : offset;
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d %c%02d%02d",
                kDays[static_cast<std::size_t>(daysFromCivil(date) % 7 + 7) % 7], date.day,
                kMonths[date.month - 1U], date.year, second / 3600, second / 60 % 60, second % 60,
                offset < 0 ? '-' : '+', absolute / 60, absolute % 60);
  return std::string(text.data());
}

Result<std::string> rssFeed(const Config& config, const std::vector<site::DocumentPointer>& posts,
                            const site::PostBodies& bodies) {
  const std::string address = baseUrl(config).value_or("");
  std::string feed = R"(<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>)";
  feed += element("title", collectionTitle(config)) + element("link", address) +
          element("description", collectionDescription(config));
  for (const site::DocumentPointer& post : posts) {
    const Result<std::string> item = rssItem(address, post, bodies);
    if (!item) return item;
    feed += *item;
  }
  return feed + "</channel></rss>\n";
}

} // namespace postwright::generators::cobalt

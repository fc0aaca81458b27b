#include <array>
#include <cstdio>

#include "app/generators/cobalt/collections.h"
#include "app/generators/cobalt/feeds.h"
#include "app/generators/cobalt/web_address.h"

namespace postwright::generators::cobalt {
namespace {

/// RFC 3339 without fractions.
std::string lastModified(const DateTime& moment) {
  const Date date = moment.date();
  const std::int32_t second = moment.secondOfDay();
  const std::int32_t offset = moment.offsetSeconds / 60;
  const std::int32_t absolute = offset < 0 ? -offset : offset;
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", date.year, date.month,
                date.day, second / 3600, second / 60 % 60, second % 60, offset < 0 ? '-' : '+', absolute / 60,
                absolute % 60);
  return text.data();
}

/// A normal address holds neither `<` nor `>`.
std::string escaped(std::string_view address) {
  std::string result;
  for (const char c : address)
    c == '&' ? result.append("&amp;") : result.append(1, c);
  return result;
}

Result<std::string> entryOf(const std::string& base, const site::Document& document) {
  const std::string link = base + "/" + document.url;
  const auto address = normalAddress(link);
  if (!address) return failure(ErrorCode::BaseUrlInvalid, {link}, "Unable to parse location: " + link);
  std::string entry = "  <url>\n    <loc>" + escaped(*address) + "</loc>\n";
  if (const auto& moment = document.fields.publishedDate) {
    const Result<std::string> date = feedDate(*moment); // Cobalt goes through RFC 2822, with its limit
    if (!date) return date;
    entry += "    <lastmod>" + lastModified(*moment) + "</lastmod>\n";
  }
  return entry + "  </url>\n";
}

} // namespace

Result<std::string> sitemap(const Config& config, const std::vector<site::DocumentPointer>& documents) {
  const std::string base = baseUrl(config).value_or("");
  std::string map =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
  if (documents.empty()) return map + " />";
  map += ">\n";
  for (const site::DocumentPointer& document : documents) {
    const Result<std::string> entry = entryOf(base, *document);
    if (!entry) return entry;
    map += *entry;
  }
  return map + "</urlset>";
}

} // namespace postwright::generators::cobalt

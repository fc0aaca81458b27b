#include "app/generators/cobalt/config.h"

#include "app/base/text.h"
#include "app/generators/cobalt/decode.h"
#include "app/generators/cobalt/fields_table.h"

namespace postwright::generators::cobalt {
namespace {

Reading<void> readDefaults(yaml::Cursor& cursor, PartialFields& out) {
  return readFieldTable(cursor, out);
}

/// `pages` has one key.
struct PagesConfig {
  PartialFields defaults;
};

Reading<void> readPages(yaml::Cursor& cursor, PartialFields& out) {
  static const FieldTable<PagesConfig> table{{"default", required(&PagesConfig::defaults, readDefaults)}};
  PagesConfig pages;
  auto done = readTable(cursor, "PageCollection", table, pages);
  out = std::move(pages.defaults);
  return done;
}

Reading<void> readPosts(yaml::Cursor& cursor, PostsConfig& out) {
  static const FieldTable<PostsConfig> table{
      {"title", optional(&PostsConfig::title, readString)},
      {"description", optional(&PostsConfig::description, readString)},
      {"dir", required(&PostsConfig::dir, readPath)},
      {"drafts_dir", optional(&PostsConfig::draftsDir, readPath)},
      {"order", required(&PostsConfig::order, readSortOrder)},
      {"rss", optional(&PostsConfig::rss, readPath)},
      {"jsonfeed", optional(&PostsConfig::jsonfeed, readPath)},
      {"publish_date_in_filename", required(&PostsConfig::publishDateInFilename, readBool)},
      {"default", required(&PostsConfig::defaults, readDefaults)},
  };
  return readTable(cursor, "PostCollection", table, out);
}

Reading<void> readSite(yaml::Cursor& cursor, SiteConfig& out) {
  static const FieldTable<SiteConfig> table{
      {"title", optional(&SiteConfig::title, readString)},
      {"description", optional(&SiteConfig::description, readString)},
      {"base_url", optional(&SiteConfig::baseUrl, readString)},
      {"sitemap", optional(&SiteConfig::sitemap, readPath)},
      {"data", optional(&SiteConfig::data, readObject)},
  };
  return readTable(cursor, "Site", table, out);
}

Reading<void> readSyntaxHighlight(yaml::Cursor& cursor, SyntaxHighlightConfig& out) {
  static const FieldTable<SyntaxHighlightConfig> table{
      {"theme", required(&SyntaxHighlightConfig::theme, readString)},
      {"enabled", required(&SyntaxHighlightConfig::enabled, readBool)},
  };
  return readTable(cursor, "SyntaxHighlight", table, out);
}

struct SassConfig {
  SassStyle style = SassStyle::Nested;
};
struct AssetsConfig {
  SassConfig sass;
};

Reading<void> readSassStyle(yaml::Cursor& cursor, SassStyle& out) {
  static const ChoiceTable<SassStyle> table{{"Nested", SassStyle::Nested},
                                            {"Expanded", SassStyle::Expanded},
                                            {"Compact", SassStyle::Compact},
                                            {"Compressed", SassStyle::Compressed}};
  return readChoice(cursor, table, out);
}

Reading<void> readSass(yaml::Cursor& cursor, SassConfig& out) {
  static const FieldTable<SassConfig> table{{"style", required(&SassConfig::style, readSassStyle)}};
  return readTable(cursor, "Sass", table, out);
}

Reading<void> readAssets(yaml::Cursor& cursor, SassStyle& out) {
  static const FieldTable<AssetsConfig> table{{"sass", required(&AssetsConfig::sass, readSass)}};
  AssetsConfig assets;
  auto done = readTable(cursor, "Assets", table, assets);
  out = assets.sass.style;
  return done;
}

Reading<void> readMinify(yaml::Cursor& cursor, MinifyConfig& out) {
  static const FieldTable<MinifyConfig> table{
      {"html", required(&MinifyConfig::html, readBool)},
      {"css", required(&MinifyConfig::css, readBool)},
      {"js", required(&MinifyConfig::js, readBool)},
  };
  return readTable(cursor, "Minify", table, out);
}

const FieldTable<Config>& configTable() {
  static const FieldTable<Config> table{
      {"source", required(&Config::source, readPath)},
      {"destination", required(&Config::destination, readPath)},
      {"include_drafts", required(&Config::includeDrafts, readBool)},
      {"default", required(&Config::defaults, readDefaults)},
      {"pages", required(&Config::pagesDefaults, readPages)},
      {"posts", required(&Config::posts, readPosts)},
      {"site", required(&Config::site, readSite)},
      {"template_extensions", required(&Config::templateExtensions, readStrings)},
      {"ignore", required(&Config::ignore, readStrings)},
      {"syntax_highlight", required(&Config::syntaxHighlight, readSyntaxHighlight)},
      {"assets", required(&Config::sassStyle, readAssets)},
      {"minify", required(&Config::minify, readMinify)},
  };
  return table;
}

} // namespace

Result<Config> readConfig(std::string_view text, const std::string& file) {
  Config config;
  if (trimmed(text, " \t\r\n\v\f").empty()) return config;
  const yaml::EventStream stream = yaml::readEvents(text);
  const auto done = yaml::readRoot(
      stream, [&](yaml::Cursor& root) { return readTable(root, "Config", configTable(), config); });
  if (done) return config;
  Error error = fieldError(done.error(), text, 1);
  error.where.file = file;
  for (Error& other : error.others)
    other.where.file = file;
  return failure(std::move(error));
}

} // namespace postwright::generators::cobalt

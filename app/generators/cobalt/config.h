// `_cobalt.yml` as Cobalt reads it (spec 1.1, 1.2). The one rule: every level refuses unknown keys, and an
// error says the place and the key. Paths are normalised ("./posts/" is "posts", "./" is "").
// Source: Cobalt's configuration through serde_yaml 0.9.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/base/value.h"
#include "app/generators/cobalt/fields.h"

namespace postwright::generators::cobalt {

enum class SassStyle : std::uint8_t { Nested, Expanded, Compact, Compressed };

struct PostsConfig {
  std::optional<std::string> title;
  std::optional<std::string> description;
  std::string dir = "posts";
  std::optional<std::string> draftsDir;
  SortOrder order = SortOrder::Desc;
  std::optional<std::string> rss;
  std::optional<std::string> jsonfeed;
  bool publishDateInFilename = true;
  PartialFields defaults;
};

struct SiteConfig {
  std::optional<std::string> title;
  std::optional<std::string> description;
  std::optional<std::string> baseUrl; ///< as written; Cobalt drops one trailing '/' when it builds
  std::optional<std::string> sitemap;
  std::optional<Object> data;
};

struct SyntaxHighlightConfig {
  std::string theme = "base16-ocean.dark";
  bool enabled = true;
};

struct MinifyConfig {
  bool html = false;
  bool css = false;
  bool js = false;
};

/// The whole configuration with Cobalt's defaults filled in; paths are relative to the configuration's
/// folder.
struct Config {
  std::string source; ///< "" is the configuration's folder
  std::string destination = "_site";
  bool includeDrafts = false;
  PartialFields defaults;      ///< `default`
  PartialFields pagesDefaults; ///< `pages.default`
  PostsConfig posts;
  SiteConfig site;
  std::vector<std::string> templateExtensions{"md", "wiki", "liquid"};
  std::vector<std::string> ignore;
  SyntaxHighlightConfig syntaxHighlight;
  SassStyle sassStyle = SassStyle::Nested;
  MinifyConfig minify;
};

/// Reads the text of `file` (its name goes into errors only); blank text gives the defaults.
/// Errors: ConfigInvalid and the codes of front-matter fields, with line, column and serde's wording.
Result<Config> readConfig(std::string_view text, const std::string& file = "_cobalt.yml");

} // namespace postwright::generators::cobalt

#include "app/generators/cobalt/settings.h"

#include <algorithm>
#include <filesystem>

#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

std::vector<std::string> ignoreLines(const Config& config, bool drafts) {
  std::vector<std::string> lines{".*", "_*"};
  const std::string_view destination = site::below(config.destination, config.source);
  if (site::startsWith(config.destination, config.source) && !destination.empty()) {
    lines.push_back(std::string("/").append(destination));
  }
  for (const char* folder : {"/_includes", "/_layouts", "/_defaults", "/_sass"})
    lines.emplace_back(folder);
  lines.push_back(std::string("!/").append(config.posts.dir));
  if (drafts && config.posts.draftsDir) lines.push_back(std::string("!/").append(*config.posts.draftsDir));
  lines.insert(lines.end(), config.ignore.begin(), config.ignore.end());
  return lines;
}

} // namespace

void applyConfig(Settings& settings, Config config) {
  settings.config = std::move(config);
  const Config& made = settings.config;
  settings.source = (std::filesystem::path(settings.root) / made.source).lexically_normal().generic_string();
  if (settings.source.size() > 1 && settings.source.ends_with('/')) settings.source.pop_back();
  settings.postDefaults = made.posts.defaults;
  mergeDefaults(settings.postDefaults, made.defaults);
  settings.draftDefaults.isDraft = true;
  mergeDefaults(settings.draftDefaults, settings.postDefaults);
  // Slipped in between, so that the common `excerpt_separator` never reaches a page.
  PartialFields noExcerpt;
  noExcerpt.excerptSeparator = "";
  settings.pageDefaults = made.pagesDefaults;
  mergeDefaults(settings.pageDefaults, noExcerpt);
  mergeDefaults(settings.pageDefaults, made.defaults);
}

Result<site::IgnoreRules> ignoreRules(const Config& config, bool drafts) {
  site::IgnoreRules rules;
  for (const std::string& line : ignoreLines(config, drafts)) {
    Result<void> added = rules.add(line);
    if (added) continue;
    Error error = std::move(added.error());
    error.context = {"Invalid ignore entry"};
    return failure(std::move(error));
  }
  return rules;
}

Role roleOf(const Config& config, std::string_view path, bool drafts) {
  const auto ending = site::extension(path);
  const auto& endings = config.templateExtensions;
  if (!ending || std::ranges::find(endings, *ending) == endings.end()) return Role::Asset;
  if (site::startsWith(path, config.posts.dir)) return Role::Post;
  const bool isDraft = drafts && config.posts.draftsDir && site::startsWith(path, *config.posts.draftsDir);
  return isDraft ? Role::Draft : Role::Page;
}

std::string sitePathOf(const Config& config, std::string_view path, Role role) {
  if (role != Role::Draft) return std::string(path);
  return site::joined(config.posts.dir, site::below(path, *config.posts.draftsDir));
}

} // namespace postwright::generators::cobalt

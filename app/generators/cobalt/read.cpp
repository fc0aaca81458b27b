#include "app/generators/cobalt/read.h"

#include "app/base/file.h"
#include "app/generators/cobalt/post_order.h"
#include "app/generators/cobalt/snapshot.h"
#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

bool isSeen(const Config& config, std::string_view path, bool drafts) {
  const Result<site::IgnoreRules> rules = ignoreRules(config, drafts);
  if (!rules || rules->ignores(path, false)) return false;
  for (std::string_view folder = site::parentPath(path); !folder.empty(); folder = site::parentPath(folder)) {
    if (rules->ignores(folder, true)) return false;
  }
  return true;
}

} // namespace

std::array<bool, 2> visibilityOf(const Config& config, std::string_view path) {
  return {isSeen(config, path, false), isSeen(config, path, true)};
}

SourceDocument readSourceFile(const Settings& settings, const std::string& path, std::array<bool, 2> isSeen) {
  const Result<std::string> bytes = readBytes(site::joined(settings.source, path));
  if (bytes) {
    return readDocument(settings, path, isSeen,
                        [&](Role role) { return readEntry(settings, path, *bytes, role); });
  }
  SourceDocument document{path, {}};
  for (const std::size_t i : {0U, 1U}) {
    const Role role = roleOf(settings.config, path, i == 1);
    if (!isSeen[i] || role == Role::Asset) continue;
    document.entries[i] = unreadableEntry(settings, path, role, bytes.error());
  }
  return document;
}

void lineUp(Base& base, bool drafts) {
  Lineup& lineup = base.lineups[drafts ? 1 : 0];
  lineup.posts.clear();
  lineup.pages.clear();
  for (const SourceDocument& source : base.documents) {
    const EntryPointer& entry = source.entries[drafts ? 1 : 0];
    if (entry == nullptr || entry->document.problem) continue;
    if (!drafts && entry->document.fields.isDraft) continue;
    const bool isPost = entry->document.collection == site::Collection::Posts;
    (isPost ? lineup.posts : lineup.pages).push_back(entry);
  }
  sortPosts(lineup.posts, PostBefore{base.settings.config.posts.order == SortOrder::Asc});
}

std::shared_ptr<const HighlighterSlot> highlighterOf(const Settings& settings) {
  const auto& syntax = settings.config.syntaxHighlight;
  return std::make_shared<HighlighterSlot>(highlight::Settings{
      syntax.enabled, syntax.theme, resolveInside(settings.source, "_syntaxes").value_or("")});
}

} // namespace postwright::generators::cobalt

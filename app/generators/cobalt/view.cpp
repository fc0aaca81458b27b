#include "app/generators/cobalt/view.h"

#include <algorithm>

#include "app/generators/cobalt/collections.h"
#include "app/generators/cobalt/excerpt.h"
#include "app/generators/cobalt/feeds.h"
#include "app/generators/cobalt/paginate.h"
#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

/// Broken documents take no part; drafts only where they are asked for.
bool takesPart(const EntryPointer& entry, bool drafts) {
  if (entry == nullptr || entry->document.problem) return false;
  return drafts || !entry->document.fields.isDraft;
}

PostOrder orderOf(const Parts& parts, bool drafts) {
  std::vector<EntryPointer> added;
  std::vector<std::string_view> replaced;
  for (const auto& [path, source] : parts.unsaved) {
    replaced.push_back(path);
    const EntryPointer& entry = source.entries[drafts ? 1 : 0];
    if (takesPart(entry, drafts) && entry->document.collection == site::Collection::Posts) {
      added.push_back(entry);
    }
  }
  const Settings& settings = parts.base->settings;
  const PostBefore before{settings.config.posts.order == SortOrder::Asc};
  return {parts.base->lineups[drafts ? 1 : 0].posts, std::move(added), std::move(replaced), before};
}

std::vector<site::DocumentPointer> documentsOf(const std::vector<EntryPointer>& entries) {
  std::vector<site::DocumentPointer> documents;
  documents.reserve(entries.size());
  for (const EntryPointer& entry : entries)
    documents.push_back(documentOf(entry));
  return documents;
}

/// Posts before drafts before pages, as Cobalt reads them.
int readingRank(const site::Document& document) {
  if (document.collection == site::Collection::Pages) return 2;
  return document.inDraftsFolder ? 1 : 0;
}

Value plainOf(const EntryPointer& entry) {
  return entry == nullptr ? Value() : Value(std::shared_ptr<const LazyValue>(entry));
}

} // namespace

View::View(PartsPointer parts, bool drafts)
    : m_parts(std::move(parts)), m_drafts(drafts), m_order(orderOf(*m_parts, drafts)) {}

EntryPointer View::entryAt(std::string_view path) const {
  const SourceDocument* source = m_parts->find(path);
  return source == nullptr ? nullptr : source->entries[m_drafts ? 1 : 0];
}

EntryPointer View::entryOf(const site::DocumentPointer& document) const {
  return entryAt(document->path);
}

std::vector<site::DocumentPointer> View::posts() const {
  return documentsOf(m_order.all());
}

std::vector<site::DocumentPointer> View::pages() const {
  if (m_parts->unsaved.empty()) return documentsOf(lineup().pages);
  std::vector<site::DocumentPointer> pages;
  for (const SourceDocument* source : m_parts->documents()) {
    const EntryPointer& entry = source->entries[m_drafts ? 1 : 0];
    if (takesPart(entry, m_drafts) && entry->document.collection == site::Collection::Pages) {
      pages.push_back(documentOf(entry));
    }
  }
  return pages;
}

std::vector<std::string> View::assets() const {
  return lineup().assets;
}

site::AssetSettings View::assetSettings() const {
  const SassStyle style = config().sassStyle;
  const MinifyConfig& minify = config().minify;
  return {site::joined(m_parts->base->settings.source, "_sass"),
          style == SassStyle::Compact || style == SassStyle::Compressed,
          minify.html || minify.css || minify.js};
}

site::DocumentPointer View::document(std::string_view path) const {
  const EntryPointer entry = entryAt(path);
  if (entry == nullptr) return nullptr;
  const bool kept = m_drafts || entry->document.problem || !entry->document.fields.isDraft;
  return kept ? documentOf(entry) : nullptr;
}

std::optional<Error> View::fault() const {
  if (m_parts->data.problem) return m_parts->data.problem;
  const Entry* first = nullptr;
  for (const SourceDocument* source : m_parts->documents()) {
    const Entry* entry = source->entries[m_drafts ? 1 : 0].get();
    if (entry == nullptr || !entry->document.problem) continue;
    if (first == nullptr || readingRank(entry->document) < readingRank(first->document)) first = entry;
  }
  if (first == nullptr) return std::nullopt;
  return first->document.problem->error;
}

Value View::siteVariable(const DateTime& now) const {
  return cobalt::siteVariable(config(), m_parts->data.value, now);
}

Object View::pageVariable(const site::DocumentPointer& document) const {
  const EntryPointer entry = entryOf(document);
  Object page = entry->get().asObject();
  if (document->collection == site::Collection::Posts) {
    page.set("previous", plainOf(m_order.after(entry)));
    page.set("next", plainOf(m_order.before(entry)));
  }
  return page;
}

std::optional<site::ExcerptSource> View::excerpt(const site::DocumentPointer& document) const {
  return excerptOf(*entryOf(document));
}

Value View::collections(const site::Document& reader, const site::PostBodiesPointer& bodies) const {
  const auto self = shared_from_this();
  if (reader.collection == site::Collection::Posts) {
    return collectionsVariable(config(), [self] { return Value(plainPosts(self->m_order.all())); });
  }
  return collectionsVariable(config(), [self, bodies] {
    const auto posts = std::make_shared<const std::vector<EntryPointer>>(self->m_order.all());
    return Value(completePosts(posts, bodies));
  });
}

Result<std::vector<site::Rendition>> View::renditions(const site::DocumentPointer& document,
                                                      const site::PostBodiesPointer& bodies,
                                                      bool firstOnly) const {
  const EntryPointer entry = entryOf(document);
  std::vector<site::Rendition> made;
  if (document->collection == site::Collection::Posts || !entry->pagination) {
    made.push_back({document->outputPath, "collections", collections(*document, bodies)});
    return made;
  }
  const auto posts = std::make_shared<const std::vector<EntryPointer>>(m_order.all());
  const Paginating paginating(m_parts->base->settings, *entry);
  const auto paginators = paginating.paginators(completePosts(posts, bodies));
  if (!paginators) return failure(paginators.error());
  for (const Paginator& paginator : *paginators) {
    const bool isFirst = made.empty();
    made.push_back({isFirst ? document->outputPath : site::outputPathOf(paginator.indexPermalink),
                    "paginator", paginator.value()});
    if (firstOnly) break;
  }
  return made;
}

Result<std::vector<site::OutputFile>> View::feeds(const site::PostBodies& bodies) const {
  const bool hasAddress = config().site.baseUrl.has_value();
  std::vector<site::OutputFile> files;
  std::optional<Error> problem;
  const auto write = [&](const std::optional<std::string>& path, const char* name, const auto& make) {
    if (!path || problem) return;
    if (!hasAddress) {
      const std::string detail = std::string("`base_url` is required for ") + name + " support";
      problem = Error{ErrorCode::BaseUrlMissing, detail, {"_cobalt.yml"}, {*path}, {}};
      return;
    }
    Result<std::string> bytes = make();
    if (bytes) {
      files.push_back({*path, std::move(*bytes)});
    } else {
      problem = std::move(bytes.error());
    }
  };
  const std::vector<site::DocumentPointer> all = posts();
  write(config().posts.rss, "RSS", [&] { return rssFeed(config(), all, bodies); });
  write(config().posts.jsonfeed, "jsonfeed", [&] { return jsonFeed(config(), all, bodies); });
  write(config().site.sitemap, "sitemap", [&] {
    std::vector<site::DocumentPointer> documents = all;
    const std::vector<site::DocumentPointer> others = pages();
    documents.insert(documents.end(), others.begin(), others.end());
    return sitemap(config(), documents);
  });
  if (problem) return failure(std::move(*problem));
  return files;
}

std::vector<std::string> View::feedPaths() const {
  std::vector<std::string> paths;
  for (const auto& path : {config().posts.rss, config().posts.jsonfeed, config().site.sitemap})
    if (path) paths.push_back(*path);
  return paths;
}

Result<liquid::TemplatePointer> View::layout(std::string_view name) const {
  return m_parts->layouts->find(name);
}

std::vector<std::string> View::layoutNames() const {
  return m_parts->layouts->names();
}

const liquid::Partials& View::includes() const {
  return *m_parts->includes;
}

Result<std::shared_ptr<const highlight::Highlighter>> View::highlighter() const {
  return m_parts->highlighter->get();
}

SourcePosition View::placeOf(const site::DocumentPointer& document, std::string_view field) const {
  SourcePosition position{document->path};
  for (const FieldPlace& place : entryOf(document)->places) {
    if (place.name != field) continue;
    position.line = place.value.line;
    position.column = place.value.column;
  }
  return position;
}

} // namespace postwright::generators::cobalt

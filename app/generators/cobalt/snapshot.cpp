#include "app/generators/cobalt/snapshot.h"

#include "app/generators/cobalt/advice.h"
#include "app/generators/cobalt/collections.h"
#include "app/generators/cobalt/off_site.h"
#include "app/generators/cobalt/output_index.h"
#include "app/generators/cobalt/read.h"
#include "app/site/data_files.h"
#include "app/site/paths.h"
#include "app/site/permalink.h"

namespace postwright::generators::cobalt {
namespace {

std::array<bool, 2> visibility(const Parts& parts, std::string_view path) {
  const SourceDocument* known = parts.find(path);
  if (known != nullptr) return {known->entries[0] != nullptr, known->entries[1] != nullptr};
  return visibilityOf(parts.base->settings.config, path);
}

/// The name of a template in `folder`, empty when `path` is none.
std::string templateName(std::string_view path, std::string_view folder) {
  return site::startsWith(path, folder) ? std::string(site::below(path, folder)) : std::string();
}

} // namespace

SourceDocument readDocument(const Settings& settings, std::string_view path, std::array<bool, 2> isSeen,
                            const ReadEntry& read) {
  SourceDocument document{std::string(path), {}};
  std::array<Role, 2> roles{};
  for (const std::size_t i : {0U, 1U}) {
    roles[i] = roleOf(settings.config, path, i == 1);
    if (!isSeen[i] || roles[i] == Role::Asset) continue;
    const bool isSame = i == 1 && document.entries[0] != nullptr && roles[0] == roles[1];
    document.entries[i] = isSame ? document.entries[0] : read(roles[i]);
  }
  return document;
}

SiteData readSiteData(const Settings& settings) {
  const Config& config = settings.config;
  const std::string shown = site::joined(site::joined(".", config.source), "_data");
  Result<Object> data =
      site::readDataFiles(settings.source, "_data", shown, config.site.data.value_or(Object()));
  if (!data) return {{}, std::move(data.error())};
  if (data->empty()) return {};
  return {std::move(*data), std::nullopt};
}

std::string Snapshot::destination() const {
  const bool isInside = site::startsWith(config().destination, config().source);
  return isInside ? site::normalised(site::below(config().destination, config().source)) : std::string();
}

std::string Snapshot::title() const {
  return config().site.title.value_or("");
}

std::string Snapshot::baseUrl() const {
  return cobalt::baseUrl(config()).value_or("");
}

std::string Snapshot::postsFolder() const {
  return config().posts.dir;
}

std::string Snapshot::draftsFolder() const {
  return config().posts.draftsDir.value_or("");
}

std::vector<site::DocumentPointer> Snapshot::documents() const {
  std::vector<site::DocumentPointer> documents;
  for (const SourceDocument* source : m_parts->documents())
    documents.push_back(documentOf(source->shown()));
  return documents;
}

site::DocumentPointer Snapshot::document(std::string_view path) const {
  const SourceDocument* source = m_parts->find(path);
  return source == nullptr ? nullptr : documentOf(source->shown());
}

site::DocumentPointer Snapshot::documentAtUrl(std::string_view url) const {
  const std::string wanted = site::outputPathOf(url);
  const std::string asFolder = site::joined(site::normalised(url), "index.html");
  for (const SourceDocument* source : m_parts->documents()) {
    const EntryPointer& entry = source->shown();
    if (entry->document.problem) continue;
    const std::string& output = entry->document.outputPath;
    if (output == wanted || output == asFolder) return documentOf(entry);
  }
  return nullptr;
}

std::vector<std::string> Snapshot::layoutNames() const {
  return m_parts->layouts->names();
}

Diagnostics Snapshot::problems() const {
  Diagnostics problems = m_parts->base->problems;
  if (m_parts->data.problem) addAll(problems, Severity::Error, *m_parts->data.problem);
  return problems;
}

std::shared_ptr<const site::View> Snapshot::view(bool drafts) const {
  const std::size_t index = drafts ? 1 : 0;
  std::call_once(m_once[index], [&] { m_views[index] = std::make_shared<View>(m_parts, drafts); });
  return m_views[index];
}

std::vector<front_matter::FieldAdvice> Snapshot::adviceOn(
    const front_matter::FrontMatterDocument& post) const {
  return cobalt::adviceOn(post, {m_parts->layouts->names()});
}

std::vector<front_matter::Reason> Snapshot::whyNotOnSite(std::string_view path) const {
  return cobalt::whyNotOnSite(*m_parts, path);
}

std::vector<std::string> Snapshot::otherWriters(std::string_view path) const {
  const site::DocumentPointer document = Snapshot::document(path);
  if (document == nullptr || document->outputPath.empty()) return {};
  std::vector<std::string> paths;
  for (const SourceDocument* writer : cobalt::otherWriters(*m_parts, document->path, document->outputPath))
    paths.push_back(writer->path);
  return paths;
}

site::SitePointer Snapshot::withText(std::string_view path, std::string_view text) const {
  auto parts = std::make_shared<Parts>(*m_parts);
  const std::string name = site::normalised(path);
  const std::string layout = templateName(name, "_layouts");
  const std::string include = templateName(name, "_includes");
  if (!layout.empty()) {
    parts->layouts = m_parts->layouts->withText(layout, text);
  } else if (!include.empty()) {
    parts->includes = m_parts->includes->withText(include, text);
  } else {
    const Settings& settings = m_parts->base->settings;
    SourceDocument document = readDocument(settings, name, visibility(*m_parts, name), [&](Role role) {
      return m_parts->memo->read(settings, name, text, role);
    });
    if (document.shown() != nullptr) parts->unsaved.insert_or_assign(name, std::move(document));
  }
  return std::make_shared<Snapshot>(std::move(parts));
}

} // namespace postwright::generators::cobalt

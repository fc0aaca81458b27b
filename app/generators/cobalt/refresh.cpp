// The same site after some of its files changed on disk.
#include <algorithm>
#include <filesystem>

#include "app/generators/cobalt/output_index.h"
#include "app/generators/cobalt/read.h"
#include "app/generators/cobalt/snapshot.h"
#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

namespace fs = std::filesystem;

bool isFile(const std::string& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() == fs::file_type::regular;
}

/// Puts `path` into a list in walking order, or takes it out.
void setListed(std::vector<std::string>& paths, const std::string& path, bool isListed) {
  const auto place = std::ranges::lower_bound(paths, path, site::walkedBefore);
  const bool isThere = place != paths.end() && *place == path;
  if (isListed && !isThere) paths.insert(place, path);
  if (!isListed && isThere) paths.erase(place);
}

class Refresh {
 public:
  explicit Refresh(const Parts& parts)
      : m_parts(std::make_shared<Parts>(parts)), m_settings(parts.base->settings) {}

  void take(const std::string& path) {
    dropProblems(path);
    for (const Area& area : kAreas) {
      if (site::startsWith(path, area.folder))
        return (this->*area.take)(std::string(site::below(path, area.folder)));
    }
    takeSource(path);
  }

  PartsPointer finish() {
    if (m_base != nullptr) {
      for (const bool drafts : {false, true})
        lineUp(*m_base, drafts);
      m_parts->base = m_base;
      m_parts->outputs = std::make_shared<OutputIndex>(m_base);
    }
    if (m_dataChanged) m_parts->data = readSiteData(m_settings);
    return m_parts;
  }

 private:
  struct Area {
    const char* folder;
    void (Refresh::*take)(const std::string& name);
  };
  static const std::array<Area, 5> kAreas;

  void takeLayout(const std::string& name) {
    m_parts->layouts = m_parts->layouts->withFile(m_settings.source, name);
  }
  void takeInclude(const std::string& name) {
    m_parts->includes = m_parts->includes->withFile(m_settings.source, name);
  }
  void takeData(const std::string& /*name*/) { m_dataChanged = true; }
  void takeSyntax(const std::string& /*name*/) { m_parts->highlighter = highlighterOf(m_settings); }
  void takeNothing(const std::string& /*name*/) {} // style sheets are compiled when they are asked for

  /// What was wrong with the file when it was read last.
  void dropProblems(const std::string& path) {
    const auto isAbout = [&](const Diagnostic& problem) { return problem.error.where.file == path; };
    if (std::ranges::any_of(m_parts->base->problems, isAbout)) std::erase_if(base().problems, isAbout);
  }

  /// A document or an asset.
  void takeSource(const std::string& path) {
    const std::array<bool, 2> isSeen = isFile(site::joined(m_settings.source, path))
                                           ? visibilityOf(m_settings.config, path)
                                           : std::array{false, false};
    if (roleOf(m_settings.config, path, false) == Role::Asset) {
      for (const std::size_t i : {0U, 1U})
        setListed(base().lineups[i].assets, path, isSeen[i]);
      return;
    }
    m_parts->unsaved.erase(path);
    setDocument(path, isSeen);
  }

  void setDocument(const std::string& path, std::array<bool, 2> isSeen) {
    std::vector<SourceDocument>& documents = base().documents;
    const auto place = std::ranges::lower_bound(documents, path, site::walkedBefore, &SourceDocument::path);
    const bool isThere = place != documents.end() && place->path == path;
    if (!isSeen[0] && !isSeen[1]) {
      if (isThere) documents.erase(place);
      return;
    }
    SourceDocument document = readSourceFile(m_settings, path, isSeen);
    if (isThere) {
      *place = std::move(document);
    } else {
      documents.insert(place, std::move(document));
    }
  }

  /// The base to change, copied when it is first asked for: its entries are shared.
  Base& base() {
    if (m_base == nullptr) m_base = std::make_shared<Base>(*m_parts->base);
    return *m_base;
  }

  std::shared_ptr<Parts> m_parts;
  const Settings& m_settings;
  std::shared_ptr<Base> m_base;
  bool m_dataChanged = false;
};

const std::array<Refresh::Area, 5> Refresh::kAreas = {{
    {"_layouts", &Refresh::takeLayout},
    {"_includes", &Refresh::takeInclude},
    {"_data", &Refresh::takeData},
    {"_syntaxes", &Refresh::takeSyntax},
    {"_sass", &Refresh::takeNothing},
}};

} // namespace

site::SitePointer Snapshot::withFilesChanged(const std::vector<std::string>& paths) const {
  Refresh refresh(*m_parts);
  for (const std::string& path : paths) {
    if (fs::path(site::joined(source(), path)).lexically_normal() == configFile()) return nullptr;
    refresh.take(site::normalised(path));
  }
  return std::make_shared<Snapshot>(refresh.finish());
}

} // namespace postwright::generators::cobalt

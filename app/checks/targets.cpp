#include "app/checks/targets.h"

#include <array>

#include "app/base/html_tags.h"
#include "app/render/document_renderer.h"
#include "app/site/paths.h"

namespace postwright::checks {
namespace {

/// Stands in where only the names of output files are wanted.
class NoBodies final : public site::PostBodies {
 public:
  Value excerpt(const site::DocumentPointer& /*post*/) const override { return {}; }
  Value content(const site::DocumentPointer& /*post*/) const override { return {}; }
};

/// The files that web servers show for `path`, the likeliest first.
std::array<std::string, 3> filesFor(std::string_view path) {
  return {std::string(path), site::joined(path, "index.html"), std::string(path) + ".html"};
}

/// "site.css" is compiled from "site.scss".
bool isCompiled(const std::set<std::string, std::less<>>& files, const std::string& path) {
  if (!path.ends_with(".css")) return false;
  const std::string stem = path.substr(0, path.size() - 3);
  return files.contains(stem + "scss") || files.contains(stem + "sass");
}

} // namespace

Anchors anchorsOf(std::string_view html) {
  Anchors anchors;
  for (const HtmlTag& tag : openingTags(html)) {
    if (const HtmlAttribute* id = tag.find("id")) anchors.insert(id->value);
    const HtmlAttribute* name = tag.name == "a" ? tag.find("name") : nullptr;
    if (name != nullptr) anchors.insert(name->value);
  }
  return anchors;
}

Targets::Targets(site::SitePointer site, bool drafts, DateTime now, std::stop_token stop)
    : m_site(std::move(site)), m_view(m_site->view(drafts)), m_now(now), m_stop(std::move(stop)) {
  for (const site::DocumentPointer& document : m_site->documents())
    m_documents.try_emplace(document->outputPath, document);
  if (m_view == nullptr) return;
  for (std::string& path : m_view->assets())
    m_files.insert(std::move(path));
  for (std::string& path : m_view->feedPaths())
    m_files.insert(site::normalised(path));
}

site::DocumentPointer Targets::documentAt(std::string_view path) const {
  for (const std::string& file : filesFor(path)) {
    const auto found = m_documents.find(file);
    if (found != m_documents.end()) return found->second;
  }
  return nullptr;
}

bool Targets::isPaginated(std::string_view path) {
  if (!m_paginated) {
    m_paginated.emplace();
    const auto bodies = std::make_shared<NoBodies>();
    for (const site::DocumentPointer& page : m_view->pages()) {
      if (m_stop.stop_requested()) return true;
      const auto renditions = m_view->renditions(page, bodies, false);
      if (!renditions || renditions->size() < 2) continue;
      for (const site::Rendition& rendition : *renditions)
        m_paginated->insert(site::normalised(rendition.outputPath));
    }
  }
  for (const std::string& file : filesFor(path))
    if (m_paginated->contains(file)) return true;
  return false;
}

Target Targets::find(std::string_view path) {
  if (m_view == nullptr) return Target::There;
  if (const site::DocumentPointer document = documentAt(path)) {
    return m_view->document(document->path) != nullptr ? Target::There : Target::Draft;
  }
  for (const std::string& file : filesFor(path))
    if (m_files.contains(file) || isCompiled(m_files, file)) return Target::There;
  return isPaginated(path) ? Target::There : Target::Missing;
}

const Anchors* Targets::anchorsAt(std::string_view path) {
  const site::DocumentPointer document = documentAt(path);
  if (document == nullptr || m_view == nullptr || m_view->document(document->path) == nullptr) return nullptr;
  const auto known = m_anchors.find(document->path);
  if (known != m_anchors.end()) return known->second ? &*known->second : nullptr;
  std::optional<Anchors>& anchors = m_anchors[document->path];
  const auto renderer = render::DocumentRenderer::create(m_view, m_now, render::LateColours::Omit, m_stop);
  if (!renderer) return nullptr;
  const auto renditions = renderer->renditions(document, true);
  if (!renditions) return nullptr;
  const render::Page page = renderer->page(document, renditions->front());
  if (page.ok) anchors = anchorsOf(page.html);
  return anchors ? &*anchors : nullptr;
}

} // namespace postwright::checks

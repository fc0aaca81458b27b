// One snapshot of a Cobalt site with its drafts, or without them.
// The one rule: immutable; lists and attributes are made when they are asked for. Source: spec 3.
#pragma once

#include <memory>

#include "app/generators/cobalt/base.h"
#include "app/generators/cobalt/post_order.h"
#include "app/site/view.h"

namespace postwright::generators::cobalt {

class View final : public site::View, public std::enable_shared_from_this<View> {
 public:
  View(PartsPointer parts, bool drafts);

  std::vector<site::DocumentPointer> posts() const override;
  std::vector<site::DocumentPointer> pages() const override;
  std::vector<std::string> assets() const override;
  site::AssetSettings assetSettings() const override;
  site::DocumentPointer document(std::string_view path) const override;
  std::optional<Error> fault() const override;
  Value siteVariable(const DateTime& now) const override;
  Object pageVariable(const site::DocumentPointer& document) const override;
  std::optional<site::ExcerptSource> excerpt(const site::DocumentPointer& document) const override;
  Result<std::vector<site::Rendition>> renditions(const site::DocumentPointer& document,
                                                  const site::PostBodiesPointer& bodies,
                                                  bool firstOnly) const override;
  std::vector<std::string> feedPaths() const override;
  Result<std::vector<site::OutputFile>> feeds(const site::PostBodies& bodies) const override;
  Result<liquid::TemplatePointer> layout(std::string_view name) const override;
  std::vector<std::string> layoutNames() const override;
  const liquid::Partials& includes() const override;
  Result<std::shared_ptr<const highlight::Highlighter>> highlighter() const override;
  SourcePosition placeOf(const site::DocumentPointer& document, std::string_view field) const override;

 private:
  const Config& config() const { return m_parts->base->settings.config; }
  const Lineup& lineup() const { return m_parts->base->lineups[m_drafts ? 1 : 0]; }
  EntryPointer entryAt(std::string_view path) const;
  EntryPointer entryOf(const site::DocumentPointer& document) const;
  Value collections(const site::Document& reader, const site::PostBodiesPointer& bodies) const;

  PartsPointer m_parts;
  bool m_drafts;
  PostOrder m_order;
};

} // namespace postwright::generators::cobalt

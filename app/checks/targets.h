// What a link of a page can lead to: pages, assets, feeds, and the anchors of pages.
// The one rule: what the site would publish is there, and nothing else.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/base/date_time.h"
#include "app/site/view.h"

namespace postwright::checks {

enum class Target : std::uint8_t { Missing, Draft, There };

/// The names that a fragment can mean on a page.
using Anchors = std::set<std::string, std::less<>>;
Anchors anchorsOf(std::string_view html);

class Targets {
 public:
  /// As a build with or without drafts sees `site`.
  Targets(site::SitePointer site, bool drafts, DateTime now, std::stop_token stop);

  /// What is at `path` (below the destination, decoded, normalised).
  Target find(std::string_view path);
  /// The anchors of the page at `path`; null when there is no page or it cannot be rendered. Kept.
  const Anchors* anchorsAt(std::string_view path);

 private:
  bool isPaginated(std::string_view path);
  site::DocumentPointer documentAt(std::string_view path) const;

  site::SitePointer m_site;
  std::shared_ptr<const site::View> m_view;
  DateTime m_now;
  std::stop_token m_stop;
  std::map<std::string, site::DocumentPointer, std::less<>> m_documents; ///< by output path, drafts too
  std::set<std::string, std::less<>> m_files;                            ///< assets and feeds
  std::optional<std::set<std::string, std::less<>>> m_paginated;         ///< made when first needed
  std::map<std::string, std::optional<Anchors>, std::less<>> m_anchors;
};

} // namespace postwright::checks

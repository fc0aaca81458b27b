// A Cobalt site as the rest of the program sees it. The one rule: a snapshot never changes; its two views are
// made when they are first asked for and kept.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>

#include "app/generators/cobalt/base.h"
#include "app/generators/cobalt/known_fields.h"
#include "app/generators/cobalt/view.h"

namespace postwright::generators::cobalt {

class Snapshot final : public site::Site {
 public:
  explicit Snapshot(PartsPointer parts) : m_parts(std::move(parts)) {}

  const std::string& root() const override { return m_parts->base->settings.root; }
  const std::string& source() const override { return m_parts->base->settings.source; }
  const std::string& configFile() const override { return m_parts->base->settings.configFile; }
  std::string destination() const override;
  std::string title() const override;
  std::string baseUrl() const override;
  std::string postsFolder() const override;
  std::string draftsFolder() const override;
  std::vector<site::DocumentPointer> documents() const override;
  site::DocumentPointer document(std::string_view path) const override;
  site::DocumentPointer documentAtUrl(std::string_view url) const override;
  std::vector<std::string> layoutNames() const override;
  Diagnostics problems() const override;
  bool includesDrafts() const override { return config().includeDrafts; }
  std::shared_ptr<const site::View> view(bool drafts) const override;
  std::vector<front_matter::KnownField> knownFields() const override { return cobalt::knownFields(); }
  std::vector<front_matter::FieldAdvice> adviceOn(
      const front_matter::FrontMatterDocument& post) const override;
  std::vector<front_matter::Reason> whyNotOnSite(std::string_view path) const override;
  std::vector<std::string> otherWriters(std::string_view path) const override;
  std::shared_ptr<const site::TemplateFolder> layouts() const override { return m_parts->layouts; }
  std::shared_ptr<const site::TemplateFolder> includes() const override { return m_parts->includes; }
  site::SitePointer withFilesChanged(const std::vector<std::string>& paths) const override;
  site::SitePointer withText(std::string_view path, std::string_view text) const override;

 private:
  const Config& config() const { return m_parts->base->settings.config; }

  PartsPointer m_parts;
  mutable std::array<std::once_flag, 2> m_once;
  mutable std::array<std::shared_ptr<const View>, 2> m_views;
};

using ReadEntry = std::function<EntryPointer(Role)>;

/// The file at `path` in builds without and with drafts, as `read` reads it in each of its roles.
SourceDocument readDocument(const Settings& settings, std::string_view path, std::array<bool, 2> isSeen,
                            const ReadEntry& read);

/// `site.data` of the files as they lie on the disk now.
SiteData readSiteData(const Settings& settings);

} // namespace postwright::generators::cobalt

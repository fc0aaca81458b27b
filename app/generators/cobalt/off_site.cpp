#include "app/generators/cobalt/off_site.h"

#include <algorithm>
#include <filesystem>

#include "app/generators/cobalt/output_index.h"
#include "app/site/paths.h"

namespace postwright::generators::cobalt {
namespace {

namespace fs = std::filesystem;

using front_matter::EditOperation;
using front_matter::OperationKind;
using front_matter::Reason;
using front_matter::Scalar;
using front_matter::ScalarType;
using front_matter::Step;

/// The folders on the way to `path` from the outermost on, and `path` itself.
std::vector<std::string> stepsTo(std::string_view path) {
  std::vector<std::string> steps{std::string(path)};
  for (std::string_view folder = site::parentPath(path); !folder.empty(); folder = site::parentPath(folder))
    steps.insert(steps.begin(), std::string(folder));
  return steps;
}

class Search {
 public:
  Search(const Parts& parts, std::string_view path)
      : m_parts(parts), m_config(parts.base->settings.config), m_path(path) {}

  std::vector<Reason> run() {
    findLink();
    findIgnoreRule();
    findEnding();
    const SourceDocument* source = m_parts.find(m_path);
    if (source != nullptr && source->shown() != nullptr) inspect(*source);
    return std::move(m_reasons);
  }

 private:
  void add(ErrorCode code, std::vector<std::string> arguments, SourcePosition where = {}) {
    if (where.file.empty()) where.file = m_path;
    m_reasons.push_back({Error{code, {}, std::move(where), std::move(arguments), {}}, {}});
  }

  void findLink() {
    std::error_code error;
    for (const std::string& step : stepsTo(m_path)) {
      const fs::path file = fs::path(m_parts.base->settings.source) / step;
      if (fs::is_symlink(fs::symlink_status(file, error))) return add(ErrorCode::OffSiteLink, {step});
    }
  }

  void findIgnoreRule() {
    const Result<site::IgnoreRules> rules = ignoreRules(m_config, m_config.includeDrafts);
    if (!rules || isDraftsFolderOnly()) return;
    for (const std::string& step : stepsTo(m_path)) {
      const std::string& line = rules->lineAgainst(step, step != m_path);
      if (!line.empty()) return add(ErrorCode::OffSiteIgnored, {line, step});
    }
  }

  /// Only a build with drafts sees it.
  bool isDraftsFolderOnly() const {
    const SourceDocument* source = m_parts.find(m_path);
    return source != nullptr && source->entries[0] == nullptr && source->entries[1] != nullptr;
  }

  void findEnding() {
    if (roleOf(m_config, m_path, true) != Role::Asset) return;
    std::string endings;
    for (const std::string& ending : m_config.templateExtensions)
      endings += (endings.empty() ? "." : ", .") + ending;
    const auto own = site::extension(m_path);
    add(ErrorCode::OffSiteEnding, {own ? "." + std::string(*own) : "", endings});
  }

  void inspect(const SourceDocument& source) {
    const Entry& entry = *source.shown();
    const site::Document& document = entry.document;
    if (document.problem) m_reasons.push_back({document.problem->error, {}});
    if (!m_config.includeDrafts) inspectDraft(source);
    if (m_reasons.empty()) findSameAddress(document);
  }

  void inspectDraft(const SourceDocument& source) {
    const Entry& entry = *source.shown();
    if (isDraftsFolderOnly()) add(ErrorCode::OffSiteDraftsFolder, {m_config.posts.draftsDir.value_or("")});
    if (!entry.document.fields.isDraft) return;
    const auto own = std::ranges::find(entry.places, "is_draft", &FieldPlace::name);
    if (own == entry.places.end()) {
      if (isDraftsFolderOnly()) return;
      add(ErrorCode::OffSiteDraftByDefault, {});
    } else {
      add(ErrorCode::OffSiteDraft, {}, {m_path, own->value.line, own->value.column});
    }
    const Scalar no{ScalarType::Bool, "false"};
    const EditOperation publish{OperationKind::Set, {Step(std::string("is_draft"))}, no};
    const std::string line = "is_draft: " + no.text;
    m_reasons.back().fix =
        front_matter::Fix{FixKind::WriteValue, describe(FixKind::WriteValue, line), {publish}};
  }

  void findSameAddress(const site::Document& document) {
    for (const SourceDocument* other : otherWriters(m_parts, m_path, document.outputPath))
      add(ErrorCode::OffSiteSameAddress, {other->path});
  }

  const Parts& m_parts;
  const Config& m_config;
  std::string m_path;
  std::vector<Reason> m_reasons;
};

} // namespace

std::vector<Reason> whyNotOnSite(const Parts& parts, std::string_view path) {
  return Search(parts, site::normalised(path)).run();
}

} // namespace postwright::generators::cobalt

#include "app/checks/conditions.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/base/text.h"

namespace postwright::checks {
namespace {

/// Names that are there on some pages only, which templates ask for to tell pages apart.
constexpr std::array<std::string_view, 8> kSometimesThere = {
    "paginator", "collections", "forloop", "tablerow", "tablerowloop", "page", "site", "content"};
constexpr std::array<std::string_view, 7> kSometimesOfDocuments = {
    "published_date", "previous", "next", "excerpt", "content", "pagination", "data"};

bool contains(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool isDocument(const liquid::MissingVariable& missing) {
  return missing.parent == "page" ||
         (contains(missing.known, "permalink") && contains(missing.known, "slug"));
}

bool isDocumentData(const liquid::MissingVariable& missing) {
  return missing.parent.ends_with(".data") && !missing.parent.starts_with("site.");
}

Diagnostic warning(const liquid::MissingVariable& missing, std::string name, ErrorCode plain,
                   ErrorCode suggesting, const std::vector<std::string>& candidates) {
  const auto meant = didYouMean(missing.name, candidates);
  Error error{meant ? suggesting : plain, {}, missing.where, {std::move(name)}, missing.chain};
  if (meant) error.arguments.push_back(*meant);
  return {Severity::Warning, std::move(error)};
}

std::optional<Diagnostic> dataProblem(const liquid::MissingVariable& missing, const site::Site& site) {
  std::set<std::string> keys;
  for (const site::DocumentPointer& document : site.documents()) {
    for (const auto& [key, value] : document->fields.data)
      keys.insert(key);
  }
  if (keys.contains(missing.name)) return std::nullopt;
  const std::vector<std::string> known(keys.begin(), keys.end());
  return warning(missing, missing.name, ErrorCode::DataKeyUnknown, ErrorCode::DataKeyUnknownMeant, known);
}

/// A lone name in an include is an argument that was not given.
bool isArgument(const liquid::MissingVariable& missing) {
  return missing.parent.empty() && missing.where.file.starts_with("_includes/");
}

bool isOnPurpose(const liquid::MissingVariable& missing) {
  if (missing.parent.empty()) return contains(kSometimesThere, missing.name) || isArgument(missing);
  if (isDocument(missing)) return contains(kSometimesOfDocuments, missing.name);
  return missing.parent != "site" && !missing.parent.starts_with("site.");
}

} // namespace

std::optional<Diagnostic> conditionProblem(const liquid::MissingVariable& missing, const site::Site* site) {
  if (isDocumentData(missing)) return site == nullptr ? std::nullopt : dataProblem(missing, *site);
  if (isOnPurpose(missing)) return std::nullopt;
  const std::string name = missing.parent.empty() ? missing.name : missing.parent + "." + missing.name;
  return warning(missing, name, ErrorCode::VariableMissing, ErrorCode::VariableMissingMeant, missing.known);
}

} // namespace postwright::checks

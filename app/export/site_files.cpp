#include "app/export/site_files.h"

#include "app/base/file.h"
#include "app/export/sass.h"
#include "app/site/paths.h"

namespace postwright::exporting {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLargest = std::size_t{32} << 20U;

bool namesNoFile(std::string_view url) {
  return url.empty() || url.front() == '#' || url.starts_with("data:") || url.starts_with("about:") ||
         url.starts_with("javascript:") || url.starts_with("blob:");
}

} // namespace

SiteFiles::SiteFiles(const site::Site& site) : m_site(site), m_addresses(site.baseUrl()) {}

Result<std::string> SiteFiles::read(const std::string& path, const std::string& url) const {
  const Result<std::string> file = resolveInside(m_site.source(), path);
  if (!file) {
    const bool outside = file.error().code == ErrorCode::PathOutsideSite;
    return failure(outside ? ErrorCode::NotInlinedOutside : ErrorCode::NotInlinedMissing, {url});
  }
  Result<FileContent> content = readFile(*file);
  if (!content) return failure(ErrorCode::NotInlinedMissing, {url}, content.error().detail);
  if (content->bytes.size() > kLargest) return failure(ErrorCode::NotInlinedTooLarge, {url});
  return std::move(content->bytes);
}

Result<std::optional<SiteFile>> SiteFiles::find(const std::string& url, std::string_view base) const {
  if (namesNoFile(url)) return std::nullopt;
  const std::optional<std::string> path = m_addresses.pathOf(url, base);
  if (!path) return failure(ErrorCode::NotInlinedRemote, {url});
  if (path->starts_with("..")) return failure(ErrorCode::NotInlinedOutside, {url});
  const std::size_t hash = url.find('#');
  SiteFile file{*path, hash == kNone ? std::string() : url.substr(hash), {}};
  Result<std::string> bytes = read(*path, url);
  if (!bytes && site::extension(*path) == "css" && canCompileSass()) {
    for (const char* ending : {".scss", ".sass"}) {
      const std::string sheet =
          site::joined(site::parentPath(*path), std::string(site::stem(*path)) + ending);
      const Result<std::string> source = resolveInside(m_site.source(), sheet);
      if (!source) continue;
      bytes = compileSass({*source, m_site.source(), site::joined(m_site.source(), "_sass"), false});
      break;
    }
  }
  if (!bytes) return failure(std::move(bytes.error()));
  file.bytes = std::move(*bytes);
  return file;
}

} // namespace postwright::exporting

#include "app/export/site_files.h"

#include "app/base/file.h"
#include "app/export/sass.h"
#include "app/site/paths.h"

namespace postwright::exporting {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLargest = std::size_t{32} << 20U;

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string percentDecoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool encoded =
        text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
    result += encoded ? static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2])) : text[i];
    if (encoded) i += 2;
  }
  return result;
}

/// True for "https:", "data:", "//host".
bool hasScheme(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#");
  return url.starts_with("//") || (end != kNone && end > 0 && url[end] == ':');
}

bool namesNoFile(std::string_view url) {
  return url.empty() || url.front() == '#' || url.starts_with("data:") || url.starts_with("about:") ||
         url.starts_with("javascript:") || url.starts_with("blob:");
}

std::string pathPart(std::string_view address) {
  const std::size_t host = address.find("//");
  const std::size_t path = host == kNone ? kNone : address.find('/', host + 2);
  return path == kNone ? std::string() : std::string(address.substr(path));
}

} // namespace

SiteFiles::SiteFiles(const site::Site& site)
    : m_site(site), m_baseUrl(site.baseUrl()), m_basePath(pathPart(m_baseUrl)) {
  while (m_basePath.ends_with('/'))
    m_basePath.pop_back();
}

/// Below the source; nothing for an address on the web.
std::optional<std::string> SiteFiles::pathOf(std::string_view url, std::string_view base) const {
  url = url.substr(0, url.find_first_of("?#"));
  const bool isOwn = !m_baseUrl.empty() && url.starts_with(m_baseUrl) &&
                     (url.size() == m_baseUrl.size() || url[m_baseUrl.size()] == '/');
  if (isOwn) return site::normalised(percentDecoded(url.substr(m_baseUrl.size())));
  if (hasScheme(url)) return std::nullopt;
  if (!url.starts_with('/')) {
    return site::normalised(site::joined(site::parentPath(base), percentDecoded(url)));
  }
  const bool prefixed = !m_basePath.empty() && url.starts_with(m_basePath + "/");
  return site::normalised(percentDecoded(prefixed ? url.substr(m_basePath.size()) : url));
}

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
  const std::optional<std::string> path = pathOf(url, base);
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

#include "app/site/addresses.h"

#include <utility>

#include "app/site/paths.h"

namespace postwright::site {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// True for "https:", "data:", "//host".
bool hasScheme(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#");
  return url.starts_with("//") || (end != kNone && end > 0 && url[end] == ':');
}

std::string pathPart(std::string_view address) {
  const std::size_t host = address.find("//");
  const std::size_t path = host == kNone ? kNone : address.find('/', host + 2);
  return path == kNone ? std::string() : std::string(address.substr(path));
}

} // namespace

Addresses::Addresses(std::string baseUrl) : m_baseUrl(std::move(baseUrl)), m_basePath(pathPart(m_baseUrl)) {
  while (m_basePath.ends_with('/'))
    m_basePath.pop_back();
}

std::optional<std::string> Addresses::pathOf(std::string_view url, std::string_view page) const {
  url = url.substr(0, url.find_first_of("?#"));
  const bool isOwn = !m_baseUrl.empty() && url.starts_with(m_baseUrl) &&
                     (url.size() == m_baseUrl.size() || url[m_baseUrl.size()] == '/');
  if (isOwn) return normalised(percentDecoded(url.substr(m_baseUrl.size())));
  if (hasScheme(url)) return std::nullopt;
  if (!url.starts_with('/')) {
    return normalised(joined(parentPath(page), percentDecoded(url)));
  }
  const bool prefixed = !m_basePath.empty() && url.starts_with(m_basePath + "/");
  return normalised(percentDecoded(prefixed ? url.substr(m_basePath.size()) : url));
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

} // namespace postwright::site

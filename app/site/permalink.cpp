#include "app/site/permalink.h"

#include <algorithm>
#include <mutex>

#include "app/site/paths.h"

namespace postwright::site {
namespace {

Error permalinkError(const std::string& permalink, Error cause) {
  Error error{ErrorCode::PermalinkInvalid, std::move(cause.detail), {}, {permalink}, {}};
  error.context = {"Failed to create permalink `" + permalink + "`"};
  return error;
}

/// One pass from left to right, so that three slashes leave two.
std::string withoutDoubleSlashes(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] == '/' && i + 1 < text.size() && text[i + 1] == '/') ++i;
  }
  return result;
}

} // namespace

Result<liquid::TemplatePointer> Permalinks::parsed(const std::string& permalink) const {
  {
    const std::shared_lock lock(m_mutex);
    const auto known = m_parsed.find(permalink);
    if (known != m_parsed.end()) return known->second;
  }
  Result<liquid::TemplatePointer> result = liquid::parse(permalink, {}, liquid::Dialect::VariablesOnly);
  const std::unique_lock lock(m_mutex);
  return m_parsed.emplace(permalink, std::move(result)).first->second;
}

Result<std::string> Permalinks::url(const std::string& permalink, const Object& variables) const {
  const Result<liquid::TemplatePointer> pattern = parsed(permalink);
  if (!pattern) return failure(permalinkError(permalink, pattern.error()));
  liquid::RenderInput input;
  input.globals = &variables;
  Result<std::string> rendered = liquid::render(**pattern, input);
  if (!rendered) return failure(permalinkError(permalink, std::move(rendered.error())));
  std::ranges::replace(*rendered, '\\', '/');
  std::string url = withoutDoubleSlashes(*rendered);
  if (url.starts_with('/')) url.erase(0, 1);
  return url;
}

std::string outputPathOf(std::string_view url) {
  std::string path;
  for (const std::string_view part : pathParts(url))
    path = joined(path, part);
  return extension(path) ? path : joined(path, "index.html");
}

} // namespace postwright::site

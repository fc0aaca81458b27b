#include "ui/preview/layout_scripts.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "app/base/text.h"

namespace postwright::ui {
namespace {

/// From the first to the last byte that came from the document's own text (not from its front matter).
std::optional<Span> bodyOf(const render::SourceMap& map, const std::string& document) {
  std::optional<Span> body;
  for (const render::SourceRange& range : map.ranges) {
    const bool isBody =
        range.file < map.files.size() && map.files[range.file] == document && range.variable.empty();
    if (!isBody) continue;
    if (!body) body = Span{range.begin, range.end};
    body->end = std::max(body->end, range.end);
  }
  return body;
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

void appendScripts(QByteArray& scripts, std::string_view html) {
  const std::string lower = lowered(html);
  std::size_t begin = lower.find("<script");
  while (begin != std::string::npos) {
    const std::size_t end = std::min(lower.find("</script", begin), lower.size());
    scripts.append(html.data() + begin, static_cast<qsizetype>(end - begin));
    begin = lower.find("<script", end);
  }
}

} // namespace

QByteArray layoutScripts(const render::Page& page, const std::string& document) {
  const std::optional<Span> body = bodyOf(page.sourceMap, document);
  if (!body || body->end > page.html.size()) return {};
  QByteArray scripts;
  const std::string_view html = page.html;
  appendScripts(scripts, html.substr(0, body->begin));
  appendScripts(scripts, html.substr(body->end));
  return scripts;
}

} // namespace postwright::ui

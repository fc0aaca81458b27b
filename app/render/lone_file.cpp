#include <algorithm>

#include "app/base/html_escape.h"
#include "app/base/text.h"
#include "app/front_matter/split.h"
#include "app/generators/cobalt/fields.h"
#include "app/render/lone_layout.h"
#include "app/render/page.h"
#include "app/render/page_colours.h"
#include "app/render/source_map.h"

namespace postwright::render {
namespace {

std::string escaped(std::string_view text) {
  std::string html;
  appendHtmlEscaped(html, text, "&<>\"");
  return html;
}

/// The body as if Liquid had copied it.
MappedText bodyText(const front_matter::Split& split, const std::string& fileName) {
  liquid::OutputMap map;
  map.files.push_back(fileName);
  map.ranges.push_back({0, split.content.size(), 0, 0, true, split.contentLine, 1, {}});
  return fromLiquid(split.content, std::move(map), fileName);
}

/// The title of the front matter, else the first heading, else the file's name.
std::string titleOf(const std::optional<std::string>& written, const MappedText& body,
                    const std::string& fileName) {
  if (written) return *written;
  return body.headings.empty() ? fileName : body.headings.front().text;
}

Page failed(Error error, const std::string& fileName) {
  if (error.where.file.empty()) error.where.file = fileName;
  Page page;
  page.diagnostics.push_back({Severity::Error, std::move(error)});
  return page;
}

/// Of all lone files, made once: it keeps the blocks that it has coloured.
const Result<std::shared_ptr<const highlight::Highlighter>>& highlighter() {
  static const auto made = highlight::Highlighter::create({true, "InspiredGitHub", {}});
  return made;
}

Page assemble(const MappedText& body, const std::string& title, bool showsTitle) {
  Page page;
  page.ok = true;
  page.html.append(kLoneHead).append(escaped(title)).append(kLoneStyle);
  if (showsTitle) page.html.append("<h1 class=\"post-title\">").append(escaped(title)).append("</h1>\n");
  const std::size_t offset = page.html.size();
  page.html.append(body.text).append(kLoneEnd);
  page.sourceMap = body.map;
  for (SourceRange& range : page.sourceMap.ranges) {
    range.begin += offset;
    range.end += offset;
  }
  page.headings = body.headings;
  return page;
}

} // namespace

Page renderLoneFile(const Request& request, const std::stop_token& stop) {
  const std::string& fileName = request.path;
  if (const auto bad = firstInvalidUtf8(request.text)) {
    return failed({ErrorCode::FileNotUtf8, {}, {}, {std::to_string(*bad)}, {}}, fileName);
  }
  const front_matter::Split split = front_matter::split(request.text);
  if (!highlighter()) return failed(highlighter().error(), fileName);
  const PageColours colours(*highlighter(), request.lateColours, stop);
  const MappedText source = bodyText(split, fileName);
  Result<markdown::Rendered> html = markdown::render(source.text, colours);
  if (!html) return failed(std::move(html.error()), fileName);
  if (stop.stop_requested()) return failed({ErrorCode::Cancelled, {}, {}, {}, {}}, {});
  const MappedText body = fromMarkdown(std::move(*html), source);
  const auto reading = generators::cobalt::readFields(split.hasFrontMatter ? split.front : std::string());
  Page page = assemble(body, titleOf(reading.fields.title, body, fileName), reading.fields.title.has_value());
  if (colours.areLacking())
    page.diagnostics.push_back({Severity::Info, {ErrorCode::CodeUncoloured, {}, {}, {}, {}}});
  page.awaitsColours = colours.areAwaited();
  return page;
}

} // namespace postwright::render

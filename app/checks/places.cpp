#include "app/checks/places.h"

#include <algorithm>

namespace postwright::checks {

bool Places::isOwn(const render::SourceRange& range) const {
  return m_document != nullptr && m_page.sourceMap.files[range.file] == m_document->path;
}

SourcePosition Places::of(const HtmlTag& tag, std::string_view written) const {
  const auto& ranges = m_page.sourceMap.ranges;
  const auto next = std::ranges::upper_bound(ranges, tag.span.begin, {}, &render::SourceRange::begin);
  if (next == ranges.begin()) return {};
  const render::SourceRange& range = *(next - 1);
  if (isOwn(range)) return inBody(range, written);
  SourcePosition place{m_page.sourceMap.files[range.file], range.line, range.column};
  if (range.variable.empty() && tag.span.begin < range.end) {
    const std::string_view before(m_page.html);
    place.column +=
        static_cast<int>(codePointCount(before.substr(range.begin, tag.span.begin - range.begin)));
  }
  return place;
}

/// Byte of the body where the block of `range` ends at the latest.
std::size_t Places::endOfBlock(const render::SourceRange& range) const {
  const std::string& body = m_document->content;
  for (const auto* next = &range + 1; next < m_page.sourceMap.ranges.data() + m_page.sourceMap.ranges.size();
       ++next) {
    if (next->file != range.file || next->line <= range.line) continue;
    return LineIndex(body).lineStart(next->line - m_document->contentLine + 1);
  }
  return body.size();
}

SourcePosition Places::inBody(const render::SourceRange& range, std::string_view written) const {
  SourcePosition place{m_document->path, range.line, range.column};
  const int line = range.line - m_document->contentLine + 1;
  if (line < 1 || written.empty()) return place;
  const std::string_view body = m_document->content;
  const LineIndex lines(body);
  const std::size_t begin = lines.lineStart(line);
  const std::size_t found = body.substr(0, endOfBlock(range)).find(written, begin);
  if (found == std::string_view::npos) return place;
  const LineColumn at = lines.at(found);
  place.line = at.line + m_document->contentLine - 1;
  place.column = at.column;
  return place;
}

std::string_view Places::lineAt(const SourcePosition& place) const {
  if (m_document == nullptr || place.file != m_document->path) return {};
  const int line = place.line - m_document->contentLine + 1;
  if (line < 1) return {};
  const std::string_view body = m_document->content;
  const LineIndex lines(body);
  const std::size_t begin = lines.lineStart(line);
  return body.substr(begin, lines.lineStart(line + 1) - begin);
}

} // namespace postwright::checks

#include "app/generators/cobalt/excerpt.h"

#include <algorithm>

namespace postwright::generators::cobalt {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Finds `]` from ever later places; remembers the last one so that the whole text is searched once.
class BracketFinder {
 public:
  explicit BracketFinder(std::string_view text) : m_text(text) {}

  std::size_t from(std::size_t offset) {
    if (!m_searched || (m_found != kNone && m_found < offset)) m_found = m_text.find(']', offset);
    m_searched = true;
    return m_found;
  }

 private:
  std::string_view m_text;
  std::size_t m_found = 0;
  bool m_searched = false;
};

/// End of the reference line that starts at `start`, kNone when there is none.
std::size_t endOfReference(std::string_view text, std::size_t start, BracketFinder& brackets) {
  std::size_t i = start;
  while (i < text.size() && i < start + 3 && text[i] == ' ')
    ++i;
  if (i >= text.size() || text[i] != '[') return kNone;
  const std::size_t close = brackets.from(i + 1);
  if (close == kNone || close == i + 1 || close + 1 >= text.size() || text[close + 1] != ':') return kNone;
  const std::size_t end = std::min(text.find('\n', close + 2), text.size());
  return end > close + 2 ? end : kNone;
}

/// Line on which the excerpt field's text starts.
int lineOfField(const Entry& entry) {
  const auto place = std::ranges::find(entry.places, "excerpt", &FieldPlace::name);
  return place == entry.places.end() ? 1 : place->value.line;
}

} // namespace

std::string referenceLines(std::string_view text) {
  std::string lines;
  BracketFinder brackets(text);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = endOfReference(text, start, brackets);
    if (end != kNone) {
      lines.append(text.substr(start, end - start)).append("\n");
      start = end;
    }
    const std::size_t newline = text.find('\n', start);
    if (newline == kNone) break;
    start = newline + 1;
  }
  return lines;
}

std::optional<site::ExcerptSource> excerptOf(const Entry& entry) {
  const site::Document& document = entry.document;
  const site::Fields& fields = document.fields;
  if (fields.excerpt) return site::ExcerptSource{*fields.excerpt, lineOfField(entry)};
  if (fields.excerptSeparator.empty()) return std::nullopt;
  const std::string_view body(document.content);
  std::string text = fields.format == site::Format::Markdown ? referenceLines(body) : std::string();
  const auto added = static_cast<int>(std::ranges::count(text, '\n'));
  text.append(body.substr(0, body.find(fields.excerptSeparator)));
  return site::ExcerptSource{std::move(text), document.contentLine - added};
}

} // namespace postwright::generators::cobalt

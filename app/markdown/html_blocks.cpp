#include "app/markdown/html_blocks.h"

#include <algorithm>
#include <array>
#include <string>

#include "app/markdown/bytes.h"
#include "app/markdown/inline_html.h"

namespace postwright::markdown {
namespace {

struct Marker {
  std::string_view begin; ///< behind the `<`
  std::string_view end;
};

constexpr auto kVerbatimTags = std::to_array<Marker>(
    {{"pre", "</pre>"}, {"style", "</style>"}, {"script", "</script>"}, {"textarea", "</textarea>"}});

constexpr auto kSpecial = std::to_array<Marker>({{"!--", "-->"}, {"?", "?>"}, {"![CDATA[", "]]>"}});

/// Kind 6, sorted.
constexpr auto kBlockTags = std::to_array<std::string_view>(
    {"address",  "article",  "aside",    "base",       "basefont", "blockquote", "body",   "caption",
     "center",   "col",      "colgroup", "dd",         "details",  "dialog",     "dir",    "div",
     "dl",       "dt",       "fieldset", "figcaption", "figure",   "footer",     "form",   "frame",
     "frameset", "h1",       "h2",       "h3",         "h4",       "h5",         "h6",     "head",
     "header",   "hr",       "html",     "iframe",     "legend",   "li",         "link",   "main",
     "menu",     "menuitem", "nav",      "noframes",   "ol",       "optgroup",   "option", "p",
     "param",    "search",   "section",  "summary",    "table",    "tbody",      "td",     "tfoot",
     "th",       "thead",    "title",    "tr",         "track",    "ul"});

std::string lowerCase(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](char byte) { return isLetter(byte) ? static_cast<char>(byte | 0x20) : byte; });
  return lower;
}

/// Kinds 1 to 5: the marker that ends the block; `pos` is behind the `<`.
std::string_view endMarker(std::string_view text, std::size_t pos) {
  const std::string name = lowerCase(text.substr(pos, skipWhile(text, pos, isLetter) - pos));
  const std::size_t after = pos + name.size();
  if (after >= text.size() || isSpace(text[after]) || text[after] == '>') {
    const auto* tag = std::ranges::find(kVerbatimTags, name, &Marker::begin);
    if (tag != kVerbatimTags.end()) return tag->end;
  }
  for (const Marker& marker : kSpecial) {
    if (text.substr(pos).starts_with(marker.begin)) return marker.end;
  }
  return at(text, pos) == '!' && isLetter(at(text, pos + 1)) ? ">" : "";
}

bool startsBlockTag(std::string_view text, std::size_t pos) {
  if (at(text, pos) == '/') ++pos;
  const std::size_t end = skipWhile(text, pos, isAlphanumeric);
  if (!std::ranges::binary_search(kBlockTags, lowerCase(text.substr(pos, end - pos)))) return false;
  const char next = at(text, end);
  return atLineEnd(text, end) || next == ' ' || next == '\t' || next == '>' ||
         (next == '/' && at(text, end + 1) == '>');
}

} // namespace

std::optional<HtmlBlockStart> htmlBlockStart(std::string_view text, std::size_t pos) {
  const std::string_view marker = endMarker(text, pos + 1);
  if (!marker.empty()) return HtmlBlockStart{marker, true};
  if (startsBlockTag(text, pos + 1)) return HtmlBlockStart{{}, true};
  const std::size_t tagEnd = tagWithinLine(text, pos);
  if (tagEnd > 0 && restIsBlank(text, tagEnd)) return HtmlBlockStart{{}, false};
  return std::nullopt;
}

} // namespace postwright::markdown

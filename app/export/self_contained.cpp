#include <algorithm>
#include <array>
#include <set>

#include "app/base/html_tags.h"
#include "app/export/css_references.h"
#include "app/export/data_uri.h"
#include "app/export/export.h"
#include "app/export/site_files.h"

namespace postwright::exporting {
namespace {

constexpr int kDeepestImport = 16;

struct Place {
  std::string_view element;
  std::string_view attribute;
};

/// Attributes whose one address becomes a `data:` address.
constexpr auto kPlaces = std::to_array<Place>({
    {"img", "src"},
    {"source", "src"},
    {"video", "src"},
    {"video", "poster"},
    {"audio", "src"},
    {"track", "src"},
    {"input", "src"},
    {"embed", "src"},
    {"object", "data"},
    {"image", "href"},
    {"image", "xlink:href"},
    {"use", "href"},
    {"use", "xlink:href"},
    {"feimage", "href"},
});

/// Everything between the page and the files it uses.
class Inliner {
 public:
  Inliner(const site::Site& site, const render::Page& page) : m_files(site), m_page(page) {}

  std::vector<TextEdit> edits(const HtmlTag& tag) {
    m_place = tag.span.begin;
    if (tag.name == "link") return link(tag);
    if (tag.name == "script") return script(tag);
    std::vector<TextEdit> edits;
    for (const HtmlAttribute& attribute : tag.attributes)
      editAttribute(tag, attribute, edits);
    if (tag.name == "style") editContent(tag, edits);
    std::ranges::sort(edits, {}, &TextEdit::offset);
    return edits;
  }

  Diagnostics takeWarnings() { return std::move(m_warnings); }

 private:
  /// The file, or nothing and a warning.
  std::optional<SiteFile> find(const std::string& url, std::string_view base) {
    Result<std::optional<SiteFile>> file = m_files.find(url, base);
    if (file) return std::move(*file);
    if (m_warned.insert(url).second) {
      Error error = std::move(file.error());
      error.where = placeInSource();
      m_warnings.push_back({Severity::Warning, std::move(error)});
    }
    return std::nullopt;
  }

  SourcePosition placeInSource() const {
    const auto& ranges = m_page.sourceMap.ranges;
    const auto next = std::ranges::upper_bound(ranges, m_place, {}, &render::SourceRange::begin);
    if (next == ranges.begin()) return {};
    const render::SourceRange& range = *(next - 1);
    return {m_page.sourceMap.files[range.file], range.line, range.column};
  }

  std::optional<std::string> asData(const std::string& url, std::string_view base) {
    const std::optional<SiteFile> file = find(url, base);
    if (!file) return std::nullopt;
    return dataUri(file->path, file->bytes) + file->fragment;
  }

  void editAttribute(const HtmlTag& tag, const HtmlAttribute& attribute, std::vector<TextEdit>& edits) {
    std::optional<std::string> value;
    const bool isAddress = std::ranges::any_of(kPlaces, [&](const Place& place) {
      return place.element == tag.name && place.attribute == attribute.name;
    });
    if (isAddress) value = asData(std::string(trimmed(attribute.value)), m_page.outputPath);
    if (attribute.name == "srcset") value = sourceSet(attribute.value);
    if (attribute.name == "style") value = css(attribute.value, m_page.outputPath, 0);
    if (value && *value != attribute.value)
      replace(attribute.span, attribute.name + "=" + quotedAttribute(*value), edits);
  }

  static void replace(const Span& span, std::string text, std::vector<TextEdit>& edits) {
    edits.push_back({span.begin, span.size(), std::move(text)});
  }

  /// "a.png 1x, b.png 2x". Commas inside an address are part of it; a `data:` address is left alone.
  std::string sourceSet(std::string_view set) {
    std::string result;
    constexpr std::string_view kBlanks = " \t\r\n";
    while (!(set = trimmed(set, " \t\r\n,")).empty()) {
      const std::size_t end = std::min(set.find_first_of(kBlanks), set.size());
      std::string url(set.substr(0, end));
      const bool endsHere = url.ends_with(',');
      while (url.ends_with(','))
        url.pop_back();
      set.remove_prefix(end);
      const std::size_t comma = endsHere ? 0 : std::min(set.find(','), set.size());
      result += result.empty() ? "" : ", ";
      result += asData(url, m_page.outputPath).value_or(url);
      result += set.substr(0, comma);
      set.remove_prefix(comma);
    }
    return result;
  }

  void editContent(const HtmlTag& tag, std::vector<TextEdit>& edits) {
    const std::string_view text = std::string_view(m_page.html).substr(tag.content.begin, tag.content.size());
    replace(tag.content, css(text, m_page.outputPath, 0), edits);
  }

  /// `text`, which stands at `base`, with its files put in.
  std::string css(std::string_view text, std::string_view base, int depth) {
    std::vector<TextEdit> edits;
    for (const CssReference& reference : cssReferences(text)) {
      const auto replacement =
          reference.isImport ? import(reference, base, depth) : urlFunction(reference, base);
      if (replacement) replace(reference.span, *replacement, edits);
    }
    return applyEdits(text, edits);
  }

  std::optional<std::string> urlFunction(const CssReference& reference, std::string_view base) {
    const auto data = asData(reference.url, base);
    if (!data) return std::nullopt;
    return "url(\"" + *data + "\")";
  }

  std::optional<std::string> import(const CssReference& reference, std::string_view base, int depth) {
    const bool isPlain = reference.media.find("layer") == std::string::npos &&
                         reference.media.find("supports") == std::string::npos;
    if (!isPlain || depth >= kDeepestImport) return std::nullopt;
    const std::optional<SiteFile> file = find(reference.url, base);
    if (!file) return std::nullopt;
    const std::string inner = css(file->bytes, file->path, depth + 1);
    return reference.media.empty() ? inner + "\n" : "@media " + reference.media + " {\n" + inner + "\n}\n";
  }

  static bool hasWord(const HtmlTag& tag, std::string_view word) {
    const HtmlAttribute* rel = tag.find("rel");
    if (rel == nullptr) return false;
    std::string words = " " + rel->value + " ";
    std::ranges::transform(words, words.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return words.find(" " + std::string(word) + " ") != std::string::npos;
  }

  std::vector<TextEdit> link(const HtmlTag& tag) {
    const HtmlAttribute* address = tag.find("href");
    if (address == nullptr) return {};
    std::vector<TextEdit> edits;
    if (hasWord(tag, "icon") || hasWord(tag, "apple-touch-icon")) {
      const auto data = asData(address->value, m_page.outputPath);
      if (data) replace(address->span, "href=" + quotedAttribute(*data), edits);
    } else if (hasWord(tag, "stylesheet") && !hasWord(tag, "alternate")) {
      const std::optional<SiteFile> file = find(address->value, m_page.outputPath);
      if (file) replace(tag.span, styleElement(tag, css(file->bytes, file->path, 0)), edits);
    }
    return edits;
  }

  static std::string styleElement(const HtmlTag& tag, std::string text) {
    // The text of an element ends at its closing tag, wherever that stands.
    for (std::size_t at = text.find("</style"); at != std::string::npos; at = text.find("</style", at + 8))
      text.insert(at + 1, "\\");
    const HtmlAttribute* media = tag.find("media");
    const std::string condition = media == nullptr ? "" : " media=" + quotedAttribute(media->value);
    return "<style" + condition + ">\n" + text + "\n</style>";
  }

  std::vector<TextEdit> script(const HtmlTag& tag) {
    const HtmlAttribute* address = tag.find("src");
    if (address == nullptr) return {};
    const std::optional<SiteFile> file = find(address->value, m_page.outputPath);
    if (!file) return {};
    // An inline script runs at once; one that waited for the page has to go on waiting.
    const HtmlAttribute* type = tag.find("type");
    const bool isModule = type != nullptr && type->value == "module";
    const bool waits = tag.find("defer") != nullptr || tag.find("async") != nullptr;
    if (waits && !isModule) {
      return {{address->span.begin, address->span.size(),
               "src=" + quotedAttribute(dataUri("script.js", file->bytes))}};
    }
    std::string text = file->bytes;
    for (std::size_t at = text.find("</script"); at != std::string::npos; at = text.find("</script", at + 9))
      text.insert(at + 1, "\\");
    return {{address->span.begin, address->span.size(), ""}, {tag.content.begin, tag.content.size(), text}};
  }

  SiteFiles m_files;
  const render::Page& m_page;
  std::size_t m_place = 0;
  std::set<std::string> m_warned;
  Diagnostics m_warnings;
};

} // namespace

Result<SelfContained> selfContained(const site::Site& site, const render::Page& page,
                                    const Progress& progress, const std::stop_token& stop) {
  Inliner inliner(site, page);
  const std::vector<HtmlTag> tags = openingTags(page.html);
  std::vector<TextEdit> edits;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (stop.stop_requested()) return failure(ErrorCode::Cancelled);
    if (progress) progress(i, tags.size());
    for (TextEdit& edit : inliner.edits(tags[i]))
      edits.push_back(std::move(edit));
  }
  if (progress) progress(tags.size(), tags.size());
  return SelfContained{applyEdits(page.html, edits), inliner.takeWarnings()};
}

} // namespace postwright::exporting

#include "app/checks/checks.h"

#include <algorithm>
#include <array>

#include "app/base/html_tags.h"
#include "app/checks/conditions.h"
#include "app/checks/places.h"
#include "app/checks/targets.h"
#include "app/site/addresses.h"

namespace postwright::checks {
namespace {

constexpr std::size_t kMostProblems = 1000; ///< of one page; more help nobody

using CodeKind = std::pair<ErrorCode, Kind>;

constexpr auto kKinds = std::to_array<CodeKind>({
    {ErrorCode::VariableMissing, Kind::Conditions},
    {ErrorCode::VariableMissingMeant, Kind::Conditions},
    {ErrorCode::DataKeyUnknown, Kind::Conditions},
    {ErrorCode::DataKeyUnknownMeant, Kind::Conditions},
    {ErrorCode::LinkDead, Kind::Links},
    {ErrorCode::LinkToDraft, Kind::Links},
    {ErrorCode::AnchorDead, Kind::Anchors},
    {ErrorCode::AnchorDeadMeant, Kind::Anchors},
    {ErrorCode::ImageMissing, Kind::Files},
    {ErrorCode::PageFileMissing, Kind::Files},
    {ErrorCode::ImageWithoutText, Kind::ImageTexts},
    {ErrorCode::HeadingSkips, Kind::Headings},
});

/// An attribute that names a file, and what is said when it is not there.
struct FileAttribute {
  std::string_view element;
  std::string_view attribute;
  ErrorCode problem;
};

constexpr auto kFileAttributes = std::to_array<FileAttribute>({
    {"a", "href", ErrorCode::LinkDead},
    {"area", "href", ErrorCode::LinkDead},
    {"img", "src", ErrorCode::ImageMissing},
    {"video", "poster", ErrorCode::ImageMissing},
    {"link", "href", ErrorCode::PageFileMissing},
    {"script", "src", ErrorCode::PageFileMissing},
    {"iframe", "src", ErrorCode::PageFileMissing},
    {"video", "src", ErrorCode::PageFileMissing},
    {"audio", "src", ErrorCode::PageFileMissing},
    {"source", "src", ErrorCode::PageFileMissing},
    {"track", "src", ErrorCode::PageFileMissing},
});

bool isSame(const Error& a, const Error& b) {
  return a.code == b.code && a.where == b.where && a.arguments == b.arguments;
}

site::SitePointer siteOf(const render::Request& request) {
  return request.site ? request.site->withText(request.path, request.text) : nullptr;
}

bool seesDrafts(const site::SitePointer& site, const site::Document* document) {
  return site->includesDrafts() ||
         (document != nullptr && (document->fields.isDraft || document->inDraftsFolder));
}

class PageCheck {
 public:
  PageCheck(const render::Request& request, const render::Page& page, std::stop_token stop)
      : m_page(page),
        m_stop(std::move(stop)),
        m_site(siteOf(request)),
        m_document(m_site ? m_site->document(request.path) : nullptr),
        m_places(page, m_document.get()),
        m_addresses(m_site ? m_site->baseUrl() : std::string()) {
    if (m_site) m_targets.emplace(m_site, seesDrafts(m_site, m_document.get()), request.now, m_stop);
  }

  Diagnostics run() {
    for (const liquid::MissingVariable& missing : m_page.missing)
      if (auto problem = conditionProblem(missing, m_site.get())) add(std::move(*problem));
    for (const HtmlTag& tag : openingTags(m_page.html)) {
      if (m_stop.stop_requested()) break;
      checkFiles(tag);
      checkImageText(tag);
      checkHeading(tag);
    }
    return std::move(m_found);
  }

 private:
  void add(Diagnostic problem) {
    if (m_found.size() >= kMostProblems) return;
    for (const Diagnostic& known : m_found)
      if (isSame(known.error, problem.error)) return;
    m_found.push_back(std::move(problem));
  }

  void warn(ErrorCode code, SourcePosition where, std::vector<std::string> arguments) {
    add({Severity::Warning, {code, {}, std::move(where), std::move(arguments), {}}});
  }

  void checkFiles(const HtmlTag& tag) {
    for (const FileAttribute& known : kFileAttributes) {
      if (known.element != tag.name) continue;
      const HtmlAttribute* attribute = tag.find(known.attribute);
      if (attribute != nullptr) checkAddress(tag, std::string(trimmed(attribute->value)), known.problem);
    }
    if (const HtmlAttribute* set = tag.find("srcset")) checkSet(tag, set->value);
  }

  /// "a.png 1x, b.png 2x".
  void checkSet(const HtmlTag& tag, std::string_view set) {
    while (!(set = trimmed(set, " \t\r\n,")).empty()) {
      std::string_view url = set.substr(0, set.find_first_of(" \t\r\n"));
      set.remove_prefix(url.size());
      const bool endsHere = url.ends_with(',');
      if (!endsHere) set.remove_prefix(std::min(set.find(','), set.size()));
      checkAddress(tag, std::string(trimmed(url, ",")), ErrorCode::ImageMissing);
    }
  }

  void checkAddress(const HtmlTag& tag, const std::string& url, ErrorCode problem) {
    const std::size_t hash = url.find('#');
    const std::string fragment = hash == std::string::npos ? "" : site::percentDecoded(url.substr(hash + 1));
    const bool isHere = url.empty() || url.front() == '#' || url.front() == '?';
    if (isHere)
      return checkAnchor(tag, url, fragment, m_own ? *m_own : m_own.emplace(anchorsOf(m_page.html)));
    const auto path = m_targets ? m_addresses.pathOf(url, m_page.outputPath) : std::nullopt;
    if (!path) return;
    const Target target = path->starts_with("..") ? Target::Missing : m_targets->find(*path);
    if (m_stop.stop_requested()) return;
    if (target == Target::There && !fragment.empty()) {
      if (const Anchors* anchors = m_targets->anchorsAt(*path)) checkAnchor(tag, url, fragment, *anchors);
    } else if (target != Target::There) {
      warn(target == Target::Draft ? ErrorCode::LinkToDraft : problem, m_places.of(tag, url), {url});
    }
  }

  /// "", "#" and "#top" are the top of every page; the rest is found or not.
  void checkAnchor(const HtmlTag& tag, const std::string& url, const std::string& fragment,
                   const Anchors& anchors) {
    const bool isTop = fragment.empty() || fragment == "top" || fragment.starts_with(":~:");
    if (isTop || anchors.contains(fragment) || m_stop.stop_requested()) return;
    const std::vector<std::string> names(anchors.begin(), anchors.end());
    const auto meant = didYouMean(fragment, names);
    std::vector<std::string> arguments = {fragment};
    if (meant) arguments.push_back(*meant);
    warn(meant ? ErrorCode::AnchorDeadMeant : ErrorCode::AnchorDead, m_places.of(tag, url), arguments);
  }

  void checkImageText(const HtmlTag& tag) {
    if (tag.name != "img") return;
    const HtmlAttribute* text = tag.find("alt");
    const HtmlAttribute* hidden = tag.find("aria-hidden");
    const HtmlAttribute* role = tag.find("role");
    const bool isDecoration = (hidden != nullptr && hidden->value == "true") ||
                              (role != nullptr && (role->value == "presentation" || role->value == "none"));
    if (isDecoration || (text != nullptr && !trimmed(text->value).empty())) return;
    const HtmlAttribute* source = tag.find("src");
    const std::string url = source == nullptr ? std::string() : source->value;
    SourcePosition place = m_places.of(tag, url);
    // `alt=""` in HTML says that the image is decoration; Markdown writes it for `![](x.png)`.
    const bool isMarkdown = m_places.lineAt(place).find("![]") != std::string_view::npos;
    if (text == nullptr || isMarkdown) warn(ErrorCode::ImageWithoutText, std::move(place), {url});
  }

  void checkHeading(const HtmlTag& tag) {
    if (tag.name.size() != 2 || tag.name[0] != 'h' || tag.name[1] < '1' || tag.name[1] > '6') return;
    const int level = tag.name[1] - '0';
    if (m_heading > 0 && level > m_heading + 1) {
      warn(ErrorCode::HeadingSkips, m_places.of(tag, {}), {std::to_string(level), std::to_string(m_heading)});
    }
    m_heading = level;
  }

  const render::Page& m_page;
  std::stop_token m_stop;
  site::SitePointer m_site;
  site::DocumentPointer m_document;
  Places m_places;
  site::Addresses m_addresses;
  std::optional<Targets> m_targets; ///< none outside a site
  std::optional<Anchors> m_own;     ///< of this page, made when first needed
  int m_heading = 0;                ///< level of the last one
  Diagnostics m_found;
};

} // namespace

std::optional<Kind> kindOf(ErrorCode code) {
  for (const auto& [known, kind] : kKinds)
    if (known == code) return kind;
  return std::nullopt;
}

Diagnostics checkPage(const render::Request& request, const render::Page& page, std::stop_token stop) {
  if (!page.ok || stop.stop_requested()) return {};
  return PageCheck(request, page, std::move(stop)).run();
}

} // namespace postwright::checks

#include "app/site/field_reads.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/liquid/reads.h"
#include "app/site/template_folder.h"

namespace postwright::site {
namespace {

using front_matter::FieldRead;
using Steps = std::vector<std::string>;

/// The steps behind `prefix`, or nothing when the path does not start so or ends there.
std::optional<Steps> below(const Steps& path, const Steps& prefix) {
  const bool isBelow = path.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
  if (!isBelow) return std::nullopt;
  return Steps(path.begin() + static_cast<std::ptrdiff_t>(prefix.size()), path.end());
}

/// Reads templates and what they include; each include is read once with the names of its first includer.
class Reader {
 public:
  explicit Reader(const Site& site, std::vector<Steps> prefixes) : m_prefixes(std::move(prefixes)) {
    const auto includes = site.includes();
    if (includes == nullptr) return;
    m_folder = includes;
    for (const TemplateText& include : includes->texts())
      m_includes.emplace(include.name, include);
  }

  /// `firstLine` is the line of the file on which `text` starts.
  void read(const std::string& file, std::string_view text, int firstLine,
            const liquid::Aliases& aliases = {}) {
    const liquid::TemplateReads reads = liquid::readsOf(text, aliases);
    for (const liquid::VariableRead& variable : reads.variables) {
      for (const Steps& prefix : m_prefixes) {
        if (auto keys = below(variable.path, prefix)) {
          m_found.push_back({*std::move(keys), {file, variable.line + firstLine - 1}});
        }
      }
    }
    for (const std::string& name : reads.includes) {
      const auto include = m_includes.find(name);
      if (include == m_includes.end() || !m_seen.insert(name).second) continue;
      read(include->second.file, include->second.text, 1, reads.aliases);
    }
  }

  std::vector<FieldRead> take() { return std::move(m_found); }

 private:
  std::vector<Steps> m_prefixes;
  std::shared_ptr<const TemplateFolder> m_folder; ///< keeps the texts
  std::map<std::string, TemplateText, std::less<>> m_includes;
  std::set<std::string, std::less<>> m_seen;
  std::vector<FieldRead> m_found;
};

} // namespace

std::vector<FieldRead> readsOfPage(const Site& site, const std::vector<std::string>& layouts) {
  Reader reader(site, {{"page"}});
  const auto folder = site.layouts();
  if (folder == nullptr) return {};
  for (const TemplateText& layout : folder->texts()) {
    if (std::ranges::find(layouts, layout.name) != layouts.end()) reader.read(layout.file, layout.text, 1);
  }
  return reader.take();
}

std::vector<FieldRead> readsOfListedPosts(const Site& site) {
  Reader reader(
      site,
      {{"collections", "posts", "pages"}, {"paginator", "pages"}, {"page", "previous"}, {"page", "next"}});
  if (const auto folder = site.layouts()) {
    for (const TemplateText& layout : folder->texts())
      reader.read(layout.file, layout.text, 1);
  }
  for (const DocumentPointer& document : site.documents()) {
    if (document->collection != Collection::Pages) continue;
    reader.read(document->path, document->content, document->contentLine);
  }
  return reader.take();
}

} // namespace postwright::site

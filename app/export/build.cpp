#include "app/export/export.h"
#include "app/export/output_folder.h"
#include "app/export/sass.h"
#include "app/render/document_renderer.h"
#include "app/site/paths.h"
#include "app/site/view.h"

namespace postwright::exporting {
namespace {

/// One run of a build: posts, feeds, pages, assets, in Cobalt's order.
class Build {
 public:
  Build(const site::Site& site, render::ViewPointer view, render::DocumentRenderer renderer,
        OutputFolder output, const Progress& progress, std::stop_token stop)
      : m_site(site),
        m_view(std::move(view)),
        m_renderer(std::move(renderer)),
        m_output(std::move(output)),
        m_progress(progress),
        m_stop(std::move(stop)) {}

  Result<Diagnostics> run() {
    const std::vector<site::DocumentPointer> posts = m_view->posts();
    const std::vector<site::DocumentPointer> pages = m_view->pages();
    const std::vector<std::string> assets = m_view->assets();
    m_total = posts.size() + pages.size() + assets.size();
    Result<void> done = writeAll(posts, [this](const auto& post) { return writeDocument(post); });
    if (done) done = writeFeeds();
    if (done) done = writeAll(pages, [this](const auto& page) { return writeDocument(page); });
    if (done) done = writeAll(assets, [this](const auto& asset) { return writeAsset(asset); });
    if (!done) return failure(std::move(done.error()));
    return remarks();
  }

 private:
  Result<void> step() {
    if (m_stop.stop_requested()) return failure(ErrorCode::Cancelled);
    if (m_progress) m_progress(m_done, m_total);
    ++m_done;
    return {};
  }

  /// Up to the first that fails.
  template <typename T, typename Write>
  Result<void> writeAll(const std::vector<T>& things, Write write) {
    for (const T& thing : things) {
      Result<void> done = step();
      if (done) done = write(thing);
      if (!done) return done;
    }
    return {};
  }

  Result<void> writeDocument(const site::DocumentPointer& document) {
    auto renditions = m_renderer.renditions(document, false);
    if (!renditions) return failure(std::move(renditions.error()));
    for (const site::Rendition& rendition : *renditions) {
      render::Page page = m_renderer.page(document, rendition);
      if (!page.ok) return failure(std::move(page.diagnostics.front().error));
      if (m_notes.empty()) m_notes = std::move(page.diagnostics); // the same on every page
      Result<void> written = m_output.write(page.outputPath, page.html, document->path);
      if (!written) return written;
    }
    return {};
  }

  Result<void> writeFeeds() {
    auto feeds = m_view->feeds(m_renderer.bodies());
    if (!feeds) return failure(std::move(feeds.error()));
    for (const site::OutputFile& feed : *feeds) {
      Result<void> written = m_output.write(feed.path, feed.bytes, feed.path);
      if (!written) return written;
    }
    return {};
  }

  Result<void> writeAsset(const std::string& path) {
    if (isSass(path) && canCompileSass()) return writeStyleSheet(path);
    return m_output.copy(path, site::joined(m_site.source(), path), path);
  }

  Result<void> writeStyleSheet(const std::string& path) {
    const site::AssetSettings settings = m_view->assetSettings();
    Result<std::string> css = compileSass(
        {site::joined(m_site.source(), path), m_site.source(), settings.sassFolder, settings.compressedSass});
    if (!css) return noteUncompiled(path, std::move(css.error()));
    const std::string target = site::joined(site::parentPath(path), std::string(site::stem(path)) + ".css");
    return m_output.write(target, *css, path);
  }

  /// libsass lacks what Cobalt's compiler knows: a style sheet must not cost the whole site.
  Result<void> noteUncompiled(const std::string& path, Error error) {
    if (error.code != ErrorCode::SassInvalid) return failure(std::move(error));
    error.where.file = path;
    m_problems.push_back({Severity::Error, std::move(error)});
    return {};
  }

  Diagnostics remarks() const {
    Diagnostics remarks = m_problems;
    const Diagnostics overwritten = m_output.warnings();
    remarks.insert(remarks.end(), overwritten.begin(), overwritten.end());
    remarks.insert(remarks.end(), m_notes.begin(), m_notes.end());
    if (m_view->assetSettings().minifiesSomething) {
      remarks.push_back({Severity::Warning, {ErrorCode::NotMinified, {}, {}, {}, {}}});
    }
    return remarks;
  }

  const site::Site& m_site;
  render::ViewPointer m_view;
  render::DocumentRenderer m_renderer;
  OutputFolder m_output;
  const Progress& m_progress;
  std::stop_token m_stop;
  std::size_t m_done = 0;
  std::size_t m_total = 0;
  Diagnostics m_notes;
  Diagnostics m_problems; ///< style sheets that were left out
};

} // namespace

Result<Diagnostics> buildSite(const site::SitePointer& site, const std::string& destination,
                              const BuildOptions& options, const Progress& progress, std::stop_token stop) {
  const render::ViewPointer view = site->view(options.drafts.value_or(site->includesDrafts()));
  if (view == nullptr) return failure(ErrorCode::ExportFailed, {destination});
  if (const auto fault = view->fault()) return failure(*fault);
  auto renderer = render::DocumentRenderer::create(view, options.now, render::LateColours::Await, stop);
  if (!renderer) return failure(std::move(renderer.error()));
  Result<OutputFolder> output = OutputFolder::open(*site, destination);
  if (!output) return failure(std::move(output.error()));
  return Build(*site, view, std::move(*renderer), std::move(*output), progress, std::move(stop)).run();
}

} // namespace postwright::exporting

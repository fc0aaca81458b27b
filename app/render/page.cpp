#include "app/render/page.h"

#include "app/render/document_renderer.h"
#include "app/render/layout.h"

namespace postwright::render {
namespace {

bool takesDrafts(const site::Site& site, const Request& request) {
  if (request.drafts != Drafts::Auto) return request.drafts == Drafts::Include;
  const site::DocumentPointer document = site.document(request.path);
  const bool isDraft = document != nullptr && (document->fields.isDraft || document->inDraftsFolder);
  return site.includesDrafts() || isDraft;
}

Page failed(Error error) {
  Page page;
  addAll(page.diagnostics, Severity::Error, std::move(error));
  return page;
}

/// A document that the generator refuses for its front matter, with what can be said of the rest all the
/// same.
Page refused(const site::View& view, const site::DocumentPointer& document) {
  Page page = failed(document->problem->error);
  if (document->fields.templated) {
    const auto body = liquid::parse(document->content, {document->path, document->contentLine});
    if (!body) addAll(page.diagnostics, Severity::Error, body.error());
  }
  const Result<liquid::TemplatePointer> layout = layoutOf(view, document);
  if (!layout) addAll(page.diagnostics, Severity::Error, layout.error());
  return page;
}

Page stopped() {
  return failed({ErrorCode::Cancelled, {}, {}, {}, {}});
}

Page pageOf(const site::Site& site, const Request& request, const std::stop_token& stop) {
  ViewPointer view = site.view(takesDrafts(site, request));
  const site::DocumentPointer document = view == nullptr ? nullptr : view->document(request.path);
  if (document == nullptr) {
    const bool exists = site.document(request.path) != nullptr;
    return failed({exists ? ErrorCode::NotInThisBuild : ErrorCode::NotADocument, {}, {request.path}, {}, {}});
  }
  if (document->problem) return refused(*view, document);
  const Result<DocumentRenderer> renderer =
      DocumentRenderer::create(std::move(view), request.now, request.lateColours, stop);
  if (!renderer) return failed(renderer.error());
  const auto renditions = renderer->renditions(document, true);
  if (!renditions) return failed(renditions.error());
  Page page = renderer->page(document, renditions->front());
  for (Diagnostic& problem : renderer->bodyProblems())
    page.diagnostics.push_back(std::move(problem));
  return page;
}

} // namespace

Page renderPage(const Request& request, const std::stop_token& stop) {
  if (stop.stop_requested()) return stopped();
  const site::SitePointer site = request.site->withText(request.path, request.text);
  Page page = pageOf(*site, request, stop);
  return stop.stop_requested() ? stopped() : page;
}

} // namespace postwright::render

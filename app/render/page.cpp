#include "app/render/page.h"

#include "app/render/document_renderer.h"

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
  page.diagnostics.push_back({Severity::Error, std::move(error)});
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
  if (document->problem) return failed(document->problem->error);
  const Result<DocumentRenderer> renderer = DocumentRenderer::create(std::move(view), request.now, stop);
  if (!renderer) return failed(renderer.error());
  const auto renditions = renderer->renditions(document, true);
  if (!renditions) return failed(renditions.error());
  Page page = renderer->page(document, renditions->front());
  for (Diagnostic& problem : renderer->bodyProblems())
    page.diagnostics.push_back(std::move(problem));
  return page;
}

} // namespace

Page renderPage(const Request& request, std::stop_token stop) {
  if (stop.stop_requested()) return stopped();
  const site::SitePointer site = request.site->withText(request.path, request.text);
  Page page = pageOf(*site, request, stop);
  return stop.stop_requested() ? stopped() : page;
}

} // namespace postwright::render

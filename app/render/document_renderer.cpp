#include "app/render/document_renderer.h"

#include <map>
#include <mutex>

#include "app/base/deferred.h"
#include "app/base/text.h"
#include "app/render/layout.h"
#include "app/render/text_renderer.h"

namespace postwright::render {
namespace {

/// Text or nil that is not deferred, for those who ask in a deferred value.
Value made(const Value& text) {
  return text.isString() ? Value(text.asString()) : Value();
}

void report(Page& page, Error error) {
  addAll(page.diagnostics, Severity::Error, std::move(error));
}

} // namespace

/// Renders, and remembers the posts that are done. Shared with the values that ask for more of them.
class DocumentRenderer::Workshop final : public site::PostBodies,
                                         public std::enable_shared_from_this<Workshop> {
 public:
  Workshop(ViewPointer view, TextRenderer texts) : m_view(std::move(view)), m_texts(std::move(texts)) {}

  Value excerpt(const site::DocumentPointer& post) const override { return made(bodyOf(post).excerpt); }
  Value content(const site::DocumentPointer& post) const override { return made(bodyOf(post).content); }

  Page page(const site::DocumentPointer& document, const site::Rendition& rendition) const;
  const site::View& view() const { return *m_view; }
  Diagnostics problems() const;

 private:
  struct Body {
    Value excerpt;
    Value content;
  };

  Object globalsOf(const site::Rendition& rendition, Object page) const;
  Result<Value> excerptOf(const site::DocumentPointer& document, const Object& globals) const;
  Result<MappedText> contentOf(const site::DocumentPointer& document, const Object& globals) const;
  Result<MappedText> inLayout(const site::DocumentPointer& document, const Object& globals,
                              MappedText content) const;
  Body bodyOf(const site::DocumentPointer& post) const;
  void remember(const site::Document& document, const Body& body) const;

  ViewPointer m_view;
  TextRenderer m_texts;
  mutable std::mutex m_mutex;
  mutable std::map<std::string, Body, std::less<>> m_bodies;
  mutable Diagnostics m_problems;
};

Object DocumentRenderer::Workshop::globalsOf(const site::Rendition& rendition, Object page) const {
  Object globals;
  globals.set("site", m_view->siteVariable(m_texts.now()));
  globals.set(rendition.name, rendition.value);
  globals.set("page", std::move(page));
  return globals;
}

Result<Value> DocumentRenderer::Workshop::excerptOf(const site::DocumentPointer& document,
                                                    const Object& globals) const {
  const auto source = m_view->excerpt(document);
  if (!source) return Value();
  Result<Value> rendered =
      m_texts.excerpt(*document, source->text, source->firstLine, globals, m_view->includes());
  if (rendered) return rendered;
  return failure(during(std::move(rendered.error()), "Failed to render excerpt for " + document->outputPath));
}

Result<MappedText> DocumentRenderer::Workshop::contentOf(const site::DocumentPointer& document,
                                                         const Object& globals) const {
  Result<MappedText> rendered =
      m_texts.body(*document, document->content, document->contentLine, globals, m_view->includes());
  if (rendered) return rendered;
  return failure(during(std::move(rendered.error()), "Failed to render content for " + document->outputPath));
}

Result<MappedText> DocumentRenderer::Workshop::inLayout(const site::DocumentPointer& document,
                                                        const Object& globals, MappedText content) const {
  const Result<liquid::TemplatePointer> layout = layoutOf(*m_view, document);
  if (!layout) return failure(layout.error());
  if (*layout == nullptr) return content;
  const std::string name = document->fields.layout.value_or("");
  Result<MappedText> rendered = m_texts.run(**layout, "_layouts/" + name, globals, m_view->includes());
  if (rendered) return withContent(std::move(*rendered), content);
  return failure(during(during(std::move(rendered.error()), "Failed to render layout `" + name + "`"),
                        "Failed to render for " + document->outputPath));
}

Page DocumentRenderer::Workshop::page(const site::DocumentPointer& document,
                                      const site::Rendition& rendition) const {
  Page page;
  page.url = document->url;
  page.outputPath = rendition.outputPath;
  Object variable = m_view->pageVariable(document);
  const Object globals = globalsOf(rendition, variable);
  Result<Value> excerpt = excerptOf(document, globals);
  if (!excerpt) report(page, std::move(excerpt.error()));
  Result<MappedText> content = contentOf(document, globals);
  if (!content) report(page, std::move(content.error()));
  if (!page.diagnostics.empty()) {
    if (Result<liquid::TemplatePointer> layout = layoutOf(*m_view, document); !layout)
      report(page, layout.error());
    return page;
  }
  const Body body{std::move(*excerpt), shared(Value(content->text))};
  if (document->collection == site::Collection::Posts) remember(*document, body);
  variable.set("excerpt", body.excerpt);
  variable.set("content", body.content);
  Result<MappedText> whole =
      inLayout(document, globalsOf(rendition, std::move(variable)), std::move(*content));
  if (!whole) {
    report(page, std::move(whole.error()));
    return page;
  }
  page.ok = true;
  if (m_texts.colours().areLacking())
    page.diagnostics.push_back({Severity::Info, {ErrorCode::CodeUncoloured, {}, {}, {}, {}}});
  page.awaitsColours = m_texts.colours().areAwaited();
  page.html = std::move(whole->text);
  page.sourceMap = std::move(whole->map);
  page.headings = std::move(whole->headings);
  page.missing = std::move(whole->missing);
  return page;
}

void DocumentRenderer::Workshop::remember(const site::Document& document, const Body& body) const {
  const std::lock_guard lock(m_mutex);
  m_bodies.insert_or_assign(document.path, body);
}

DocumentRenderer::Workshop::Body DocumentRenderer::Workshop::bodyOf(const site::DocumentPointer& post) const {
  {
    const std::lock_guard lock(m_mutex);
    const auto known = m_bodies.find(post->path);
    if (known != m_bodies.end()) return known->second;
  }
  const auto renditions = m_view->renditions(post, shared_from_this(), true);
  Body body;
  if (renditions) {
    const Object globals = globalsOf(renditions->front(), m_view->pageVariable(post));
    Result<Value> excerpt = excerptOf(post, globals);
    Result<MappedText> content = contentOf(post, globals);
    body = {excerpt.value_or(Value()), content ? shared(Value(std::move(content->text))) : Value("")};
    const std::lock_guard lock(m_mutex);
    if (!excerpt) addAll(m_problems, Severity::Error, std::move(excerpt.error()));
    if (!content) addAll(m_problems, Severity::Error, std::move(content.error()));
  }
  remember(*post, body);
  return body;
}

Diagnostics DocumentRenderer::Workshop::problems() const {
  const std::lock_guard lock(m_mutex);
  return m_problems;
}

Result<DocumentRenderer> DocumentRenderer::create(ViewPointer view, DateTime now, LateColours lateColours,
                                                  std::stop_token stop) {
  auto highlighter = view->highlighter();
  if (!highlighter) return failure(std::move(highlighter.error()));
  auto colours = std::make_shared<const PageColours>(std::move(*highlighter), lateColours, stop);
  TextRenderer texts(std::move(colours), now, std::move(stop));
  return DocumentRenderer(std::make_shared<const Workshop>(std::move(view), std::move(texts)));
}

Page DocumentRenderer::page(const site::DocumentPointer& document, const site::Rendition& rendition) const {
  return m_workshop->page(document, rendition);
}

Result<std::vector<site::Rendition>> DocumentRenderer::renditions(const site::DocumentPointer& document,
                                                                  bool firstOnly) const {
  auto renditions = m_workshop->view().renditions(document, m_workshop, firstOnly);
  if (renditions) return renditions;
  Error error = std::move(renditions.error());
  if (error.where.file.empty()) error.where = m_workshop->view().placeOf(document, "pagination");
  return failure(std::move(error));
}

const site::PostBodies& DocumentRenderer::bodies() const {
  return *m_workshop;
}

Diagnostics DocumentRenderer::bodyProblems() const {
  return m_workshop->problems();
}

} // namespace postwright::render

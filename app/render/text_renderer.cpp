#include "app/render/text_renderer.h"

#include "app/base/deferred.h"
#include "app/markdown/markdown.h"

namespace postwright::render {
namespace {

/// A text that Liquid does not touch.
MappedText asWritten(std::string_view text, const std::string& file, int firstLine) {
  liquid::OutputMap map;
  map.files.push_back(file);
  map.ranges.push_back({0, text.size(), 0, 0, true, firstLine, 1, {}});
  return fromLiquid(std::string(text), std::move(map), file);
}

} // namespace

Result<std::string> TextRenderer::run(const liquid::Template& parsed, const Object& globals,
                                      const liquid::Partials& includes, Traces* traces) const {
  liquid::RenderInput input;
  input.globals = &globals;
  input.partials = &includes;
  input.now = m_now;
  input.highlight = [this](std::string_view code, std::optional<std::string_view> language) {
    return m_colours->format(code, language).html;
  };
  input.stop = m_stop;
  if (traces != nullptr) {
    input.map = &traces->map;
    input.missing = &traces->missing;
  }
  input.findsAll = true;
  return liquid::render(parsed, input);
}

Result<MappedText> TextRenderer::run(const liquid::Template& parsed, const std::string& file,
                                     const Object& globals, const liquid::Partials& includes) const {
  Traces traces;
  Result<std::string> text = run(parsed, globals, includes, &traces);
  if (!text) return failure(std::move(text.error()));
  MappedText mapped = fromLiquid(std::move(*text), std::move(traces.map), file);
  mapped.missing = std::move(traces.missing);
  return mapped;
}

Result<Value> TextRenderer::excerpt(const site::Document& document, std::string_view text, int firstLine,
                                    const Object& globals, const liquid::Partials& includes) const {
  std::string source(text);
  if (document.fields.templated) {
    const Result<liquid::TemplatePointer> parsed = liquid::parse(text, {document.path, firstLine});
    if (!parsed) return failure(parsed.error());
    Result<std::string> rendered = run(**parsed, globals, includes, nullptr);
    if (!rendered) return failure(std::move(rendered.error()));
    source = std::move(*rendered);
  }
  if (document.fields.format == site::Format::Raw) return Value(std::move(source));
  return deferred([colours = m_colours, source = std::move(source)] {
    Result<markdown::Rendered> html = markdown::render(source, *colours);
    return html ? Value(std::move(html->html)) : Value(""); // too large, as the body is then too
  });
}

Result<MappedText> TextRenderer::body(const site::Document& document, std::string_view text, int firstLine,
                                      const Object& globals, const liquid::Partials& includes) const {
  MappedText mapped;
  if (document.fields.templated) {
    const Result<liquid::TemplatePointer> parsed = liquid::parse(text, {document.path, firstLine});
    if (!parsed) return failure(parsed.error());
    Result<MappedText> rendered = run(**parsed, document.path, globals, includes);
    if (!rendered) return rendered;
    mapped = std::move(*rendered);
  } else {
    mapped = asWritten(text, document.path, firstLine);
  }
  if (document.fields.format == site::Format::Raw) return mapped;
  Result<markdown::Rendered> html = markdown::render(mapped.text, *m_colours, foreignCuts(mapped));
  if (!html) {
    html.error().where.file = document.path;
    return failure(std::move(html.error()));
  }
  return fromMarkdown(std::move(*html), mapped);
}

} // namespace postwright::render

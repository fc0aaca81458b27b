#include "app/render/text_renderer.h"

#include "app/markdown/markdown.h"

namespace postwright::render {
namespace {

/// A text that Liquid does not touch.
MappedText asWritten(std::string_view text, const std::string& file, int firstLine) {
  liquid::OutputMap map;
  map.files.push_back(file);
  map.ranges.push_back({0, text.size(), 0, 0, true, firstLine, 1, {}});
  return fromLiquid(std::string(text), map, file);
}

} // namespace

Result<MappedText> TextRenderer::run(const liquid::Template& parsed, const std::string& file,
                                     const Object& globals, const liquid::Partials& includes) const {
  liquid::OutputMap map;
  liquid::RenderInput input;
  input.globals = &globals;
  input.partials = &includes;
  input.now = m_now;
  input.highlight = [this](std::string_view code, std::optional<std::string_view> language) {
    return m_highlighter->format(code, language);
  };
  input.stop = m_stop;
  input.map = &map;
  std::vector<liquid::MissingVariable> missing;
  input.missing = &missing;
  Result<std::string> text = liquid::render(parsed, input);
  if (!text) return failure(std::move(text.error()));
  MappedText mapped = fromLiquid(std::move(*text), map, file);
  mapped.missing = std::move(missing);
  return mapped;
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
  Result<markdown::Rendered> html = markdown::render(mapped.text, *m_highlighter);
  if (!html) {
    html.error().where.file = document.path;
    return failure(std::move(html.error()));
  }
  return fromMarkdown(std::move(*html), mapped);
}

} // namespace postwright::render

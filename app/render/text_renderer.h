// One text of a document through Liquid and Markdown, with the places its bytes came from.
// The one rule: Markdown sees Liquid's output. Source: spec 3.1, 3.4, 5.1.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/render/page_colours.h"
#include "app/render/source_map.h"
#include "app/site/view.h"

namespace postwright::render {

class TextRenderer {
 public:
  TextRenderer(std::shared_ptr<const PageColours> colours, DateTime now, std::stop_token stop)
      : m_colours(std::move(colours)), m_now(now), m_stop(std::move(stop)) {}

  /// The body of `document`: `text` starts on `firstLine` of its file. Errors: Liquid's, and
  /// MarkdownTooLarge.
  Result<MappedText> body(const site::Document& document, std::string_view text, int firstLine,
                          const Object& globals, const liquid::Partials& includes) const;

  /// The same of its excerpt, without places; Markdown is read when the value is asked for. Errors: Liquid's.
  Result<Value> excerpt(const site::Document& document, std::string_view text, int firstLine,
                        const Object& globals, const liquid::Partials& includes) const;

  /// A parsed template. Errors: Liquid's.
  Result<MappedText> run(const liquid::Template& parsed, const std::string& file, const Object& globals,
                         const liquid::Partials& includes) const;

  const DateTime& now() const { return m_now; }
  const PageColours& colours() const { return *m_colours; }
  bool isStopped() const { return m_stop.stop_requested(); }

 private:
  /// What a rendering leaves beside its text.
  struct Traces {
    liquid::OutputMap map;
    std::vector<liquid::MissingVariable> missing;
  };

  Result<std::string> run(const liquid::Template& parsed, const Object& globals,
                          const liquid::Partials& includes, Traces* traces) const;

  std::shared_ptr<const PageColours> m_colours;
  DateTime m_now;
  std::stop_token m_stop;
};

} // namespace postwright::render

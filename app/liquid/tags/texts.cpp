// raw, comment, highlight: blocks whose content is not rendered.
#include <array>
#include <optional>

#include "app/base/html_escape.h"
#include "app/liquid/content_nodes.h"
#include "app/liquid/renderer.h"
#include "app/liquid/tag.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

Outcome<NodePointer> parseRaw(TagSource& source) {
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  const Outcome<std::string_view> content = source.parser.takeVerbatim(source.block);
  if (!content) return failed(std::make_unique<Failure>(*content.error()));
  const auto offset = static_cast<std::size_t>(content->data() - source.parser.file().text().data());
  return std::make_unique<TextNode>(offset, source.parser.placeOf(offset), *content);
}

/// Tags inside are read, because they may have content of their own, but only nested comments may fail.
Outcome<NodePointer> parseComment(TagSource& source) {
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  while (true) {
    Outcome<Element> element = source.parser.next(source.block);
    if (!element) return failed(std::move(element.error()));
    if (source.block.isClosed) // nothing to be placed
      return std::make_unique<TextNode>(source.offset, LineColumn(), std::string_view());
    if (element->rule != Rule::Tag) continue;
    const bool isNested = source.parser.arguments().tagName() == source.block.startTag;
    Outcome<NodePointer> node = source.parser.parseUnheard(*element);
    if (!node && isNested) return failed(std::move(node.error()));
  }
}

std::string plainCode(std::string_view code, const std::optional<std::string>& language) {
  const std::string attribute = language ? " class=\"language-" + *language + "\"" : std::string();
  std::string html = "<pre><code" + attribute + ">";
  appendHtmlEscaped(html, code);
  return html + "</code></pre>\n";
}

class HighlightNode : public Node {
 public:
  HighlightNode(std::size_t offset, std::string_view code, std::optional<std::string> language)
      : Node(offset), m_code(code), m_language(std::move(language)) {}

  bool render(Renderer& renderer) const override {
    const std::size_t begin = renderer.outputSize();
    const HighlightCode& highlight = renderer.highlighter();
    const bool written =
        renderer.write(highlight ? highlight(m_code, m_language) : plainCode(m_code, m_language));
    if (written) renderer.recorder().add({begin, renderer.outputSize()}, offset());
    return written;
  }

 private:
  std::string_view m_code;
  std::optional<std::string> m_language;
};

Outcome<std::string> parseLanguage(const TagArguments& arguments, const TagToken& token) {
  std::optional<Outcome<Value>> literal = arguments.literal(token);
  if (!literal) return std::string(token.text);
  if (!*literal) return failed(std::move(literal->error()));
  std::string text;
  appendText(text, **literal);
  return text;
}

/// Everything up to the end tag, which must have no arguments here.
Outcome<std::string_view> takeCode(TagSource& source) {
  Outcome<Element> element = source.parser.next(source.block);
  const std::size_t begin = element ? element->begin : 0;
  while (element && !source.block.isClosed)
    element = source.parser.next(source.block);
  if (!element) return failed(std::move(element.error()));
  return source.parser.file().text().substr(begin, element->begin - begin);
}

Outcome<NodePointer> parseHighlight(TagSource& source) {
  std::optional<std::string> language;
  if (const std::optional<TagToken> token = source.arguments.next()) {
    Outcome<std::string> text = parseLanguage(source.arguments, *token);
    if (!text) return failed(std::move(text.error()));
    language = *std::move(text);
  }
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  const Outcome<std::string_view> code = takeCode(source);
  if (!code) return failed(std::make_unique<Failure>(*code.error()));
  return std::make_unique<HighlightNode>(source.offset, *code, std::move(language));
}

} // namespace

std::span<const TagEntry> textTags() {
  static constexpr auto kTags = std::to_array<TagEntry>({
      {"raw", "endraw", parseRaw},
      {"comment", "endcomment", parseComment},
      {"highlight", "endhighlight", parseHighlight},
  });
  return kTags;
}

} // namespace postwright::liquid

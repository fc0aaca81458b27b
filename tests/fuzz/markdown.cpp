// Markdown: blocks and headings have places in the text and in the HTML, and the time is near linear.
#include "app/markdown/markdown.h"

#include <algorithm>

#include "tests/fuzz/property.h"

using namespace postwright;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto highlighter = *highlight::Highlighter::create({});
  const std::string_view text = fuzz::textOf(data, size);
  markdown::countWords(text);
  const auto rendered = markdown::render(text, *highlighter);
  require(rendered.has_value(), "any text of this size is Markdown");
  const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n') +
                                      std::count(text.begin(), text.end(), '\r') + 1);
  std::size_t begin = 0;
  for (const markdown::BlockPosition& block : rendered->blocks) {
    require(begin <= block.htmlBegin && block.htmlBegin <= block.htmlEnd, "blocks ascend");
    require(block.htmlEnd <= rendered->html.size(), "a block lies in the HTML");
    require(1 <= block.firstLine && block.firstLine <= block.lastLine && block.lastLine <= lines,
            "a block stands on lines of the text");
    begin = block.htmlBegin;
  }
  for (const markdown::Heading& heading : rendered->headings) {
    require(heading.level >= 1 && heading.level <= 6, "headings have six levels");
    require(1 <= heading.line && heading.line <= lines, "a heading stands on a line of the text");
  }
  return 0;
}

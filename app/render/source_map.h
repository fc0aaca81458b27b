// Carries positions through the stages of a page: Liquid's ranges of the body, Markdown's blocks, the layout.
// The one rule: ranges ascend, do not overlap, and every one of them names a line of a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/liquid/template.h"
#include "app/markdown/markdown.h"
#include "app/render/page.h"

namespace postwright::render {

/// Text with the places it came from.
struct MappedText {
  std::string text;
  SourceMap map;
  std::vector<markdown::Heading> headings = {}; ///< lines of the file that is `map.files[0]`
  std::vector<liquid::MissingVariable> missing = {};
};

/// `text` as Liquid printed it: its ranges, the copied ones cut into lines. `file` is what an empty name
/// means.
MappedText fromLiquid(std::string text, liquid::OutputMap map, const std::string& file);

/// The bytes of `text` at which what another file printed (an include, within a line of the post) begins, and
/// the lines behind it until a blank one, ascending.
std::vector<std::size_t> foreignCuts(const MappedText& text);

/// Markdown's HTML of `source`, cut at its foreignCuts(): each block where its first line came from, and what
/// another file printed within it where that came from.
MappedText fromMarkdown(markdown::Rendered rendered, const MappedText& source);

/// The output of a layout (or any template) with `content` put in where the template printed `page.content`
/// unchanged.
MappedText withContent(MappedText layout, const MappedText& content);

} // namespace postwright::render

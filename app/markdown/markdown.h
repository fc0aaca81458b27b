// Markdown to the HTML that pulldown-cmark 0.13 writes as Cobalt configures it, over cmark-gfm's tree.
// The one rule: positions travel beside the HTML, never in it. cmark-gfm is not thread-safe: one lock lives
// here.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/highlight/highlighter.h"

namespace postwright::markdown {

/// One block of the page and the lines it was written on.
struct BlockPosition {
  std::size_t htmlBegin = 0; ///< bytes of the HTML
  std::size_t htmlEnd = 0;
  int firstLine = 0; ///< 1-based lines of the Markdown given
  int lastLine = 0;
};

/// A place within a block at which the text comes from elsewhere than before.
struct InlinePosition {
  std::size_t html = 0;   ///< byte of the HTML, outside of tags
  std::size_t source = 0; ///< byte of the Markdown given
};

struct Heading {
  int level = 1;
  std::string text; ///< plain text
  int line = 0;
};

struct Rendered {
  std::string html;
  std::vector<BlockPosition> blocks;   ///< ascending by htmlBegin; nested blocks follow their parent
  std::vector<InlinePosition> inlines; ///< ascending by `html`
  std::vector<Heading> headings;
};

/// `cuts`: ascending bytes of the text; `inlines` says where what stands behind each is shown, if it is text.
/// Errors: MarkdownTooLarge beyond 16 MiB.
Result<Rendered> render(std::string_view text, const highlight::Highlighter& highlighter,
                        std::span<const std::size_t> cuts = {});

/// Words a reader would count in a post's body: markup, Liquid, code fences' info and HTML tags are not
/// words.
std::size_t countWords(std::string_view body);

} // namespace postwright::markdown

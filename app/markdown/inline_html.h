// Tags, comments, declarations and autolinks within a line of text. The one rule: pulldown-cmark's reading,
// its oddities included; a tag over several lines leaves out what containers wrote before them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/markdown/text_block.h"

namespace postwright::markdown {

/// End of the complete tag whose `<` stands at `pos`, all on one line; 0 when there is none.
std::size_t tagWithinLine(std::string_view text, std::size_t pos);

struct InlineHtml {
  std::size_t end = 0;
  std::string joined; ///< the tag without the containers' marks, when it has any inside; else empty
};

/// Scans HTML within one block. It remembers what is not there, so that many openers stay cheap.
class InlineHtmlScanner {
 public:
  explicit InlineHtmlScanner(const TextBlock& block) : m_block(block) {}

  /// The tag, comment, processing instruction, declaration or CDATA section that starts with the `<` at
  /// `pos`.
  std::optional<InlineHtml> scan(std::size_t pos);

 private:
  std::optional<InlineHtml> scanSpecial(std::size_t pos);
  std::size_t commentEnd(std::size_t pos);
  std::size_t cdataEnd(std::size_t pos);
  std::size_t declarationEnd(std::size_t pos);
  std::size_t instructionEnd(std::size_t pos);

  const TextBlock& m_block;
  std::size_t m_noComment = 0; ///< no end of a comment is found from before here on; the others alike
  std::size_t m_noCdata = 0;
  std::size_t m_noDeclaration = 0;
  std::size_t m_noInstruction = 0;
};

struct Autolink {
  std::size_t end = 0; ///< behind the `>`
  std::string_view target;
  bool isEmail = false;
};

/// The autolink whose text starts at `pos`, behind the `<`.
std::optional<Autolink> autolinkAt(std::string_view text, std::size_t pos);

} // namespace postwright::markdown

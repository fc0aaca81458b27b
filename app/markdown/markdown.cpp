#include "app/markdown/markdown.h"

#include "app/markdown/blocks.h"
#include "app/markdown/renderer.h"

namespace postwright::markdown {
namespace {

constexpr std::size_t kLargestText = 16 << 20;

} // namespace

Result<Rendered> render(std::string_view text, const highlight::Highlighter& highlighter) {
  if (text.size() > kLargestText) {
    return failure(ErrorCode::MarkdownTooLarge, {std::to_string(text.size() >> 20U) + " MiB"});
  }
  return renderBlocks(text, parseBlocks(text), highlighter);
}

std::size_t countWords(std::string_view body) {
  std::size_t words = 0;
  bool inWord = false;
  for (const char byte : body) {
    const bool isSpace = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
    if (!isSpace && !inWord) ++words;
    inWord = !isSpace;
  }
  return words;
}

} // namespace postwright::markdown

#include "app/markdown/markdown.h"

#include "app/markdown/blocks.h"
#include "app/markdown/renderer.h"

namespace postwright::markdown {
namespace {

constexpr std::size_t kLargestText = 16 << 20;

} // namespace

Result<Rendered> render(std::string_view text, const highlight::Highlighter& highlighter,
                        std::span<const std::size_t> cuts) {
  if (text.size() > kLargestText) {
    return failure(ErrorCode::MarkdownTooLarge, {std::to_string(text.size() >> 20U) + " MiB"});
  }
  return renderBlocks(text, parseBlocks(text), highlighter, cuts);
}

} // namespace postwright::markdown

#include "app/highlight/coloured_blocks.h"

#include <mutex>
#include <set>
#include <utility>

#include "app/highlight/cache.h"

namespace postwright::highlight {
namespace {

struct Block {
  explicit Block(std::string_view ofCode, Language ofLanguage) : code(ofCode), language(ofLanguage) {}

  auto operator<=>(const Block&) const = default;

  std::string code;
  std::optional<std::string> language;
};

} // namespace

struct ColouredBlocks::Shared {
  explicit Shared(const Theme& ofBlocks) : theme(ofBlocks) {}

  std::string keep(const Block& block, const std::optional<std::string>& spans) {
    std::string html = spans ? elementBegin(block.language, theme).append(*spans).append(elementEnd(theme))
                             : uncolouredElement(block.code, block.language, theme);
    cache.keep(block.code, block.language, html);
    return html;
  }

  const Theme& theme;
  Cache cache;
  std::mutex mutex;
  std::set<Block> awaited; ///< they were late and are still at work: a second attempt would be as late
};

ColouredBlocks::ColouredBlocks(const Theme& theme, Colour colour)
    : m_colour(std::move(colour)), m_shared(std::make_shared<Shared>(theme)) {}

CodeElement ColouredBlocks::element(std::string_view code, Language language) const {
  if (auto known = m_shared->cache.find(code, language)) return {*std::move(known)};
  const Block block(code, language);
  {
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->awaited.contains(block)) return {uncolouredElement(code, language, m_shared->theme), true};
  }
  const auto hasCome = std::make_shared<bool>(false); // colours may be late and still come before the answer
  const auto late = [shared = m_shared, block, hasCome](const std::optional<std::string>& spans) {
    shared->keep(block, spans);
    const std::lock_guard lock(shared->mutex);
    *hasCome = true;
    shared->awaited.erase(block);
  };
  const Colouring colouring = m_colour(code, language.value_or(std::string_view()), late);
  if (colouring.attempt == Colouring::Attempt::Done) return {m_shared->keep(block, colouring.spans)};
  const std::lock_guard lock(m_shared->mutex);
  if (colouring.attempt == Colouring::Attempt::Late && !*hasCome) m_shared->awaited.insert(block);
  return {uncolouredElement(code, language, m_shared->theme), true};
}

} // namespace postwright::highlight

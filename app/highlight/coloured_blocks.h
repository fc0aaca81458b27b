// The elements of code blocks, each coloured once. The one rule: a block stays plain only when its own code
// is the reason; what found no thread or no time is tried again, or coloured when its colours come after all.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "app/highlight/colours.h"
#include "app/highlight/plain.h"
#include "app/highlight/themes.h"

namespace postwright::highlight {

/// Safe to use from several threads.
class ColouredBlocks {
 public:
  /// Colours a block, as `Colours::spans` does.
  using Colour = std::function<Colouring(std::string_view code, std::string_view language, LateSpans late)>;

  /// `theme` outlives everything.
  ColouredBlocks(const Theme& theme, Colour colour);

  /// The whole element; without colours as long as there are none.
  CodeElement element(std::string_view code, Language language) const;

 private:
  struct Shared;

  Colour m_colour;
  std::shared_ptr<Shared> m_shared; ///< late colours keep it alive
};

} // namespace postwright::highlight

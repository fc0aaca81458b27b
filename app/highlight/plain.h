// Code blocks without colours: as Cobalt writes them when highlighting is off, and as it writes code of a
// language it does not know. The one rule: the same bytes as Cobalt 0.20.4. Needs no syntect.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/highlight/themes.h"

namespace postwright::highlight {

using Language = std::optional<std::string_view>;

/// One code block of a page.
struct CodeElement {
  std::string html;
  bool awaitsColours = false; ///< plain for now: its colours are late, or no thread was free for them

  bool operator==(const CodeElement&) const = default;
};

/// `enabled: false`: `<pre><code class="language-x">…</code></pre>` and a newline; no class without a
/// language.
std::string plainElement(std::string_view code, Language language);

/// One span per line in the theme's own text colour; for `css` one span for all of it.
std::string uncolouredElement(std::string_view code, Language language, const Theme& theme);

/// What stands before and after the spans of a coloured block in `theme`.
std::string elementBegin(Language language, const Theme& theme);
std::string_view elementEnd(const Theme& theme);

} // namespace postwright::highlight

// Colours code exactly as Cobalt does, through syntect where it is built in, else as plain spans.
// The one rule: the HTML depends on nothing but (code, language, theme, syntaxes). Source: Cobalt 0.20.4,
// syntect 5.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/base/result.h"
#include "app/highlight/plain.h"

namespace postwright::highlight {

struct Settings {
  bool enabled = true;                     ///< false: `<pre><code class="language-x">`
  std::string theme = "base16-ocean.dark"; ///< one of the seven themes, or "css"
  std::string syntaxesFolder;              ///< absolute path of `_syntaxes`, or empty
};

/// Turns code blocks into HTML; caches what it has coloured. Safe to use from several threads.
class Highlighter {
 public:
  /// Errors: ConfigInvalid for a theme Cobalt does not know (only when enabled), SyntaxFileInvalid.
  static Result<std::shared_ptr<const Highlighter>> create(const Settings& settings);

  Highlighter() = default;
  Highlighter(const Highlighter&) = delete;
  Highlighter& operator=(const Highlighter&) = delete;
  virtual ~Highlighter() = default;

  /// The whole element, `<pre…>…</pre>` and what Cobalt writes after it. `language` absent: `{% highlight %}`
  /// bare.
  virtual CodeElement format(std::string_view code, Language language) const = 0;

  /// Colours are asked for, and this build has none.
  virtual bool lacksColours() const { return false; }

  /// True when syntect is built in.
  static bool hasColours();
};

} // namespace postwright::highlight

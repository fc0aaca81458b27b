#include "app/highlight/highlighter.h"

#include "app/highlight/cache.h"
#include "app/highlight/colours.h"
#include "app/highlight/plain.h"
#include "app/highlight/themes.h"

namespace postwright::highlight {
namespace {

/// `syntax_highlight.enabled: false`.
class Off : public Highlighter {
 public:
  std::string format(std::string_view code, std::optional<std::string_view> language) const override {
    return plainElement(code, language);
  }
};

class Themed : public Highlighter {
 public:
  Themed(const Theme& theme, std::unique_ptr<Colours> colours)
      : m_theme(theme), m_colours(std::move(colours)) {}

  std::string format(std::string_view code, std::optional<std::string_view> language) const override {
    if (auto known = m_cache.find(code, language)) return *std::move(known);
    std::string html = element(code, language);
    m_cache.keep(code, language, html);
    return html;
  }

  bool lacksColours() const override { return !Colours::areBuiltIn(); }

 private:
  std::string element(std::string_view code, Language language) const {
    const auto spans = m_colours->spans(code, language.value_or(std::string_view()), m_theme.name);
    if (!spans) return uncolouredElement(code, language, m_theme);
    return elementBegin(language, m_theme).append(*spans).append(elementEnd(m_theme));
  }

  const Theme& m_theme;
  std::unique_ptr<Colours> m_colours;
  mutable Cache m_cache;
};

} // namespace

Result<std::shared_ptr<const Highlighter>> Highlighter::create(const Settings& settings) {
  auto colours = Colours::create(settings.syntaxesFolder); // Cobalt reads that folder in any case
  if (!colours) return failure(std::move(colours.error()));
  if (!settings.enabled) return std::make_shared<const Off>();
  const Theme* theme = findTheme(settings.theme);
  if (theme == nullptr) {
    const std::string detail = "Syntax theme '" + settings.theme + "' is unsupported";
    return failure(ErrorCode::ConfigInvalid, {detail}, detail);
  }
  return std::make_shared<const Themed>(*theme, *std::move(colours));
}

bool Highlighter::hasColours() {
  return Colours::areBuiltIn();
}

} // namespace postwright::highlight

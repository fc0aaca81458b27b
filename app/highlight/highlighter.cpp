#include "app/highlight/highlighter.h"

#include "app/highlight/coloured_blocks.h"
#include "app/highlight/colours.h"
#include "app/highlight/themes.h"

namespace postwright::highlight {
namespace {

/// `syntax_highlight.enabled: false`.
class Off : public Highlighter {
 public:
  CodeElement format(std::string_view code, Language language) const override {
    return {plainElement(code, language)};
  }
};

class Themed : public Highlighter {
 public:
  Themed(const Theme& theme, std::unique_ptr<Colours> colours)
      : m_colours(std::move(colours)),
        m_blocks(theme, [&colour = *m_colours, name = theme.name](std::string_view code,
                                                                  std::string_view language, LateSpans late) {
          return colour.spans(code, language, name, std::move(late));
        }) {}

  CodeElement format(std::string_view code, Language language) const override {
    return m_blocks.element(code, language);
  }

  bool lacksColours() const override { return !Colours::areBuiltIn(); }

 private:
  std::unique_ptr<Colours> m_colours;
  ColouredBlocks m_blocks;
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

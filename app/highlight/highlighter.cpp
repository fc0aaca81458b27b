#include "app/highlight/highlighter.h"

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

/// A theme's background and text colour, no more.
class Uncoloured : public Highlighter {
 public:
  explicit Uncoloured(const Theme& theme) : m_theme(theme) {}

  std::string format(std::string_view code, std::optional<std::string_view> language) const override {
    return uncolouredElement(code, language, m_theme);
  }

 private:
  const Theme& m_theme;
};

} // namespace

Result<std::shared_ptr<const Highlighter>> Highlighter::create(const Settings& settings) {
  if (!settings.enabled) return std::make_shared<const Off>();
  const Theme* theme = findTheme(settings.theme);
  if (theme == nullptr) {
    const std::string detail = "Syntax theme '" + settings.theme + "' is unsupported";
    return failure(ErrorCode::ConfigInvalid, {detail}, detail);
  }
  return std::make_shared<const Uncoloured>(*theme);
}

bool Highlighter::hasColours() {
  return false;
}

} // namespace postwright::highlight

// Every English sentence of app/, one per ErrorCode.
#include <array>
#include <utility>

#include "app/base/error.h"

namespace postwright {
namespace {

using Entry = std::pair<ErrorCode, std::string_view>;

constexpr auto kSentences = std::to_array<Entry>({
    {ErrorCode::FileUnreadable, "The file cannot be read: %1"},
    {ErrorCode::FileVanished, "The file is no longer there"},
    {ErrorCode::FileNotUtf8, "The file is not valid UTF-8 (first bad byte at offset %1)"},
    {ErrorCode::FileChangedOnDisk, "The file was changed by another program since it was opened"},
    {ErrorCode::FileExists, "There is already a file of this name: %1"},
    {ErrorCode::FileWriteFailed, "The file cannot be written: %1"},
    {ErrorCode::FileTooLarge, "The file is too large (%1)"},
    {ErrorCode::PathOutsideSite, "The path leads out of the site's folder: %1"},
    {ErrorCode::Cancelled, "Stopped"},
    {ErrorCode::YamlSyntax, "%1"},
    {ErrorCode::FrontMatterInvalid, "%1"},
    {ErrorCode::NoSite, "There is no site here: %1"},
    {ErrorCode::ConfigInvalid, "%1"},
    {ErrorCode::DataFileInvalid, "%1"},
    {ErrorCode::SyntaxFileInvalid, "The syntax definition '%1' cannot be read: %2"},
    {ErrorCode::LiquidSyntax, "%1"},
    {ErrorCode::LiquidRender, "%1"},
    {ErrorCode::LiquidBudget, "%1"},
    {ErrorCode::MarkdownTooLarge, "The text is too large to be turned into HTML (%1)"},
    {ErrorCode::LayoutMissing, "There is no layout '%1'"},
    {ErrorCode::PermalinkInvalid, "The permalink cannot be made: %1"},
    {ErrorCode::ExportFailed, "The page cannot be exported: %1"},
});

std::string fillIn(std::string_view text, const std::vector<std::string>& arguments) {
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool isPlaceholder =
        text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!isPlaceholder) {
      filled += text[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(text[++i] - '1');
    if (index < arguments.size()) filled += arguments[index];
  }
  return filled;
}

} // namespace

std::string_view sentence(ErrorCode code) {
  for (const auto& [known, text] : kSentences) {
    if (known == code) return text;
  }
  return "Something went wrong";
}

std::string describe(const Error& error) {
  std::string text = fillIn(sentence(error.code), error.arguments);
  return text.empty() ? error.detail : text;
}

std::string toString(const SourcePosition& position) {
  std::string text = position.file;
  if (position.line > 0) text += ":" + std::to_string(position.line);
  if (position.line > 0 && position.column > 0) text += ":" + std::to_string(position.column);
  return text;
}

} // namespace postwright

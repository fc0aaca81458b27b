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
    {ErrorCode::LiquidSyntax, "%1"},
    {ErrorCode::LiquidRender, "%1"},
    {ErrorCode::LiquidBudget, "%1"},
    {ErrorCode::MarkdownTooLarge, "The text is too large to be turned into HTML (%1)"},
    {ErrorCode::LayoutMissing, "There is no layout '%1'"},
    {ErrorCode::PermalinkInvalid, "The permalink '%1' cannot be made into a URL"},
    {ErrorCode::ImpossibleDate, "The file name begins with a date that does not exist: %1"},
    {ErrorCode::TitleMissing, "A document that sets 'slug' needs a 'title' too"},
    {ErrorCode::EmptyTag, "A tag is empty"},
    {ErrorCode::DateIndexUnsorted, "'date_index' must go from the greater to the smaller: Year, Month, Day"},
    {ErrorCode::PaginationInvalid, "The generator cannot work with this pagination: %1"},
    {ErrorCode::NotADocument, "The site has no post or page of this path"},
    {ErrorCode::NotInThisBuild, "The document is a draft, and drafts are left out"},
    {ErrorCode::OutputOutsideDestination, "The page would be written outside the destination: %1"},
    {ErrorCode::BaseUrlMissing, "'site.base_url' is needed to write %1"},
    {ErrorCode::BaseUrlInvalid, "This is not an address on the web: %1"},
    {ErrorCode::FeedDateTooEarly, "The generator cannot write dates before 1900 into a feed: %1"},
    {ErrorCode::SassInvalid, "The style sheet cannot be compiled: %1"},
    {ErrorCode::OutputOverwritten, "%1 is written twice; the later of the two replaces the other"},
    {ErrorCode::NotMinified, "The site asks for smaller files ('minify'); they are written as they are"},
    {ErrorCode::NotInlined, "%1 is not part of the page: %2"},
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

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
    {ErrorCode::LiquidBudget, "A value grows beyond what is allowed (%1)"},
    {ErrorCode::LiquidOutputBudget, "The page grows beyond %1 bytes"},
    {ErrorCode::LiquidLoopBudget, "The page's loops take more than %1 turns"},
    {ErrorCode::LiquidIncludeBudget, "Includes include one another more than %1 deep"},
    {ErrorCode::LiquidDepthBudget, "Blocks nest more than %1 deep"},
    {ErrorCode::LiquidUnknownVariable, "There is no variable '%1'"},
    {ErrorCode::LiquidUnknownVariableMeant, "There is no variable '%1'; did you mean '%2'?"},
    {ErrorCode::LiquidUnknownIndex, "'%2' has no '%1'"},
    {ErrorCode::LiquidUnknownIndexMeant, "'%2' has no '%1'; did you mean '%3'?"},
    {ErrorCode::LiquidUnknownFilter, "There is no filter '%1'"},
    {ErrorCode::LiquidUnknownFilterMeant, "There is no filter '%1'; did you mean '%2'?"},
    {ErrorCode::LiquidUnknownTag, "There is no tag '%1' here"},
    {ErrorCode::LiquidUnknownTagMeant, "There is no tag '%1' here; did you mean '%2'?"},
    {ErrorCode::LiquidUnknownPartial, "There is no include '%1'"},
    {ErrorCode::LiquidUnknownPartialMeant, "There is no include '%1'; did you mean '%2'?"},
    {ErrorCode::LiquidUnclosedBlock, "The block '%1' is never closed: '{% %2 %}' is missing"},
    {ErrorCode::LiquidUnexpectedText, "Liquid cannot read this: '%1'"},
    {ErrorCode::LiquidUnexpectedEnd, "A tag or expression is not finished"},
    {ErrorCode::LiquidTagArguments, "This does not fit into the tag '%1': '%2'"},
    {ErrorCode::LiquidTagIncomplete, "The tag '%1' needs more"},
    {ErrorCode::LiquidIntegerTooLarge, "This whole number is too large: %1"},
    {ErrorCode::LiquidFilterArgumentCount, "The filter '%2' has a wrong number of arguments (%1)"},
    {ErrorCode::LiquidFilterKeyword, "The filter '%2' takes no named argument '%1'"},
    {ErrorCode::LiquidFilterInput, "The filter '%2' cannot take what it is given: %1"},
    {ErrorCode::LiquidFilterArgument, "The filter '%3' cannot take its argument '%1': %2"},
    {ErrorCode::LiquidDateFormat, "This date format is not finished: '%1'"},
    {ErrorCode::LiquidBadIndex, "'%1' is no key: it is neither text nor a number"},
    {ErrorCode::LiquidCannotContain, "'%1' is empty, so it cannot be asked what it contains"},
    {ErrorCode::LiquidNotAnArray, "A loop needs an array, not a %1"},
    {ErrorCode::LiquidNotAWholeNumber, "A loop needs a whole number here, not a %1"},
    {ErrorCode::LiquidNoColumns, "A table needs at least one column"},
    {ErrorCode::LiquidCycleBounds, "The cycles of the group '%1' have different numbers of values"},
    {ErrorCode::LiquidIncludeName, "The name of an include must be text: %1"},
    {ErrorCode::LiquidMissingArgument, "The argument '%1' has no value: there is no '%2'"},
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

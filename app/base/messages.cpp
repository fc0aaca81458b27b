// Every English sentence of app/, one per ErrorCode and per FixKind.
#include <array>
#include <utility>

#include "app/base/error.h"
#include "app/base/fix_kind.h"

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
    {ErrorCode::YamlTab, "There is a tab here where YAML takes only blanks"},
    {ErrorCode::YamlQuoteOpen, "The quotation mark opened here is never closed"},
    {ErrorCode::YamlBracketOpen, "The bracket opened here is not closed, or a comma is missing in it"},
    {ErrorCode::YamlColonInValue, "A text with ': ' in it must stand in quotation marks"},
    {ErrorCode::YamlColonMissing, "This line has no ':' after its name"},
    {ErrorCode::YamlIndentation,
     "This does not fit the lines above: look at the indentation and the quotation marks"},
    {ErrorCode::YamlListHere, "A list item must begin on a line of its own"},
    {ErrorCode::YamlCannotStart, "A text that starts with %1 must stand in quotation marks"},
    {ErrorCode::YamlBadCharacter, "There is a character here that YAML does not allow"},
    {ErrorCode::YamlUnknownAnchor, "This refers to an anchor (&name) that is not above it"},
    {ErrorCode::YamlTooDeep, "This is nested too deeply"},
    {ErrorCode::YamlTooLarge, "This is too large to be read"},
    {ErrorCode::YamlRepeats, "This repeats too much"},
    {ErrorCode::YamlMoreDocuments, "There is more than one YAML document here"},
    {ErrorCode::YamlLocalTag, "The type tag !%1 cannot be used here"},
    {ErrorCode::YamlKeyNotText, "A name in here is not a text: put it in quotation marks"},
    {ErrorCode::YamlIntegerTooLarge, "The number is too large: put it in quotation marks to keep its digits"},
    {ErrorCode::FrontMatterInvalid, "%1"},
    {ErrorCode::FrontMatterNotFields, "This must be lines of the form 'name: value'"},
    {ErrorCode::FieldUnknown, "There is no field '%1'"},
    {ErrorCode::FieldUnknownNear, "There is no field '%1'; did you mean '%2'?"},
    {ErrorCode::FieldTwice, "'%1' is written twice"},
    {ErrorCode::FieldNeedsBool, "'%1' must be true or false"},
    {ErrorCode::FieldNeedsInteger, "'%1' must be a whole number"},
    {ErrorCode::FieldNeedsText, "'%1' must be a text"},
    {ErrorCode::FieldItemNeedsText, "Each item of '%1' must be a text"},
    {ErrorCode::FieldNeedsList, "'%1' must be a list, such as [one, two]"},
    {ErrorCode::FieldNeedsMap, "'%1' must be names with values below it"},
    {ErrorCode::FieldNeedsDate, "'%1' must be a date such as 2024-07-20 16:01:48 +0000"},
    {ErrorCode::FieldChoice, "'%1' must be one of: %2"},
    {ErrorCode::FieldChoiceNear, "'%1' must be one of: %2; did you mean '%3'?"},
    {ErrorCode::FieldPermalink, "'%1' must be 'path' or start with '/'"},
    {ErrorCode::FieldAbsolutePath, "'%1' must be a path inside the site's folder"},
    {ErrorCode::EditDuplicateKey, "'%1' is written twice (lines %2 and %3)"},
    {ErrorCode::EditShared, "This value is shared with other places through &%1"},
    {ErrorCode::EditAnchorInUse, "Other places refer to this through &%1"},
    {ErrorCode::EditAlias, "This value is a reference to &%1"},
    {ErrorCode::EditRecursiveAlias, "The reference *%1 stands inside what it refers to"},
    {ErrorCode::EditTag, "This value has the type tag %1; edit it as text"},
    {ErrorCode::EditComplexKey, "A name here is written in a form that can only be edited as text"},
    {ErrorCode::EditImplicit, "This name has no ':'; edit it as text"},
    {ErrorCode::EditComment, "A comment stands in between and would be lost; edit this as text"},
    {ErrorCode::EditLayout, "This is laid out in a way that can only be edited as text"},
    {ErrorCode::EditNotScalar, "'%1' holds more than one value; edit it as text"},
    {ErrorCode::EditNotList, "'%1' is not a list"},
    {ErrorCode::EditNotMap, "'%1' has no names with values below it"},
    {ErrorCode::EditExists, "There is already a '%1'"},
    {ErrorCode::EditNoSuchKey, "There is no '%1'"},
    {ErrorCode::EditBadLiteral, "'%1' is not valid here"},
    {ErrorCode::EditVerify, "Editing this here would change something else; edit it as text"},
    {ErrorCode::EditBom, "The file starts with a byte-order mark, which hides its front matter from Cobalt"},
    {ErrorCode::EditFence, "The front matter is never closed by a line ---"},
    {ErrorCode::EditSplit, "The front matter ends here for Cobalt, because this line ends in ---"},
    {ErrorCode::RulesNeedList, "The fields must be a list, each item beginning with '- field:'"},
    {ErrorCode::RulesNeedField, "This needs a 'field' that says which one is meant, such as data.author"},
    {ErrorCode::RulesNeedNumber, "'%1' must be a number"},
    {ErrorCode::RulesNeedPattern, "This is no regular expression: %1"},
    {ErrorCode::OffSiteLink, "%1 is a link, and links are not followed"},
    {ErrorCode::OffSiteIgnored, "The ignore pattern '%1' leaves %2 out"},
    {ErrorCode::OffSiteEnding, "Only files that end in %2 become pages; a file in '%1' is copied as it is"},
    {ErrorCode::OffSiteDraft, "It is a draft: 'is_draft' is true, and drafts are left out"},
    {ErrorCode::OffSiteDraftByDefault, "It is a draft by the site's defaults, and drafts are left out"},
    {ErrorCode::OffSiteDraftsFolder, "It lies in the drafts folder %1, and drafts are left out"},
    {ErrorCode::OffSiteSameAddress, "%1 has the same address; one of the two replaces the other"},
    {ErrorCode::NoSite, "There is no site here: %1"},
    {ErrorCode::ConfigInvalid, "%1"},
    {ErrorCode::DataFileInvalid, "%1"},
    {ErrorCode::SyntaxFileInvalid, "The syntax definition '%1' cannot be read: %2"},
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
    {ErrorCode::LiquidUnexpectedEnd, "This tag or expression is never closed"},
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
    {ErrorCode::LayoutMissingNear, "There is no layout '%1'; did you mean '%2'?"},
    {ErrorCode::PermalinkInvalid, "The permalink '%1' cannot be made into a URL"},
    {ErrorCode::ImpossibleDate, "The file name begins with a date that does not exist: %1"},
    {ErrorCode::TitleMissing, "A document that sets 'slug' needs a 'title' too"},
    {ErrorCode::EmptyTag, "A tag is empty"},
    {ErrorCode::DateIndexUnsorted, "'date_index' must go from the greater to the smaller: Year, Month, Day"},
    {ErrorCode::PaginationInvalid, "The generator cannot work with this pagination: %1"},
    {ErrorCode::NotADocument, "The site has no post or page of this path"},
    {ErrorCode::NotInThisBuild, "The document is a draft, and drafts are left out"},
    {ErrorCode::CodeUncoloured, "No code colours in this build"},
    {ErrorCode::OutputOutsideDestination, "The page would be written outside the destination: %1"},
    {ErrorCode::DestinationInSource, "The pages would be written among the site's own files: %1"},
    {ErrorCode::BaseUrlMissing, "'site.base_url' is needed to write %1"},
    {ErrorCode::BaseUrlInvalid, "This is not an address on the web: %1"},
    {ErrorCode::FeedDateTooEarly, "The generator cannot write dates before 1900 into a feed: %1"},
    {ErrorCode::SassInvalid, "The style sheet cannot be compiled: %1"},
    {ErrorCode::OutputOverwritten, "%1 is written twice; the later of the two replaces the other"},
    {ErrorCode::NotMinified, "The site asks for smaller files ('minify'); they are written as they are"},
    {ErrorCode::NotInlinedRemote, "%1 lies on the web and is not part of the exported file"},
    {ErrorCode::NotInlinedMissing, "%1 is not there and was left as it is"},
    {ErrorCode::NotInlinedOutside, "%1 lies outside the site and was left as it is"},
    {ErrorCode::NotInlinedTooLarge, "%1 is too large to be part of the exported file"},
    {ErrorCode::VariableMissing, "'%1' is not there, so this condition never holds"},
    {ErrorCode::VariableMissingMeant, "'%1' is not there, so this condition never holds; did you mean '%2'?"},
    {ErrorCode::DataKeyUnknown, "No document of the site has '%1' in its data"},
    {ErrorCode::DataKeyUnknownMeant, "No document of the site has '%1' in its data; did you mean '%2'?"},
    {ErrorCode::LinkDead, "The link leads nowhere: %1"},
    {ErrorCode::LinkToDraft, "The link leads to a draft, which the site leaves out: %1"},
    {ErrorCode::AnchorDead, "The page has no place called '#%1'"},
    {ErrorCode::AnchorDeadMeant, "The page has no place called '#%1'; did you mean '#%2'?"},
    {ErrorCode::ImageMissing, "The image is not there: %1"},
    {ErrorCode::PageFileMissing, "The page asks for a file that is not there: %1"},
    {ErrorCode::ImageWithoutText, "The image has no text for those who cannot see it: %1"},
    {ErrorCode::HeadingSkips, "A heading of level %1 follows one of level %2"},
    {ErrorCode::ExportFailed, "The page cannot be exported: %1"},
});

constexpr auto kFixes = std::to_array<std::pair<FixKind, std::string_view>>({
    {FixKind::WriteValue, "Write %1"},
    {FixKind::AddTime, "Write %1"},
    {FixKind::AddSlash, "Start it with '/'"},
    {FixKind::MoveUnderData, "Move it below 'data'"},
    {FixKind::Rename, "Rename it to '%1'"},
    {FixKind::Requote, "Put it in quotation marks"},
    {FixKind::RemoveTwin, "Remove the second one, which says the same"},
    {FixKind::RemoveKey, "Remove it"},
    {FixKind::MakeList, "Make it a list"},
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

std::string describe(FixKind kind, const std::string& argument) {
  for (const auto& [known, text] : kFixes) {
    if (known == kind) return fillIn(text, {argument});
  }
  return argument;
}

std::string toString(const SourcePosition& position) {
  std::string text = position.file;
  if (position.line > 0) text += ":" + std::to_string(position.line);
  if (position.line > 0 && position.column > 0) text += ":" + std::to_string(position.column);
  return text;
}

} // namespace postwright

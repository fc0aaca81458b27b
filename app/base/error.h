// One failure: a code that the interface can translate, what it is about, and where it stands.
// The one rule: English sentences live in messages.cpp alone; nothing else in app/ writes prose for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/source_position.h"

namespace postwright {

/// What went wrong. Each code has one sentence in messages.cpp; `%1`, `%2` there are `Error::arguments`.
enum class ErrorCode : std::uint16_t {
  // files
  FileUnreadable,
  FileVanished,
  FileNotUtf8,
  FileChangedOnDisk,
  FileExists,
  FileWriteFailed,
  FileTooLarge,
  PathOutsideSite,
  Cancelled,
  // YAML
  YamlSyntax,
  YamlTab,
  YamlQuoteOpen,
  YamlBracketOpen,
  YamlColonInValue,
  YamlColonMissing,
  YamlIndentation,
  YamlListHere,
  YamlCannotStart,
  YamlBadCharacter,
  YamlUnknownAnchor,
  YamlTooDeep,
  YamlTooLarge,
  YamlRepeats,
  YamlMoreDocuments,
  YamlLocalTag,
  YamlKeyNotText,
  YamlIntegerTooLarge,
  // front matter and its edits
  FrontMatterInvalid,
  FrontMatterNotFields,
  FieldUnknown,
  FieldUnknownNear,
  FieldTwice,
  FieldNeedsBool,
  FieldNeedsInteger,
  FieldNeedsText,
  FieldItemNeedsText,
  FieldNeedsList,
  FieldNeedsMap,
  FieldNeedsDate,
  FieldChoice,
  FieldChoiceNear,
  FieldPermalink,
  FieldAbsolutePath,
  EditDuplicateKey,
  EditShared,
  EditAnchorInUse,
  EditAlias,
  EditRecursiveAlias,
  EditTag,
  EditComplexKey,
  EditImplicit,
  EditComment,
  EditLayout,
  EditNotScalar,
  EditNotList,
  EditNotMap,
  EditExists,
  EditNoSuchKey,
  EditBadLiteral,
  EditVerify,
  EditBom,
  EditFence,
  EditSplit,
  // the site's own rules for the form
  RulesNeedList,
  RulesNeedField,
  RulesNeedNumber,
  RulesNeedPattern,
  // configuration and site
  NoSite,
  ConfigInvalid,
  DataFileInvalid,
  // highlighting
  SyntaxFileInvalid,
  // Liquid
  LiquidSyntax,
  LiquidRender,
  LiquidBudget,
  LiquidOutputBudget,
  LiquidLoopBudget,
  LiquidIncludeBudget,
  LiquidDepthBudget,
  LiquidUnknownVariable,
  LiquidUnknownVariableMeant,
  LiquidUnknownIndex,
  LiquidUnknownIndexMeant,
  LiquidUnknownFilter,
  LiquidUnknownFilterMeant,
  LiquidUnknownTag,
  LiquidUnknownTagMeant,
  LiquidUnknownPartial,
  LiquidUnknownPartialMeant,
  LiquidUnclosedBlock,
  LiquidUnexpectedText,
  LiquidUnexpectedEnd,
  LiquidTagArguments,
  LiquidTagIncomplete,
  LiquidIntegerTooLarge,
  LiquidFilterArgumentCount,
  LiquidFilterKeyword,
  LiquidFilterInput,
  LiquidFilterArgument,
  LiquidDateFormat,
  LiquidBadIndex,
  LiquidCannotContain,
  LiquidNotAnArray,
  LiquidNotAWholeNumber,
  LiquidNoColumns,
  LiquidCycleBounds,
  LiquidIncludeName,
  LiquidMissingArgument,
  // Markdown
  MarkdownTooLarge,
  // documents and pages
  LayoutMissing,
  LayoutMissingNear,
  PermalinkInvalid,
  ImpossibleDate,
  TitleMissing,
  EmptyTag,
  DateIndexUnsorted,
  PaginationInvalid,
  NotADocument,
  NotInThisBuild,
  OutputOutsideDestination,
  DestinationInSource,
  // feeds and assets
  BaseUrlMissing,
  BaseUrlInvalid,
  FeedDateTooEarly,
  SassInvalid,
  OutputOverwritten,
  NotMinified,
  NotInlinedRemote,
  NotInlinedMissing,
  NotInlinedOutside,
  NotInlinedTooLarge,
  // export and drafts
  ExportFailed,
};

/// One failure with its place.
struct Error {
  ErrorCode code{};
  std::string detail;                 ///< the generator's own message, its first line first; may be empty
  SourcePosition where;               ///< in the file a person would open
  std::vector<std::string> arguments; ///< what `%1`, `%2` stand for in the sentence
  std::vector<SourcePosition> chain;  ///< include chain, innermost first; empty at top level
  /// The generator's own words for what it was doing, outermost first: "Failed to parse posts/a.md".
  std::vector<std::string> context = {};
};

/// The English sentence for `error`, its arguments filled in; never empty, no file name, no final full stop.
std::string describe(const Error& error);

/// The sentence of a code with its placeholders, for translation tables.
std::string_view sentence(ErrorCode code);

} // namespace postwright

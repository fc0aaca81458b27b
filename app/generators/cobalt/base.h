// A loaded Cobalt site: what was read once, and what a snapshot changes of it.
// The one rule: everything here is immutable after loading and shared by all snapshots. Source: spec 1.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/generators/cobalt/entry.h"
#include "app/generators/cobalt/entry_memo.h"
#include "app/generators/cobalt/settings.h"
#include "app/highlight/highlighter.h"
#include "app/site/site.h"
#include "app/site/template_folder.h"

namespace postwright::generators::cobalt {

/// One file that is a document in a build with drafts, without them, or both; the two may differ in kind.
struct SourceDocument {
  std::string path;
  std::array<EntryPointer, 2> entries; ///< [0] without drafts, [1] with drafts; null: not in that build

  /// The one that a person is shown.
  const EntryPointer& shown() const { return entries[1] != nullptr ? entries[1] : entries[0]; }
};

/// What one kind of build is made of, as it was loaded; broken documents are left out.
struct Lineup {
  std::vector<EntryPointer> posts; ///< in the collection's order
  std::vector<EntryPointer> pages; ///< in path order
  std::vector<std::string> assets; ///< in path order
};

struct Base {
  Settings settings;
  std::vector<SourceDocument> documents; ///< in path order
  std::array<Lineup, 2> lineups;         ///< [0] without drafts, [1] with drafts
  Diagnostics problems;                  ///< unreadable templates, a folder that leads out of the site

  const SourceDocument* find(std::string_view path) const;
};

/// Made when the first page needs it.
class HighlighterSlot {
 public:
  explicit HighlighterSlot(highlight::Settings settings) : m_settings(std::move(settings)) {}
  Result<std::shared_ptr<const highlight::Highlighter>> get() const;

 private:
  highlight::Settings m_settings;
  mutable std::once_flag m_once;
  mutable Result<std::shared_ptr<const highlight::Highlighter>> m_made;
};

/// `site.data`, or why there is none.
struct SiteData {
  Value value; ///< nil when it has no key
  std::optional<Error> problem;
};

class OutputIndex;

/// One snapshot: the loaded site and what unsaved text changes of it.
struct Parts {
  std::shared_ptr<const Base> base;
  std::map<std::string, SourceDocument, std::less<>> unsaved;
  std::shared_ptr<const site::TemplateFolder> layouts;
  std::shared_ptr<const site::TemplateFolder> includes;
  SiteData data;
  std::shared_ptr<const HighlighterSlot> highlighter;
  std::shared_ptr<EntryMemo> memo;
  std::shared_ptr<const OutputIndex> outputs; ///< of `base`

  /// The document at `path`, unsaved text first; null when there is none.
  const SourceDocument* find(std::string_view path) const;
  /// Every document in path order.
  std::vector<const SourceDocument*> documents() const;
};
using PartsPointer = std::shared_ptr<const Parts>;

/// The document of `entry`, keeping the entry alive.
site::DocumentPointer documentOf(const EntryPointer& entry);

} // namespace postwright::generators::cobalt

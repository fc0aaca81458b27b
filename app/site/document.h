// One post or page of a site as the generator understands it: fields after the path and the defaults were
// applied. The one rule: a Document is immutable; an edit makes a new one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/base/text.h"
#include "app/base/value.h"
#include "app/front_matter/post_facts.h"

namespace postwright::site {

enum class Collection : std::uint8_t { Posts, Pages };
enum class Format : std::uint8_t { Raw, Markdown };

/// Front matter after everything that fills it in (spec 2.3, 2.4, 1.5).
struct Fields {
  std::string permalink; ///< the template, not the URL
  std::string slug;
  std::string title;
  std::string description; ///< "" when none
  bool hasDescription = false;
  std::optional<std::string> excerpt;
  std::vector<std::string> categories;
  std::vector<std::string> tags;
  std::string excerptSeparator;
  std::optional<DateTime> publishedDate;
  Format format = Format::Markdown;
  bool templated = true;
  std::optional<std::string> layout; ///< key in `_layouts`, with extension
  bool isDraft = false;              ///< the effective state: defaults and the drafts folder counted
  std::int32_t weight = 0;
  Object data;
};

struct Document {
  std::string path;     ///< of the file, relative to the source folder, '/'-separated
  std::string sitePath; ///< the same, a draft's as if it lay in the posts folder
  Collection collection = Collection::Posts;
  bool inDraftsFolder = false;
  Fields fields;
  std::string url;               ///< `page.permalink`: no leading slash
  std::string outputPath;        ///< below the destination
  std::string content;           ///< the body, line ends normalised
  front_matter::PostFacts facts; ///< what its front matter has, for learning a form
  int contentLine = 1;           ///< file line on which the body starts
  /// Why the generator refuses this document; the fields are then as far as they could be read.
  std::optional<Diagnostic> problem;
};

} // namespace postwright::site

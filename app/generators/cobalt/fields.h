// The named front-matter fields as Cobalt reads them: types, errors, unknown and repeated keys (spec 2.3).
// The one rule: a field is present only when the text says so; defaults come from `mergeDefaults`, never from
// reading. Source: Cobalt's front matter through serde_yaml 0.9.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/date_time.h"
#include "app/base/error.h"
#include "app/base/text.h"
#include "app/base/value.h"
#include "app/front_matter/post_facts.h"
#include "app/site/document.h"

namespace postwright::generators::cobalt {

enum class Include : std::uint8_t { None, All, Tags, Categories, Dates };
enum class SortOrder : std::uint8_t { None, Asc, Desc };
enum class DateIndex : std::uint8_t { Year, Month, Day, Hour, Minute };

/// `pagination` as written; see `paginationDefaults`.
struct Pagination {
  std::optional<Include> include;
  std::optional<std::int32_t> perPage;
  std::optional<std::string> permalinkSuffix;
  std::optional<SortOrder> order;
  std::optional<std::vector<std::string>> sortBy;
  std::optional<std::vector<DateIndex>> dateIndex;

  bool operator==(const Pagination&) const = default;
};

/// Front matter, or a `default` of the configuration: what was written, nothing else.
struct PartialFields {
  std::optional<std::string> permalink; ///< `path`, or a template that starts with '/'
  std::optional<std::string> slug;
  std::optional<std::string> title;
  std::optional<std::string> description;
  std::optional<std::string> excerpt;
  std::optional<std::vector<std::string>> categories;
  std::optional<std::vector<std::string>> tags;
  std::optional<std::string> excerptSeparator;
  std::optional<DateTime> publishedDate;
  std::optional<site::Format> format;
  std::optional<bool> templated;
  std::optional<std::string> layout;
  std::optional<bool> isDraft;
  std::optional<std::int32_t> weight;
  Object data;
  std::optional<Pagination> pagination;
};

/// Where a field of the front matter stands in the file.
struct FieldPlace {
  std::string name;
  LineColumn key;
  LineColumn value;
};

/// What could be read, and the first thing that Cobalt refuses.
struct FieldsReading {
  PartialFields fields; ///< with a problem: every field that could be read all the same
  std::vector<FieldPlace> places;
  front_matter::PostFacts facts;
  std::optional<Error> problem; ///< serde's wording in `detail`; `where` has the file's line, no file name
};

/// Reads the text between the fences (line ends normalised) that starts on 1-based file line `firstLine`.
/// Never fails as a whole; blank text is an empty reading.
FieldsReading readFields(std::string_view front, int firstLine = 1);

/// Fills what `fields` lacks from `lower`: `data` key by key (not deeper), `pagination` field by field, the
/// rest whole (spec 1.5).
void mergeDefaults(PartialFields& fields, const PartialFields& lower);

/// The hard defaults of a `pagination` that is present: every member set.
Pagination paginationDefaults();

/// The Liquid template behind a `permalink` value: `path` spelled out, anything else as it is.
std::string permalinkTemplate(const std::string& permalink);

} // namespace postwright::generators::cobalt

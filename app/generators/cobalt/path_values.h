// What a document takes from the name of its file: format, date, slug, title.
// The one rule: a value that the front matter gives is never replaced. Source: spec 2.4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/base/date_time.h"
#include "app/base/result.h"
#include "app/generators/cobalt/fields.h"

namespace postwright::generators::cobalt {

/// The date and the name in a file stem such as "2020-1-02-my post".
struct DatedStem {
  std::optional<DateTime> date;
  std::string name;
};

/// A stem that does not begin with a date is all name. Errors: ImpossibleDate.
Result<DatedStem> readStem(std::string_view stem);

/// Fills what `fields` lacks from the path of the file. Errors: ImpossibleDate.
Result<void> fillFromPath(PartialFields& fields, std::string_view path);

} // namespace postwright::generators::cobalt

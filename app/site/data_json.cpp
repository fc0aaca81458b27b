#include <algorithm>

#include "app/base/text.h"
#include "app/site/data_files.h"
#include "app/site/json_reader.h"

namespace postwright::site {

Result<Value> readJson(std::string_view text) {
  JsonReader reader(text);
  std::optional<Value> value = reader.read();
  if (value) return std::move(*value);
  const std::string detail = reader.reason() + " at line " + std::to_string(reader.line()) + " column " +
                             std::to_string(reader.column());
  // Cobalt counts bytes, and 0 at the end of an empty line.
  const LineIndex lines(text);
  const auto before = static_cast<std::size_t>(std::max(reader.column() - 1, 0));
  const LineColumn place = lines.at(lines.lineStart(reader.line()) + before);
  return failure(ErrorCode::DataFileInvalid, {}, detail, {{}, place.line, place.column});
}

} // namespace postwright::site

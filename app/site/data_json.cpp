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
  return failure(ErrorCode::DataFileInvalid, {}, detail, {{}, reader.line(), reader.column()});
}

} // namespace postwright::site

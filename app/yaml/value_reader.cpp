#include "app/yaml/value_reader.h"

#include <optional>

#include "app/yaml/cursor.h"

namespace postwright::yaml {
namespace {

/// Data files are lists and tables at times; front matter never comes near this.
constexpr Limits kDataLimits{std::size_t{16} << 20U, 128, 2'000'000};

Error errorOf(const Fault& fault, std::string_view text) {
  Error error = toError(fault, text, 1, ErrorCode::YamlSyntax);
  if (fault.kind == FaultKind::NoVariant) {
    error = Error{ErrorCode::YamlKeyNotText, serdeText(fault), error.where, {}, {}};
  } else if (fault.kind == FaultKind::WrongType) {
    error = Error{ErrorCode::YamlIntegerTooLarge, serdeText(fault), error.where, {}, {}};
  }
  return error;
}

} // namespace

Result<Value> readValue(std::string_view text, Dates dates) {
  const EventStream stream = readEvents(text, kDataLimits);
  std::optional<Value> value;
  std::optional<Mark> oddKey;
  const auto done = readRoot(stream, [&](Cursor& root) -> Reading<void> {
    auto read = root.readValue(dates);
    if (!read) return tl::unexpected(std::move(read.error()));
    value = *std::move(read);
    oddKey = root.oddKey();
    return {};
  });
  if (!done) return failure(errorOf(done.error(), text));
  if (value) return *std::move(value);
  Fault fault = customFault(FaultKind::NoVariant, "data did not match any variant of untagged enum Value");
  fault.place = oddKey;
  return failure(errorOf(fault, text));
}

} // namespace postwright::yaml

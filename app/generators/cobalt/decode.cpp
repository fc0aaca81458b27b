#include "app/generators/cobalt/decode.h"

#include <array>
#include <chrono>

#include "app/base/text.h"

namespace postwright::generators::cobalt {
namespace {

template <typename T>
Reading<void> store(Reading<T> reading, T& out) {
  if (!reading) return tl::unexpected(std::move(reading.error()));
  out = *std::move(reading);
  return {};
}

/// One piece of Cobalt's date spelling: digits of a component within a range, or a literal (no name).
struct DatePiece {
  std::string_view name;
  std::string_view literal;
  std::size_t digits = 2;
  int least = 0;
  int most = 99;
};
constexpr auto kDatePieces = std::to_array<DatePiece>({
    {"year", {}, 4, 0, 9999},
    {{}, "-"},
    {"month", {}, 2, 1, 12},
    {{}, "-"},
    {"day", {}, 2, 1, 31},
    {{}, " "},
    {"hour", {}, 2, 0, 23},
    {{}, ":"},
    {"minute", {}, 2, 0, 59},
    {{}, ":"},
    {"second", {}, 2, 0, 60},
    {{}, " "},
    {"offset hour", {}, 2, 0, 23},
    {"offset minute", {}, 2, 0, 59},
});

/// Reads one piece off the front of `text`; false when it does not fit.
bool takePiece(std::string_view& text, const DatePiece& piece) {
  if (piece.name.empty()) {
    if (!text.starts_with(piece.literal)) return false;
    text.remove_prefix(piece.literal.size());
    return true;
  }
  const bool hasSign = text.starts_with('+') || text.starts_with('-');
  const bool needsSign = piece.name == "offset hour";
  if (needsSign && !hasSign) return false;
  if (hasSign && (needsSign || piece.name == "year")) text.remove_prefix(1);
  const std::string_view digits = text.substr(0, piece.digits);
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  if (digits.size() < piece.digits || value < piece.least || value > piece.most) return false;
  text.remove_prefix(piece.digits);
  return true;
}

/// The words of Rust's time library for a text that is no instant.
std::string dateProblem(std::string_view text) {
  const std::string_view whole = text;
  for (const DatePiece& piece : kDatePieces) {
    if (takePiece(text, piece)) continue;
    if (piece.name.empty()) return "a character literal was not valid";
    return "the '" + std::string(piece.name) + "' component could not be parsed";
  }
  if (!text.empty()) return "unexpected trailing characters; the end of input was expected";
  const std::size_t month = whole.find('-', 1) + 1;
  const auto number = [&](std::size_t at) { return (whole[at] - '0') * 10 + (whole[at + 1] - '0'); };
  const std::size_t year = month - 5;
  const std::chrono::year_month_day_last last(
      std::chrono::year(number(year) * 100 + number(year + 2)),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(number(month)))));
  const auto days = static_cast<unsigned>(last.day());
  if (static_cast<unsigned>(number(month + 3)) > days) {
    return "day must be in the range 1..=" + std::to_string(days) + " for the given month and year";
  }
  return "second must be in the range 0..=59";
}

/// `.` and empty parts dropped, `..` taking back the part before it.
std::string normalisedPath(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (part.empty() || part == ".") continue;
    if (part == ".." && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else {
      parts.push_back(part);
    }
  }
  std::string joined;
  for (const std::string_view part : parts) {
    if (!joined.empty()) joined += '/';
    joined += part;
  }
  return joined;
}

struct NeedCode {
  std::string_view expected;
  ErrorCode code;
};
constexpr auto kNeedCodes = std::to_array<NeedCode>({
    {"a boolean", ErrorCode::FieldNeedsBool},
    {"i32", ErrorCode::FieldNeedsInteger},
    {"an integer", ErrorCode::FieldNeedsInteger},
    {"a string", ErrorCode::FieldNeedsText},
    {"a YAML tag starting with '!'", ErrorCode::FieldNeedsText},
    {"unit", ErrorCode::FieldNeedsText},
    {"a sequence", ErrorCode::FieldNeedsList},
    {"a map", ErrorCode::FieldNeedsMap},
    {"any value", ErrorCode::YamlIntegerTooLarge},
    {"a date", ErrorCode::FieldNeedsDate},
    {"a relative path", ErrorCode::FieldAbsolutePath},
    {"Permalink", ErrorCode::FieldPermalink},
    {"Value", ErrorCode::YamlKeyNotText},
});

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

void setChoice(Error& error, const yaml::Fault& fault) {
  const auto near = didYouMean(fault.subject, fault.choices);
  if (fault.kind == yaml::FaultKind::UnknownField) {
    error.code = near ? ErrorCode::FieldUnknownNear : ErrorCode::FieldUnknown;
    error.arguments = {fault.subject};
  } else {
    error.code = near ? ErrorCode::FieldChoiceNear : ErrorCode::FieldChoice;
    error.arguments = {fault.field, joined(fault.choices)};
  }
  if (near) error.arguments.push_back(*near);
}

void setNeed(Error& error, const yaml::Fault& fault) {
  if (fault.expected.starts_with("struct ")) {
    error.code = fault.field.empty() ? ErrorCode::FrontMatterNotFields : ErrorCode::FieldNeedsMap;
    error.arguments = {fault.field};
    return;
  }
  for (const auto& [expected, code] : kNeedCodes) {
    if (expected != fault.expected) continue;
    const bool isItem = code == ErrorCode::FieldNeedsText && fault.path.ends_with(']');
    error.code = isItem ? ErrorCode::FieldItemNeedsText : code;
    error.arguments = {fault.field};
  }
}

Error oneError(const yaml::Fault& fault, std::string_view text, int firstLine) {
  Error error = yaml::toError(fault, text, firstLine, ErrorCode::FrontMatterInvalid);
  switch (fault.kind) {
    case yaml::FaultKind::UnknownField:
    case yaml::FaultKind::UnknownVariant:
      setChoice(error, fault);
      break;
    case yaml::FaultKind::DuplicateField:
      error.code = ErrorCode::FieldTwice;
      error.arguments = {fault.subject};
      break;
    case yaml::FaultKind::WrongType:
    case yaml::FaultKind::WrongValue:
    case yaml::FaultKind::NoVariant:
    case yaml::FaultKind::Custom:
      setNeed(error, fault);
      break;
    default:
      break;
  }
  return error;
}

} // namespace

Reading<void> readString(yaml::Cursor& cursor, std::string& out) {
  return store(cursor.readString(), out);
}

Reading<void> readBool(yaml::Cursor& cursor, bool& out) {
  return store(cursor.readBool(), out);
}

Reading<void> readInt32(yaml::Cursor& cursor, std::int32_t& out) {
  return store(cursor.readInt32(), out);
}

Reading<void> readStrings(yaml::Cursor& cursor, std::vector<std::string>& out) {
  out.clear();
  return cursor.readList([&](yaml::Cursor& item) { return readString(item, out.emplace_back()); });
}

Reading<void> readObject(yaml::Cursor& cursor, Object& out) {
  return cursor.readMap([&](std::string key, yaml::Cursor& entry) -> Reading<void> {
    auto value = entry.readValue(yaml::Dates::Convert);
    if (!value) return tl::unexpected(std::move(value.error()));
    if (*value) {
      out.set(std::move(key), **std::move(value));
      return {};
    }
    auto fault = yaml::customFault(yaml::FaultKind::NoVariant,
                                   "data did not match any variant of untagged enum Value");
    fault.expected = "Value";
    fault.place = entry.oddKey();
    return tl::unexpected(std::move(fault));
  });
}

Reading<void> readDateTime(yaml::Cursor& cursor, DateTime& out) {
  auto text = cursor.readString();
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto dateTime = parseDateTime(*text);
  if (dateTime) {
    out = *dateTime;
    return {};
  }
  auto fault = yaml::customFault(yaml::FaultKind::Custom, dateProblem(*text));
  fault.expected = "a date";
  return tl::unexpected(std::move(fault));
}

Reading<void> readPath(yaml::Cursor& cursor, std::string& out) {
  auto text = cursor.readString();
  if (!text) return tl::unexpected(std::move(text.error()));
  if (!text->starts_with('/')) {
    out = normalisedPath(*text);
    return {};
  }
  auto fault = yaml::customFault(yaml::FaultKind::Custom, "Absolute paths are not supported");
  fault.expected = "a relative path";
  return tl::unexpected(std::move(fault));
}

Error fieldError(const yaml::Fault& fault, std::string_view text, int firstLine) {
  Error error = oneError(fault, text, firstLine);
  for (const yaml::Fault& other : fault.others)
    error.others.push_back(oneError(other, text, firstLine));
  return error;
}

} // namespace postwright::generators::cobalt

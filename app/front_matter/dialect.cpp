#include "app/front_matter/dialect.h"

#include <algorithm>
#include <array>
#include <string>

#include "app/base/date_time.h"
#include "app/yaml/scalar.h"

namespace postwright::front_matter {
namespace {

bool isDate(std::string_view text) {
  return parseDate(text).has_value() || parseDateTime(text).has_value();
}

struct TypeName {
  ScalarType operator()(std::monostate) const { return ScalarType::Null; }
  ScalarType operator()(bool) const { return ScalarType::Bool; }
  ScalarType operator()(std::int64_t) const { return ScalarType::Int; }
  ScalarType operator()(std::uint64_t) const { return ScalarType::Int; }
  ScalarType operator()(const yaml::HugeInteger&) const { return ScalarType::Int; }
  ScalarType operator()(double) const { return ScalarType::Float; }
  ScalarType operator()(const std::string& text) const {
    return isDate(text) ? ScalarType::Date : ScalarType::String;
  }
};

bool isJekyllBool(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"});
  return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
}

} // namespace

ScalarType typeOf(const yaml::Outline& scalar, Dialect dialect) {
  const bool isWord = scalar.plain && scalar.tag.empty();
  if (dialect == Dialect::Jekyll) {
    if (!isWord) return ScalarType::String;
    if (isJekyllBool(scalar.text)) return ScalarType::Bool;
  }
  if (isWord) return std::visit(TypeName(), yaml::typePlain(scalar.text));
  return isDate(scalar.text) ? ScalarType::Date : ScalarType::String;
}

bool isLiteral(const Scalar& literal, Dialect dialect) {
  switch (literal.type) {
    case ScalarType::String:
      return !firstInvalidUtf8(literal.text);
    case ScalarType::Null:
      return true;
    default:
      break;
  }
  yaml::Outline plain;
  plain.text = literal.text;
  return typeOf(plain, dialect) == literal.type;
}

} // namespace postwright::front_matter

#include "ui/form/value_rules.h"

#include <optional>
#include <utility>

#include "app/base/date_time.h"
#include "app/yaml/scalar.h"
#include "ui/base/text_bridge.h"
#include "ui/form/date_text.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::Scalar;
using front_matter::ScalarType;

/// Int or Float when Cobalt reads `text` as a number.
std::optional<ScalarType> numberType(const QString& text) {
  const yaml::Typed typed = yaml::typePlain(toUtf8(text));
  if (std::holds_alternative<double>(typed)) return ScalarType::Float;
  const bool isInteger = std::holds_alternative<std::int64_t>(typed) ||
                         std::holds_alternative<std::uint64_t>(typed) ||
                         std::holds_alternative<yaml::HugeInteger>(typed);
  return isInteger ? std::optional(ScalarType::Int) : std::nullopt;
}

bool fitsThirtyTwoBits(const QString& text) {
  const yaml::Typed typed = yaml::typePlain(toUtf8(text));
  const auto* value = std::get_if<std::int64_t>(&typed);
  return value != nullptr && std::in_range<std::int32_t>(*value);
}

QString numberComplaint(const QString& text) {
  if (numberType(text)) return {};
  return Words::tr("Not a number: 12, 1.5 or 0x1F");
}

QString wholeNumberComplaint(const QString& text) {
  if (numberType(text) != ScalarType::Int) return Words::tr("Not a whole number");
  return fitsThirtyTwoBits(text) ? QString() : Words::tr("Too large a number for Cobalt");
}

QString dateComplaint(const QString& text) {
  return parseDate(toUtf8(text)) ? QString() : Words::tr("Write it as 2024-07-20");
}

QString permalinkComplaint(const QString& text) {
  if (text == QLatin1String("path") || text.startsWith(QLatin1Char('/'))) return {};
  return Words::tr("A permalink starts with “/”, or is the word “path”");
}

} // namespace

QString complaint(Rule rule, const QString& text, const QStringList& choices) {
  switch (rule) {
    case Rule::Any:
      return {};
    case Rule::WholeNumber:
      return wholeNumberComplaint(text);
    case Rule::Number:
      return numberComplaint(text);
    case Rule::DateTime:
      return dateTimeComplaint(text);
    case Rule::DateOnly:
      return dateComplaint(text);
    case Rule::Permalink:
      return permalinkComplaint(text);
    case Rule::OneOf:
      if (choices.contains(text)) return {};
      return Words::tr("One of: %1").arg(choices.join(QLatin1String(", ")));
  }
  return {};
}

Scalar scalarFor(Rule rule, const QString& text) {
  const bool isNumber = rule == Rule::Number || rule == Rule::WholeNumber;
  if (isNumber) return {numberType(text).value_or(ScalarType::Int), toUtf8(text)};
  if (rule == Rule::DateTime || rule == Rule::DateOnly) return {ScalarType::Date, toUtf8(text)};
  return {ScalarType::String, toUtf8(text)};
}

Scalar guessedScalar(const QString& text) {
  if (text == QLatin1String("true") || text == QLatin1String("false"))
    return {ScalarType::Bool, toUtf8(text)};
  if (const auto number = numberType(text)) return {*number, toUtf8(text)};
  const bool isDate = parseDate(toUtf8(text)) || parseDateTime(toUtf8(text));
  return {isDate ? ScalarType::Date : ScalarType::String, toUtf8(text)};
}

} // namespace postwright::ui

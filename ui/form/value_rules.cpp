#include "ui/form/value_rules.h"

#include <QRegularExpression>

#include "app/base/date_time.h"
#include "ui/base/text_bridge.h"
#include "ui/form/date_text.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::Scalar;
using front_matter::ScalarType;

bool matches(const QString& text, const char* pattern) {
  const QRegularExpression expression(QRegularExpression::anchoredPattern(QLatin1String(pattern)));
  return expression.match(text).hasMatch();
}

bool isInteger(const QString& text) {
  return matches(text, "[-+]?(0|[1-9][0-9]*|0x[0-9A-Fa-f]+|0o[0-7]+|0b[01]+)");
}

// Digits that begin with a zero are text to Cobalt unless a point or an exponent follows.
bool isFloat(const QString& text) {
  return matches(text, "[-+]?([0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?") ||
         matches(text, "[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
}

bool fitsThirtyTwoBits(const QString& text) {
  bool ok = false;
  QString digits = text;
  const bool negative = digits.startsWith(QLatin1Char('-'));
  if (negative || digits.startsWith(QLatin1Char('+'))) digits.remove(0, 1);
  if (digits.startsWith(QLatin1String("0o"))) return digits.mid(2).toInt(&ok, 8), ok;
  const qlonglong value =
      digits.startsWith(QLatin1String("0b")) ? digits.mid(2).toLongLong(&ok, 2) : digits.toLongLong(&ok, 0);
  return ok && value <= (negative ? 2147483648LL : 2147483647LL);
}

QString numberComplaint(const QString& text) {
  if (isInteger(text) || isFloat(text)) return {};
  return Words::tr("Not a number: 12, 1.5 or 0x1F");
}

QString wholeNumberComplaint(const QString& text) {
  if (!isInteger(text)) return Words::tr("Not a whole number");
  return fitsThirtyTwoBits(text) ? QString() : Words::tr("Too large a number for Cobalt");
}

QString dateComplaint(const QString& text) {
  return parseDate(toUtf8(text)) ? QString() : Words::tr("Not a date: 2024-07-20");
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
  if (isNumber) return {isInteger(text) ? ScalarType::Int : ScalarType::Float, toUtf8(text)};
  if (rule == Rule::DateTime || rule == Rule::DateOnly) return {ScalarType::Date, toUtf8(text)};
  return {ScalarType::String, toUtf8(text)};
}

Scalar guessedScalar(const QString& text) {
  if (text == QLatin1String("true") || text == QLatin1String("false"))
    return {ScalarType::Bool, toUtf8(text)};
  if (isInteger(text)) return {ScalarType::Int, toUtf8(text)};
  if (isFloat(text)) return {ScalarType::Float, toUtf8(text)};
  const bool isDate = parseDate(toUtf8(text)) || parseDateTime(toUtf8(text));
  return {isDate ? ScalarType::Date : ScalarType::String, toUtf8(text)};
}

} // namespace postwright::ui

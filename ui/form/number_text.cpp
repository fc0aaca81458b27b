#include "ui/form/number_text.h"

#include <QRegularExpression>

namespace postwright::ui {
namespace {

constexpr qsizetype kMostDigits = 18; // more would not fit a 64-bit number

struct Base {
  const char* prefix;
  int base;
};

constexpr Base kBases[] = {{"0x", 16}, {"0o", 8}, {"0b", 2}};

QString padded(qint64 number, int base, qsizetype width) {
  return QString::number(number, base).rightJustified(width, QLatin1Char('0'));
}

std::optional<QString> stepInBase(const Base& base, const QString& digits, int by) {
  bool isNumber = false;
  const qint64 value = digits.toLongLong(&isNumber, base.base);
  if (!isNumber || value + by < 0) return std::nullopt;
  QString text = padded(value + by, base.base, digits.size());
  const bool isUpper = digits != digits.toLower();
  return QLatin1String(base.prefix) + (isUpper ? text.toUpper() : text);
}

QString signOf(qint64 value, const QString& written) {
  if (value < 0) return QStringLiteral("-");
  return written == QLatin1String("+") ? written : QString();
}

} // namespace

std::optional<QString> stepNumber(const QString& text, int by) {
  for (const Base& base : kBases) {
    if (text.startsWith(QLatin1String(base.prefix))) return stepInBase(base, text.mid(2), by);
  }
  static const QRegularExpression decimal(QStringLiteral(R"(^([+-]?)(\d+)(?:\.(\d*))?$)"));
  const QRegularExpressionMatch match = decimal.match(text);
  const QString decimals = match.captured(3);
  const QString digits = match.captured(2) + decimals;
  if (!match.hasMatch() || digits.size() > kMostDigits) return std::nullopt;
  const bool isNegative = match.captured(1) == QLatin1String("-");
  const qint64 value = (isNegative ? -1 : 1) * digits.toLongLong() + by;
  const qsizetype width = decimals.size() + 1; // `0.1` keeps the zero before its point
  QString stepped = padded(std::abs(value), 10, width);
  if (text.contains(QLatin1Char('.'))) stepped.insert(stepped.size() - decimals.size(), QLatin1Char('.'));
  return signOf(value, match.captured(1)) + stepped;
}

} // namespace postwright::ui

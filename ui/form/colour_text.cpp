#include "ui/form/colour_text.h"

#include <QRegularExpression>
#include <algorithm>

namespace postwright::ui {
namespace {

std::optional<QColor> parseHex(const QString& digits) {
  static const QRegularExpression hex(QStringLiteral("^[0-9a-fA-F]+$"));
  if (!hex.match(digits).hasMatch()) return std::nullopt;
  const bool isShort = digits.size() == 3 || digits.size() == 4;
  if (!isShort && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  QString full;
  for (const QChar digit : digits)
    full += isShort ? QString(2, digit) : QString(digit);
  const auto part = [&full](qsizetype index) { return full.mid(index * 2, 2).toInt(nullptr, 16); };
  return QColor(part(0), part(1), part(2), full.size() == 8 ? part(3) : 255);
}

std::optional<QColor> parseFunction(const QString& text) {
  static const QRegularExpression rgb(
      QStringLiteral(R"(^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]+)\s*)?\)$)"),
      QRegularExpression::CaseInsensitiveOption);
  const QRegularExpressionMatch match = rgb.match(text);
  if (!match.hasMatch()) return std::nullopt;
  int parts[3] = {};
  for (int i = 0; i < 3; ++i) {
    parts[i] = match.captured(i + 1).toInt();
    if (parts[i] > 255) return std::nullopt;
  }
  QColor colour(parts[0], parts[1], parts[2]);
  if (!match.captured(4).isEmpty()) colour.setAlphaF(std::min(1.0F, match.captured(4).toFloat()));
  return colour;
}

QString hexText(const QColor& colour) {
  const auto two = [](int part) { return QString::number(part, 16).rightJustified(2, QLatin1Char('0')); };
  const QString alpha = colour.alpha() == 255 ? QString() : two(colour.alpha());
  return QLatin1Char('#') + two(colour.red()) + two(colour.green()) + two(colour.blue()) + alpha;
}

/// `#aabbcc` as `#abc` where nothing is lost.
QString shortened(const QString& hex) {
  QString text(QLatin1Char('#'));
  for (qsizetype i = 1; i + 1 < hex.size(); i += 2) {
    if (hex[i] != hex[i + 1]) return hex;
    text += hex[i];
  }
  return text;
}

} // namespace

std::optional<QColor> parseColour(const QString& text) {
  if (text.startsWith(QLatin1Char('#'))) return parseHex(text.mid(1));
  return parseFunction(text);
}

QString colourText(const QColor& colour, const QString& like) {
  if (like.startsWith(QLatin1String("rgb"), Qt::CaseInsensitive)) {
    const QString parts =
        QStringLiteral("%1, %2, %3").arg(colour.red()).arg(colour.green()).arg(colour.blue());
    if (colour.alpha() == 255) return QStringLiteral("rgb(%1)").arg(parts);
    return QStringLiteral("rgba(%1, %2)").arg(parts, QString::number(colour.alphaF(), 'g', 2));
  }
  QString text = hexText(colour);
  if (like.size() == 4 || like.size() == 5) text = shortened(text);
  return like != like.toLower() ? text.toUpper() : text;
}

bool looksLikeColour(const QString& text) {
  static const QRegularExpression digitsOnly(QStringLiteral("^#\\d{3,4}$"));
  return parseColour(text).has_value() && !digitsOnly.match(text).hasMatch();
}

} // namespace postwright::ui

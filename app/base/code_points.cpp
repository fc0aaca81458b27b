#include "app/base/code_points.h"

#include <QChar>
#include <QString>
#include <algorithm>

namespace postwright {
namespace {

bool isAscii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

char lowered(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

} // namespace

bool isPunctuation(char32_t codePoint) {
  return QChar::isPunct(codePoint) || QChar::isSymbol(codePoint);
}

std::string caseFolded(std::string_view text) {
  if (!std::ranges::all_of(text, isAscii)) {
    const QString full = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return full.toCaseFolded().toStdString();
  }
  std::string folded(text);
  std::ranges::transform(folded, folded.begin(), lowered);
  return folded;
}

} // namespace postwright

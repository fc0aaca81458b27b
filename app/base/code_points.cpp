#include "app/base/code_points.h"

#include <QChar>

namespace postwright {

bool isPunctuation(char32_t codePoint) {
  return QChar::isPunct(codePoint) || QChar::isSymbol(codePoint);
}

} // namespace postwright

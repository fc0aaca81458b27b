#include "ui/editor/markup.h"

#include <algorithm>

namespace postwright::ui {
namespace {

bool isBalanced(const QString& url) {
  int depth = 0;
  for (const QChar c : url) {
    if (c == u'(') ++depth;
    if (c == u')' && --depth < 0) return false;
  }
  return depth == 0;
}

} // namespace

QString escapedLabel(const QString& text) {
  QString escaped;
  for (const QChar c : text) {
    if (c == u'[' || c == u']' || c == u'\\') escaped += u'\\';
    escaped += c == u'\n' ? QChar(u' ') : c;
  }
  return escaped;
}

QString linkTarget(const QString& url) {
  const bool hasSpace = std::any_of(url.begin(), url.end(), [](QChar c) { return c.isSpace(); });
  const bool isLiquid = url.contains(QStringLiteral("{{"));
  if (isLiquid || (!hasSpace && isBalanced(url))) return url;
  QString target = url;
  target.replace(u'<', QStringLiteral("%3C")).replace(u'>', QStringLiteral("%3E")).replace(u'\n', u' ');
  return u'<' + target + u'>';
}

} // namespace postwright::ui

#include "ui/editor/shown_text.h"

#include <QTextBlock>
#include <QTextDocument>
#include <algorithm>

namespace postwright::ui {
namespace {

QString lineAt(const QTextDocument& document, int line) {
  return document.findBlockByNumber(line - 1).text();
}

bool isFence(const QString& line) {
  const QString text = line.trimmed();
  return text.startsWith(QLatin1String("```")) || text.startsWith(QLatin1String("~~~"));
}

bool isTableRule(const QString& line) {
  return line.contains(u'-') && line.contains(u'|') &&
         std::all_of(line.begin(), line.end(), [](QChar c) { return QStringView(u"-|: \t>").contains(c); });
}

/// Lines of the block that the page shows no line for, before the line that it shows as number `shown`.
int hiddenLines(const QTextDocument& document, int firstLine, int shown) {
  if (isFence(lineAt(document, firstLine))) return 1;
  return shown > 0 && isTableRule(lineAt(document, firstLine + 1)) ? 1 : 0;
}

/// Code points of `line` up to the last character of `shown`, whose characters it has in the same order.
int pointsThrough(const QString& line, const QString& shown) {
  qsizetype at = 0;
  for (const QChar c : shown) {
    const qsizetype found = line.indexOf(c, at);
    if (found >= 0) at = found + 1;
  }
  const auto begin = line.begin();
  return static_cast<int>(at - std::count_if(begin, begin + at, [](QChar c) { return c.isLowSurrogate(); }));
}

} // namespace

TextPlace placeBehind(const QTextDocument& document, int firstLine, const QString& before) {
  const int shown = static_cast<int>(before.count(u'\n'));
  const int wanted = firstLine + shown + hiddenLines(document, firstLine, shown);
  const int line = std::clamp(wanted, 1, document.blockCount());
  const QString rest = before.mid(before.lastIndexOf(u'\n') + 1);
  return {line, pointsThrough(lineAt(document, line), rest) + 1};
}

} // namespace postwright::ui

#include "ui/editor/line_prefix.h"

namespace postwright::ui {
namespace {

qsizetype skipSpaces(QStringView line, qsizetype at) {
  while (at < line.size() && (line[at] == u' ' || line[at] == u'\t'))
    ++at;
  return at;
}

/// Behind the marker at `at`, or `at` when there is none.
qsizetype endOfMarker(QStringView line, qsizetype at) {
  qsizetype end = at;
  if (end < line.size() && QStringView(u"-*+").contains(line[end])) {
    ++end;
  } else {
    while (end < line.size() && line[end] >= u'0' && line[end] <= u'9')
      ++end;
    const bool isNumber = end > at && end - at < 10 && end < line.size();
    if (!isNumber || (line[end] != u'.' && line[end] != u')')) return at;
    ++end;
  }
  return end == line.size() || line[end] == u' ' || line[end] == u'\t' ? end : at;
}

bool isRule(QStringView text) {
  qsizetype signs = 0;
  for (const QChar c : text) {
    if (c == text.front()) {
      ++signs;
    } else if (!c.isSpace()) {
      return false;
    }
  }
  return signs >= 3;
}

qsizetype endOfBox(QStringView line, qsizetype at) {
  const QStringView box = line.sliced(at);
  const bool isBox =
      box.size() >= 3 && box[0] == u'[' && QStringView(u" xX").contains(box[1]) && box[2] == u']';
  if (!isBox || (box.size() > 3 && box[3] != u' ')) return at;
  return skipSpaces(line, at + 3);
}

} // namespace

LinePrefix parsePrefix(QStringView line) {
  LinePrefix prefix;
  qsizetype at = skipSpaces(line, 0);
  while (at < line.size() && line[at] == u'>')
    at = skipSpaces(line, at + 1);
  prefix.lead = line.first(at).toString();
  const QStringView rest = line.sliced(at);
  const qsizetype marker = endOfMarker(line, at);
  if (marker == at || (!rest.front().isDigit() && isRule(rest))) return prefix;
  prefix.marker = line.sliced(at, marker - at).toString();
  const qsizetype gap = skipSpaces(line, marker);
  prefix.gap = line.sliced(marker, gap - marker).toString();
  prefix.box = line.sliced(gap, endOfBox(line, gap) - gap).toString();
  return prefix;
}

QString withNumber(const QString& marker, int number) {
  return marker.front().isDigit() ? QString::number(number) + marker.back() : marker;
}

} // namespace postwright::ui

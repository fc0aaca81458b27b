// What stands before a line's own text: indentation, quotation signs, a list marker, a task's box.
#pragma once

#include <QString>
#include <QStringView>

namespace postwright::ui {

struct LinePrefix {
  QString lead;   ///< spaces, tabs and `>`
  QString marker; ///< `-`, `*`, `+`, `12.` or `12)`; empty when the line is no list item
  QString gap;    ///< the spaces behind the marker
  QString box;    ///< `[ ] ` or `[x] ` with its spaces

  qsizetype length() const { return lead.size() + marker.size() + gap.size() + box.size(); }
  bool isQuote() const { return lead.contains(u'>'); }
  bool isItem() const { return !marker.isEmpty(); }
  bool isNumbered() const { return isItem() && marker.front().isDigit(); }
  /// The number of a numbered item.
  int number() const { return marker.chopped(1).toInt(); }
  QString text() const { return lead + marker + gap + box; }
};

LinePrefix parsePrefix(QStringView line);

/// The marker with another number, or itself when it has none.
QString withNumber(const QString& marker, int number);

} // namespace postwright::ui

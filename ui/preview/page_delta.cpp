#include "ui/preview/page_delta.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace postwright::ui {

PageDelta deltaOf(const QString& before, const QString& after) {
  const qsizetype common = std::min(before.size(), after.size());
  PageDelta delta;
  delta.head = std::mismatch(before.begin(), before.begin() + common, after.begin()).first - before.begin();
  if (delta.head > 0 && before.at(delta.head - 1).isHighSurrogate()) --delta.head;
  const qsizetype rest = common - delta.head;
  delta.tail = std::mismatch(before.rbegin(), before.rbegin() + rest, after.rbegin()).first - before.rbegin();
  if (delta.tail > 0 && before.at(before.size() - delta.tail).isLowSurrogate()) --delta.tail;
  delta.text = after.mid(delta.head, after.size() - delta.head - delta.tail);
  return delta;
}

QString scriptLiteral(const QString& text) {
  const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
  return QString::fromUtf8(array.constData() + 1, array.size() - 2);
}

} // namespace postwright::ui

#include "ui/form/caret.h"

#include <algorithm>

namespace postwright::ui {

Change changeBetween(const QString& before, const QString& after) {
  const qsizetype most = std::min(before.size(), after.size());
  qsizetype start = 0;
  while (start < most && before[start] == after[start])
    ++start;
  if (start > 0 && before[start - 1].isHighSurrogate()) --start;
  qsizetype end = 0;
  while (end < most - start && before[before.size() - 1 - end] == after[after.size() - 1 - end])
    ++end;
  if (end > 0 && before[before.size() - end].isLowSurrogate()) --end;
  return {start, before.size() - start - end, after.size() - start - end};
}

qsizetype movedCaret(const Change& change, qsizetype position) {
  if (position <= change.start) return position;
  const qsizetype end = change.start + change.removed;
  return position >= end ? position - change.removed + change.added : change.start + change.added;
}

} // namespace postwright::ui

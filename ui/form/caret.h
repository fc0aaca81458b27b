// Changing a text under someone's caret: where a caret stands after a text became another.
#pragma once

#include <QString>

namespace postwright::ui {

/// `removed` characters at `start` of the old text became `added` characters.
struct Change {
  qsizetype start = 0;
  qsizetype removed = 0;
  qsizetype added = 0;
};

/// The one stretch in which the texts differ; never half of a surrogate pair.
Change changeBetween(const QString& before, const QString& after);

/// Where a caret at `position` of the old text stands in the new one.
qsizetype movedCaret(const Change& change, qsizetype position);

} // namespace postwright::ui

#include "ui/form/form_view.h"

#include <QHash>
#include <algorithm>
#include <utility>

#include "ui/form/mnemonic.h"
#include "ui/form/row_kinds.h"

namespace postwright::ui {
namespace {

bool isField(const Row& row) {
  return !isHeading(row.kind) && !isMark(row.kind);
}

bool matches(const Row& row, const QString& search) {
  const FieldState& state = row.state;
  return withoutMnemonic(row.label).contains(search, Qt::CaseInsensitive) ||
         groupName(row.path).contains(search, Qt::CaseInsensitive) ||
         state.text.contains(search, Qt::CaseInsensitive) ||
         state.items.join(QLatin1Char('\n')).contains(search, Qt::CaseInsensitive);
}

/// The rows that `search` finds, each with the headings it stands under.
std::vector<Row> found(std::vector<Row> rows, const QString& search) {
  QSet<QString> wanted;
  std::vector<Row> kept;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) { // a heading comes before what it heads
    const bool stays =
        isHeading(row->kind) ? wanted.contains(groupName(row->path)) : isField(*row) && matches(*row, search);
    if (!stays) continue;
    wanted.insert(row->group);
    kept.push_back(std::move(*row));
  }
  std::ranges::reverse(kept);
  return kept;
}

} // namespace

std::vector<Row> visibleRows(std::vector<Row> rows, const FormView& view) {
  if (!view.search.isEmpty()) return found(std::move(rows), view.search);
  QSet<QString> hidden; // headings whose rows are not shown
  std::vector<Row> shown;
  shown.reserve(rows.size());
  for (Row& row : rows) {
    const bool isHidden = !row.group.isEmpty() && hidden.contains(row.group);
    if (isHeading(row.kind)) {
      const QString name = groupName(row.path);
      row.state.isFolded = row.isFoldedAtFirst != view.toggled.contains(name);
      if (isHidden || row.state.isFolded) hidden.insert(name);
    }
    if (!isHidden) shown.push_back(std::move(row));
  }
  return shown;
}

std::size_t fieldCount(const std::vector<Row>& rows) {
  return static_cast<std::size_t>(
      std::ranges::count_if(rows, [](const Row& row) { return isField(row) && !row.state.offered; }));
}

} // namespace postwright::ui

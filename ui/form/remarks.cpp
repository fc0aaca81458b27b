#include "ui/form/remarks.h"

#include <algorithm>

#include "ui/base/text_bridge.h"
#include "ui/form/row_kinds.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::FieldAdvice;
using front_matter::LearnedField;
using front_matter::LearnedWord;
using front_matter::Path;

bool isBelow(const Path& path, const Path& parent) {
  return path.size() >= parent.size() && std::equal(parent.begin(), parent.end(), path.begin());
}

/// The row of `path`, or of the nearest value around it that has one.
Row* rowFor(std::vector<Row>& rows, const Path& path) {
  Row* best = nullptr;
  for (Row& row : rows) {
    if (isMark(row.kind) || !isBelow(path, row.path)) continue;
    if (best == nullptr || row.path.size() > best->path.size()) best = &row;
  }
  return best;
}

FieldRemark remarkOf(const FieldAdvice& advice) {
  FieldRemark remark{advice.severity, toQString(describe(advice.error)), {}, {}};
  if (advice.fix) {
    remark.fix = toQString(advice.fix->title);
    remark.operations = advice.fix->operations;
  }
  return remark;
}

/// The generator's word counts more than the form's own, an error more than a hint.
bool isStronger(const FieldRemark& now, const FieldRemark& before, bool isAdvice) {
  if (before.text.isEmpty() || now.severity < before.severity) return true;
  return isAdvice && now.severity == before.severity && before.fix.isEmpty();
}

void addSlips(Row& row, const LearnedField& field) {
  const QStringList& items = row.state.items;
  for (qsizetype i = 0; i < items.size(); ++i) {
    const LearnedWord* meant = front_matter::nearestWord(toUtf8(items[i]), field.words);
    if (meant == nullptr || items.contains(toQString(meant->text))) continue;
    const auto own = std::ranges::find(field.words, toUtf8(items[i]), &LearnedWord::text);
    const std::size_t count = own == field.words.end() ? 0 : own->count;
    FieldRemark remark{Severity::Warning,
                       Words::tr("“%1” (%2) is perhaps “%3” (%4)")
                           .arg(items[i])
                           .arg(count)
                           .arg(toQString(meant->text))
                           .arg(meant->count),
                       Words::tr("Use “%1”").arg(toQString(meant->text)),
                       {}};
    front_matter::EditOperation change;
    change.path = row.path;
    change.path.emplace_back(static_cast<std::size_t>(i));
    change.value = front_matter::Scalar{front_matter::ScalarType::String, meant->text};
    remark.operations.push_back(change);
    row.state.remark = remark;
    return;
  }
}

} // namespace

void addRemarks(std::vector<Row>& rows, const FormContext& context) {
  for (const FieldAdvice& advice : context.advice) {
    Row* row = rowFor(rows, advice.path);
    if (row == nullptr) continue;
    const FieldRemark remark = remarkOf(advice);
    if (isStronger(remark, row->state.remark, true)) row->state.remark = remark;
  }
  for (Row& row : rows) {
    if (row.kind != FieldKind::Chips || !row.state.remark.text.isEmpty() || !context.site) continue;
    if (const LearnedField* field = context.site->learned().find(row.path)) addSlips(row, *field);
  }
}

} // namespace postwright::ui

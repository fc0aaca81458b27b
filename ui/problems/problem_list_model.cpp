#include "ui/problems/problem_list_model.h"

#include <algorithm>
#include <tuple>

#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

ProblemItem itemOf(const Diagnostic& problem, const QString& document) {
  const Error& error = problem.error;
  ProblemItem item;
  item.severity = problem.severity;
  item.message = toQString(describe(error));
  item.file = error.where.file.empty() ? document : toQString(error.where.file);
  item.line = error.where.line;
  item.column = error.where.column;
  for (const SourcePosition& position : error.chain)
    item.chain << ProblemListModel::tr("included from %1").arg(toQString(toString(position)));
  return item;
}

void addField(ProblemItem& item, const front_matter::FieldAdvice& advice) {
  item.field = advice.path;
  if (!advice.fix) return;
  item.fix = toQString(advice.fix->title);
  item.operations = advice.fix->operations;
}

QString kindOf(Severity severity) {
  return severity == Severity::Error ? ProblemListModel::tr("Error") : ProblemListModel::tr("Warning");
}

} // namespace

QString ProblemItem::place() const {
  return line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file;
}

bool isSamePlace(const Error& problem, const front_matter::FieldAdvice& advice, const QString& document) {
  const SourcePosition& where = problem.where;
  const bool isDocument = where.file.empty() || toQString(where.file) == document;
  return isDocument && where.line == advice.error.where.line && where.column == advice.error.where.column;
}

void ProblemListModel::setProblems(const Diagnostics& problems, const QString& document,
                                   const std::vector<front_matter::FieldAdvice>& advice) {
  beginResetModel();
  m_items.clear();
  for (const Diagnostic& problem : problems) {
    m_items.push_back(itemOf(problem, document));
    const auto found = std::ranges::find_if(
        advice, [&](const auto& each) { return isSamePlace(problem.error, each, document); });
    if (found != advice.end()) addField(m_items.back(), *found);
  }
  const auto rank = [&](const ProblemItem& item) {
    return std::make_tuple(item.severity, item.file != document, item.file, item.line, item.column);
  };
  std::ranges::stable_sort(m_items, {}, rank);
  endResetModel();
}

int ProblemListModel::rowOf(const ProblemItem& item) const {
  const auto found = std::ranges::find(m_items, item);
  return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int ProblemListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant ProblemListModel::data(const QModelIndex& index, int role) const {
  const ProblemItem& item = itemAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return item.message;
    case Qt::ToolTipRole:
      return QStringList(QStringList{item.message, item.place()} + item.chain).join(QLatin1Char('\n'));
    case Qt::AccessibleTextRole:
      return tr("%1: %2, %3").arg(kindOf(item.severity), item.message, item.place());
    case ItemRole:
      return QVariant::fromValue(item);
    default:
      return {};
  }
}

} // namespace postwright::ui

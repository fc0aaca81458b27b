#include "ui/form/suggestion_model.h"

#include <QSet>
#include <utility>

namespace postwright::ui {

void SuggestionModel::setValues(const QStringList& values, const QStringList& details,
                                const QStringList& without) {
  beginResetModel();
  m_posts.reset();
  m_values = values;
  m_details = details;
  m_shown.clear();
  const QSet<QString> left(without.begin(), without.end());
  for (qsizetype i = 0; i < values.size(); ++i)
    if (!left.contains(values[i])) m_shown.push_back(i);
  endResetModel();
}

void SuggestionModel::setPosts(PostNamesPointer posts, const QStringList& without) {
  beginResetModel();
  m_posts = std::move(posts);
  m_shown.clear();
  QSet<qsizetype> left;
  for (const QString& name : without)
    left.insert(m_posts->find(name));
  for (qsizetype i = 0; i < m_posts->values.size(); ++i)
    if (!left.contains(i)) m_shown.push_back(i);
  endResetModel();
}

int SuggestionModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant SuggestionModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const qsizetype value = m_shown[static_cast<std::size_t>(index.row())];
  if (m_posts != nullptr) return postData(value, role);
  if (role == DetailRole) return m_details.value(value);
  return role == Qt::DisplayRole || role == ValueRole || role == SearchRole ? m_values[value] : QVariant();
}

QVariant SuggestionModel::postData(qsizetype post, int role) const {
  switch (role) {
    case Qt::DisplayRole:
      return m_posts->titles[post];
    case ValueRole:
      return m_posts->values[post];
    case SearchRole:
      return m_posts->searched[post];
    case DetailRole:
      return m_posts->dates[post];
    case Qt::ToolTipRole:
      return m_posts->paths[post];
    default:
      return {};
  }
}

} // namespace postwright::ui

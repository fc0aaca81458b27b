// The values of a list of suggestions: nothing is copied, so that a list of ten thousand opens at once.
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <vector>

#include "ui/form/post_names.h"

namespace postwright::ui {

class SuggestionModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum DataRole { ValueRole = Qt::UserRole + 1, DetailRole, SearchRole };

  using QAbstractListModel::QAbstractListModel;

  /// `details`: one for each value, or none. Values that are in `without` are left out.
  void setValues(const QStringList& values, const QStringList& details, const QStringList& without);
  /// Posts by their titles, with what names them and their dates; those that `without` names are left out.
  void setPosts(PostNamesPointer posts, const QStringList& without);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  QVariant postData(qsizetype post, int role) const;

  QStringList m_values;
  QStringList m_details;
  std::vector<qsizetype> m_shown; ///< indexes of values or posts
  PostNamesPointer m_posts;       ///< instead of values; null: none
};

} // namespace postwright::ui

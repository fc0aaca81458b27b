// The problems of the page shown: what stops the build first, then warnings; each where it stands.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <vector>

#include "app/base/diagnostic.h"

namespace postwright::ui {

/// One row.
struct ProblemItem {
  Severity severity = Severity::Error;
  QString message;
  QString file; ///< relative to the source folder
  int line = 0; ///< 1-based; 0: not known
  int column = 0;
  QStringList chain; ///< "included from …", innermost first

  QString place() const; ///< "posts/a.md:3"
  bool operator==(const ProblemItem&) const = default;
};

class ProblemListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { ItemRole = Qt::UserRole };

  using QAbstractListModel::QAbstractListModel;

  /// Those without a file are `document`'s.
  void setProblems(const Diagnostics& problems, const QString& document);
  const ProblemItem& itemAt(int row) const { return m_items[static_cast<std::size_t>(row)]; }
  /// The row of an equal item, -1 when there is none.
  int rowOf(const ProblemItem& item) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<ProblemItem> m_items;
};

} // namespace postwright::ui

Q_DECLARE_METATYPE(postwright::ui::ProblemItem)

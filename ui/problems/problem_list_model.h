// The problems of the page shown: what stops the build first, then warnings; each where it stands.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/front_matter/advice.h"

namespace postwright::ui {

/// One row.
struct ProblemItem {
  Severity severity = Severity::Error;
  QString message;
  QString file; ///< relative to the source folder
  int line = 0; ///< 1-based; 0: not known
  int column = 0;
  QStringList chain;        ///< "included from …", innermost first
  front_matter::Path field; ///< of the document's front matter; empty: it is about no field
  QString fix;              ///< an order, the title of the fix; empty: there is none
  std::vector<front_matter::EditOperation> operations; ///< what the fix does

  QString place() const; ///< "posts/a.md:3"
  bool operator==(const ProblemItem&) const = default;
};

class ProblemListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { ItemRole = Qt::UserRole };

  using QAbstractListModel::QAbstractListModel;

  /// Those without a file are `document`'s; what `advice` says of the same place gives them field and fix.
  void setProblems(const Diagnostics& problems, const QString& document,
                   const std::vector<front_matter::FieldAdvice>& advice);
  const ProblemItem& itemAt(int row) const { return m_items[static_cast<std::size_t>(row)]; }
  /// The row of an equal item, -1 when there is none.
  int rowOf(const ProblemItem& item) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<ProblemItem> m_items;
};

/// Whether a problem of `document` stands where `advice` does, and so says the same.
bool isSamePlace(const Error& problem, const front_matter::FieldAdvice& advice, const QString& document);

} // namespace postwright::ui

Q_DECLARE_METATYPE(postwright::ui::ProblemItem)

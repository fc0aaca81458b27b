// The rows of the post list: posts under year headings (or in title order), then the site's other pages;
// filtered and sorted. A projection of the site: it is given a new list whenever the site changes.
#pragma once

#include <QAbstractListModel>
#include <QDate>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

namespace postwright::ui {

struct PostItem {
  QString path; ///< relative to the source folder; the item's identity
  QString title;
  QDate date;         ///< invalid: undated
  qint64 instant = 0; ///< seconds since 1970, for sorting within a day
  QStringList tags;
  QString url;
  bool isPage = false;
  bool isDraft = false;
  bool isModified = false; ///< has unsaved edits
  QString problem;         ///< why the generator refuses it; empty: none

  bool operator==(const PostItem&) const = default;
};

class PostListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum class Show : std::uint8_t { All, Drafts, Published };
  enum class Sort : std::uint8_t { Date, Title };
  enum DataRole { PathRole = Qt::UserRole + 1, IsHeadingRole, ItemRole };

  using QAbstractListModel::QAbstractListModel;

  void setItems(std::vector<PostItem> items);
  /// Another item for items()[index]; the others' rows are looked at only when it is listed elsewhere.
  void setItem(std::size_t index, PostItem item);
  const std::vector<PostItem>& items() const { return m_items; } ///< as they were given
  void setFilter(const QString& words); ///< every word must be in title, tags or path
  void setShow(Show show);
  void setSort(Sort sort);
  Sort sortOrder() const { return m_sort; }

  int count(Show show) const; ///< posts (pages left out) of that state, whatever the filter
  bool hasItems() const { return !m_items.empty(); }
  QModelIndex indexOf(const QString& path) const;
  const PostItem* item(const QModelIndex& index) const; ///< null for a heading

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Row {
    QString heading; ///< empty: an item
    std::size_t item = 0;
  };

  bool isShown(const PostItem& item) const;
  std::vector<Row> makeRows() const;
  std::vector<QString> rowKeys() const;
  void rebuild();

  std::vector<PostItem> m_items;
  std::vector<Row> m_rows;
  QStringList m_words;
  Show m_show = Show::All;
  Sort m_sort = Sort::Date;
};

} // namespace postwright::ui

Q_DECLARE_METATYPE(postwright::ui::PostItem)

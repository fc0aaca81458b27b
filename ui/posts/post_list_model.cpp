#include "ui/posts/post_list_model.h"

#include <QLocale>
#include <algorithm>
#include <tuple>
#include <utility>

namespace postwright::ui {
namespace {

bool matches(const PostItem& item, const QStringList& words) {
  return std::all_of(words.begin(), words.end(), [&](const QString& word) {
    return item.title.contains(word, Qt::CaseInsensitive) || item.path.contains(word, Qt::CaseInsensitive) ||
           std::any_of(item.tags.begin(), item.tags.end(),
                       [&](const QString& tag) { return tag.contains(word, Qt::CaseInsensitive); });
  });
}

QString describe(const PostItem& item) {
  QStringList parts{item.title};
  if (item.date.isValid()) parts << QLocale().toString(item.date, QLocale::LongFormat);
  if (item.isDraft) parts << PostListModel::tr("draft");
  if (item.isModified) parts << PostListModel::tr("unsaved changes");
  if (!item.problem.isEmpty()) parts << PostListModel::tr("has a problem: %1").arg(item.problem);
  return parts.join(QLatin1String(", "));
}

} // namespace

void PostListModel::setItems(std::vector<PostItem> items) {
  if (items == m_items) return;
  const std::vector<QString> before = rowKeys();
  m_items = std::move(items);
  std::vector<Row> rows = makeRows();
  std::swap(m_rows, rows);
  if (rowKeys() == before) { // the same rows with other words in them: selection and scroll stay
    emit dataChanged(index(0), index(rowCount() - 1));
    return;
  }
  std::swap(m_rows, rows);
  rebuild();
}

void PostListModel::setItem(std::size_t index, PostItem item) {
  PostItem& old = m_items[index];
  if (item == old) return;
  const auto place = [](const PostItem& of) {
    return std::tie(of.path, of.title, of.date, of.instant, of.isPage, of.isDraft);
  };
  const bool staysThere = place(old) == place(item) && isShown(old) == isShown(item);
  if (!staysThere) {
    std::vector<PostItem> items = m_items;
    items[index] = std::move(item);
    return setItems(std::move(items));
  }
  old = std::move(item);
  const auto row = std::ranges::find_if(
      m_rows, [index](const Row& each) { return each.heading.isEmpty() && each.item == index; });
  if (row == m_rows.end()) return;
  const QModelIndex changed = createIndex(static_cast<int>(row - m_rows.begin()), 0);
  emit dataChanged(changed, changed);
}

std::vector<QString> PostListModel::rowKeys() const {
  std::vector<QString> keys;
  keys.reserve(m_rows.size());
  for (const Row& row : m_rows) {
    keys.push_back(row.heading.isEmpty() ? m_items[row.item].path : QLatin1Char('#') + row.heading);
  }
  return keys;
}

void PostListModel::setFilter(const QString& words) {
  m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  rebuild();
}

void PostListModel::setShow(Show show) {
  m_show = show;
  rebuild();
}

void PostListModel::setSort(Sort sort) {
  m_sort = sort;
  rebuild();
}

int PostListModel::count(Show show) const {
  return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [&](const PostItem& item) {
    return !item.isPage && (show == Show::All || item.isDraft == (show == Show::Drafts));
  }));
}

bool PostListModel::isShown(const PostItem& item) const {
  const bool state = m_show == Show::All || item.isDraft == (m_show == Show::Drafts);
  return state && matches(item, m_words);
}

std::vector<PostListModel::Row> PostListModel::makeRows() const {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    if (isShown(m_items[i])) shown.push_back(i);
  }
  const bool byDate = m_sort == Sort::Date;
  std::stable_sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
    const PostItem& left = m_items[a];
    const PostItem& right = m_items[b];
    if (left.isPage != right.isPage) return right.isPage;
    if (byDate && !left.isPage && left.instant != right.instant) return left.instant > right.instant;
    return QString::localeAwareCompare(left.title, right.title) < 0;
  });
  std::vector<Row> rows;
  QString lastHeading;
  for (const std::size_t i : shown) {
    const PostItem& item = m_items[i];
    QString heading = item.date.isValid() ? QString::number(item.date.year()) : tr("Undated");
    if (!byDate) heading = tr("Posts");
    if (item.isPage) heading = tr("Pages");
    if (heading != lastHeading) rows.push_back({heading, 0});
    lastHeading = heading;
    rows.push_back({QString(), i});
  }
  return rows;
}

void PostListModel::rebuild() {
  beginResetModel();
  m_rows = makeRows();
  endResetModel();
}

QModelIndex PostListModel::indexOf(const QString& path) const {
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    if (m_rows[row].heading.isEmpty() && m_items[m_rows[row].item].path == path)
      return index(static_cast<int>(row));
  }
  return {};
}

const PostItem* PostListModel::item(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  return row.heading.isEmpty() ? &m_items[row.item] : nullptr;
}

int PostListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PostListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const PostItem* post = item(index);
  if (role == IsHeadingRole) return post == nullptr;
  if (post == nullptr)
    return role == Qt::DisplayRole ? m_rows[static_cast<std::size_t>(index.row())].heading : QVariant();
  switch (role) {
    case Qt::DisplayRole:
      return post->title;
    case Qt::AccessibleTextRole:
      return describe(*post);
    case Qt::ToolTipRole:
      return post->problem.isEmpty() ? post->path : post->path + QLatin1Char('\n') + post->problem;
    case PathRole:
      return post->path;
    case ItemRole:
      return QVariant::fromValue(*post);
    default:
      return {};
  }
}

Qt::ItemFlags PostListModel::flags(const QModelIndex& index) const {
  return item(index) == nullptr ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace postwright::ui

#include "ui/posts/post_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace postwright::ui;

namespace {

PostItem post(const char* path, const char* title, QDate date, bool draft = false) {
  PostItem item;
  item.path = QString::fromLatin1(path);
  item.title = QString::fromLatin1(title);
  item.date = date;
  item.instant = date.isValid() ? date.startOfDay(Qt::UTC).toSecsSinceEpoch() : 0;
  item.isDraft = draft;
  return item;
}

} // namespace

class PostListModelTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_model = std::make_unique<PostListModel>();
    PostItem about = post("about.md", "About", {});
    about.isPage = true;
    PostItem tagged = post("posts/b.md", "Bread", QDate(2023, 5, 1));
    tagged.tags = QStringList{QStringLiteral("Kitchen")};
    m_model->setItems({post("posts/a.md", "Apples", QDate(2024, 2, 1), true), tagged,
                       post("posts/c.md", "Cellar", QDate(2024, 8, 9)), about});
  }

  void rows_byDate_standUnderTheirYearAndPagesLast() {
    const QAbstractItemModelTester tester(m_model.get());
    QCOMPARE(texts(), QStringLiteral("2024|Cellar|Apples|2023|Bread|Pages|About"));
  }

  void setSort_byTitle_ordersByWords() {
    m_model->setSort(PostListModel::Sort::Title);
    QCOMPARE(texts(), QStringLiteral("Posts|Apples|Bread|Cellar|Pages|About"));
  }

  void setShow_drafts_leavesTheOthersOut() {
    m_model->setShow(PostListModel::Show::Drafts);
    QCOMPARE(texts(), QStringLiteral("2024|Apples"));
    QCOMPARE(m_model->count(PostListModel::Show::All), 3);
    QCOMPARE(m_model->count(PostListModel::Show::Drafts), 1);
    QCOMPARE(m_model->count(PostListModel::Show::Published), 2);
  }

  void setFilter_findsEveryWordInTitleTagOrPath() {
    m_model->setFilter(QStringLiteral("kitch BREAD"));
    QCOMPARE(texts(), QStringLiteral("2023|Bread"));
    m_model->setFilter(QStringLiteral("kitchen apples"));
    QCOMPARE(m_model->rowCount(), 0);
  }

  void headings_cannotBeSelected() {
    QVERIFY(!m_model->flags(m_model->index(0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(m_model->flags(m_model->index(1)).testFlag(Qt::ItemIsSelectable));
  }

  void setItems_otherWordsInTheSameRows_keepsTheRows() {
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    PostItem item = post("posts/a.md", "Apples", QDate(2024, 2, 1));
    m_model->setItems({item});
    QCOMPARE(reset.count(), 1);
    item.title = QStringLiteral("Apples and pears");
    m_model->setItems({item});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(changed.count(), 1);
  }

  void setItem_touchesItsOwnRow_andMovesWhereItIsListedElsewhere() {
    const QAbstractItemModelTester tester(m_model.get());
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    PostItem item = m_model->items()[0];
    m_model->setItem(0, item);
    QVERIFY(changed.isEmpty());
    item.isModified = true;
    m_model->setItem(0, item);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), m_model->indexOf(QStringLiteral("posts/a.md")));
    QCOMPARE(changed.first().at(1).toModelIndex(), m_model->indexOf(QStringLiteral("posts/a.md")));
    QVERIFY(reset.isEmpty());
    item.date = QDate(2022, 1, 1);
    item.instant = QDateTime(item.date, QTime(12, 0), Qt::UTC).toSecsSinceEpoch();
    m_model->setItem(0, item);
    QCOMPARE(texts(), QStringLiteral("2024|Cellar|2023|Bread|2022|Apples|Pages|About"));
    QCOMPARE(reset.count(), 1);
    m_model->setFilter(QStringLiteral("cellar"));
    item.isDraft = false;
    m_model->setItem(0, item); // not shown, but counted
    QCOMPARE(changed.count(), 2);
    QCOMPARE(m_model->count(PostListModel::Show::Drafts), 0);
  }

  void accessibleText_saysTheStateInWords() {
    const QModelIndex index = m_model->indexOf(QStringLiteral("posts/a.md"));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("draft")));
  }

 private:
  QString texts() const {
    QStringList list;
    for (int row = 0; row < m_model->rowCount(); ++row)
      list << m_model->index(row).data().toString();
    return list.join(QLatin1Char('|'));
  }

  std::unique_ptr<PostListModel> m_model;
};

QTEST_MAIN(PostListModelTest)
#include "post_list_model_test.moc"

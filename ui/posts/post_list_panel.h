// The left side: the site's name, filter, All / Drafts / Published, and the list of posts and pages.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/posts/post_list_model.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace postwright::ui {

class PostListPanel : public QWidget {
  Q_OBJECT

 public:
  explicit PostListPanel(QWidget* parent = nullptr);

  void setSite(const QString& title, const QString& folder);
  void setSiteMenu(QMenu* menu);
  void setItems(std::vector<PostItem> items);
  void setItem(std::size_t index, PostItem item); ///< of items()
  const std::vector<PostItem>& items() const { return m_model->items(); }
  /// Selects without emitting `chosen`; an unknown path clears the selection.
  void select(const QString& path);
  void chooseFirst();                     ///< as if clicked
  void chooseNeighbour(int step);         ///< 1: the next, -1: the one before
  void showProgress(int done, int total); ///< total 0: busy; done == total: hidden
  void focusFilter();
  void setSort(PostListModel::Sort sort);
  PostListModel::Sort sortOrder() const { return m_model->sortOrder(); }
  QListView* view() const { return m_view; }

 signals:
  void chosen(const QString& path);
  void newPostRequested();
  void writingRequested(); ///< Enter in the list: on to the text of the post chosen
  void draftToggleRequested(const QString& path, bool draft);
  void showInFolderRequested(const QString& path);
  void copyPathRequested(const QString& path);
  void saveRequested(const QString& path);

 private:
  QWidget* makeHeader();
  QWidget* makeSwitch();
  QWidget* makeList();
  QWidget* makeEmpty();
  void showOnly(PostListModel::Show show);
  void updateState();
  void onCurrentChanged(const QModelIndex& current);
  void showContextMenu(const QPoint& position);
  bool eventFilter(QObject* watched, QEvent* event) override;

  PostListModel* m_model;
  QPushButton* m_site = nullptr;
  QToolButton* m_sortButton = nullptr;
  QLineEdit* m_filter = nullptr;
  QButtonGroup* m_switch = nullptr;
  QListView* m_view = nullptr;
  QStackedWidget* m_stack = nullptr;
  QLabel* m_emptyText = nullptr;
  QPushButton* m_emptyAction = nullptr;
  QProgressBar* m_progress = nullptr;
  QString m_selected;
  PostListModel::Show m_show = PostListModel::Show::All;
  bool m_isSelecting = false;
};

} // namespace postwright::ui

#include "ui/posts/post_list_panel.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/posts/post_delegate.h"

namespace postwright::ui {

PostListPanel::PostListPanel(QWidget* parent) : QWidget(parent), m_model(new PostListModel(this)) {
  setObjectName(QStringLiteral("postListPanel"));
  setAttribute(Qt::WA_StyledBackground);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeHeader());
  layout->addWidget(makeSwitch());
  m_progress = new QProgressBar(this);
  m_progress->setTextVisible(false);
  m_progress->setAccessibleName(tr("Loading the site"));
  m_progress->hide();
  layout->addWidget(m_progress);
  m_stack = new QStackedWidget(this);
  m_stack->addWidget(makeList());
  m_stack->addWidget(makeEmpty());
  layout->addWidget(m_stack, 1);
  connect(m_model, &QAbstractItemModel::modelReset, this, &PostListPanel::updateState);
  connect(m_model, &QAbstractItemModel::dataChanged, this, &PostListPanel::updateState);
  updateState();
}

QWidget* PostListPanel::makeHeader() {
  auto* header = new QWidget(this);
  auto* layout = new QVBoxLayout(header);
  layout->setContentsMargins(metrics::kSpaceM, metrics::kSpaceS, metrics::kSpaceM, metrics::kSpaceS);
  layout->setSpacing(metrics::kSpaceS);
  auto* row = new QHBoxLayout;
  m_site = new QPushButton(header);
  m_site->setObjectName(QStringLiteral("siteName"));
  m_site->setToolTip(tr("Open another site"));
  m_site->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_sortButton = new QToolButton(header);
  m_sortButton->setIcon(icon(QStringLiteral("view-sort-descending")));
  m_sortButton->setIconSize({metrics::kIcon, metrics::kIcon});
  m_sortButton->setPopupMode(QToolButton::InstantPopup);
  m_sortButton->setToolTip(tr("Sort the posts"));
  m_sortButton->setAccessibleName(tr("Sort the posts"));
  auto* menu = new QMenu(m_sortButton);
  auto* group = new QActionGroup(menu);
  for (const auto& [text, sort] : {std::pair{tr("By &date, newest first"), PostListModel::Sort::Date},
                                   std::pair{tr("By &title"), PostListModel::Sort::Title}}) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setData(static_cast<int>(sort));
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, sort = sort] { setSort(sort); });
  }
  m_sortButton->setMenu(menu);
  row->addWidget(m_site, 1);
  row->addWidget(m_sortButton);
  layout->addLayout(row);
  m_filter = new QLineEdit(header);
  m_filter->setPlaceholderText(tr("Filter by title or tag"));
  m_filter->setAccessibleName(tr("Filter the posts"));
  m_filter->setClearButtonEnabled(true);
  m_filter->addAction(icon(QStringLiteral("edit-find"), Role::Faint), QLineEdit::LeadingPosition);
  m_filter->installEventFilter(this);
  connect(m_filter, &QLineEdit::textChanged, m_model, &PostListModel::setFilter);
  layout->addWidget(m_filter);
  return header;
}

QWidget* PostListPanel::makeSwitch() {
  auto* box = new QWidget(this);
  auto* layout = new QHBoxLayout(box);
  layout->setContentsMargins(metrics::kSpaceM, 0, metrics::kSpaceM, metrics::kSpaceS);
  layout->setSpacing(0);
  m_switch = new QButtonGroup(box);
  const std::pair<PostListModel::Show, const char*> states[] = {{PostListModel::Show::All, "first"},
                                                                {PostListModel::Show::Drafts, "middle"},
                                                                {PostListModel::Show::Published, "last"}};
  for (const auto& [show, place] : states) {
    auto* button = new QToolButton(box);
    button->setCheckable(true);
    button->setChecked(show == PostListModel::Show::All);
    button->setProperty("segment", QLatin1String(place));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_switch->addButton(button, static_cast<int>(show));
    layout->addWidget(button, 1);
  }
  connect(m_switch, &QButtonGroup::idClicked, this,
          [this](int id) { showOnly(static_cast<PostListModel::Show>(id)); });
  return box;
}

QWidget* PostListPanel::makeList() {
  m_view = new QListView(this);
  m_view->setObjectName(QStringLiteral("postList"));
  m_view->setAccessibleName(tr("Posts and pages"));
  m_view->setModel(m_model);
  m_view->setItemDelegate(new PostDelegate(m_view));
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setMouseTracking(true);
  m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_view->installEventFilter(this);
  m_view->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &PostListPanel::onCurrentChanged);
  connect(m_view, &QListView::customContextMenuRequested, this, &PostListPanel::showContextMenu);
  return m_view;
}

QWidget* PostListPanel::makeEmpty() {
  auto* empty = new QWidget(this);
  auto* layout = new QVBoxLayout(empty);
  layout->setContentsMargins(metrics::kSpaceL, metrics::kSpaceXl, metrics::kSpaceL, metrics::kSpaceL);
  layout->setSpacing(metrics::kSpaceM);
  m_emptyText = new QLabel(empty);
  m_emptyText->setProperty("dim", true);
  m_emptyText->setWordWrap(true);
  m_emptyText->setAlignment(Qt::AlignHCenter);
  m_emptyAction = new QPushButton(empty);
  connect(m_emptyAction, &QPushButton::clicked, this, [this] {
    if (!m_model->hasItems()) {
      emit newPostRequested();
      return;
    }
    m_filter->clear();
    showOnly(PostListModel::Show::All);
  });
  layout->addWidget(m_emptyText);
  layout->addWidget(m_emptyAction, 0, Qt::AlignHCenter);
  layout->addStretch(1);
  return empty;
}

void PostListPanel::setSite(const QString& title, const QString& folder) {
  m_site->setText(title);
  m_site->setAccessibleName(tr("Site: %1").arg(title));
  m_site->setToolTip(folder);
}

void PostListPanel::setSiteMenu(QMenu* menu) {
  m_site->setMenu(menu);
}

void PostListPanel::setItems(std::vector<PostItem> items) {
  m_model->setItems(std::move(items));
}

void PostListPanel::setItem(std::size_t index, PostItem item) {
  m_model->setItem(index, std::move(item));
}

void PostListPanel::setSort(PostListModel::Sort sort) {
  m_model->setSort(sort);
  for (QAction* action : m_sortButton->menu()->actions()) {
    action->setChecked(action->data().toInt() == static_cast<int>(sort));
  }
}

void PostListPanel::showOnly(PostListModel::Show show) {
  m_show = show;
  m_switch->button(static_cast<int>(show))->setChecked(true);
  m_model->setShow(show);
}

void PostListPanel::select(const QString& path) {
  m_selected = path;
  m_isSelecting = true;
  const QModelIndex index = m_model->indexOf(path);
  m_view->setCurrentIndex(index);
  if (index.isValid()) m_view->scrollTo(index);
  m_isSelecting = false;
}

void PostListPanel::chooseFirst() {
  m_view->setCurrentIndex({});
  chooseNeighbour(1);
}

void PostListPanel::chooseNeighbour(int step) {
  int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + step : 0;
  while (row >= 0 && row < m_model->rowCount() && m_model->item(m_model->index(row)) == nullptr)
    row += step;
  if (row >= 0 && row < m_model->rowCount()) m_view->setCurrentIndex(m_model->index(row));
}

void PostListPanel::showProgress(int done, int total) {
  m_progress->setVisible(total == 0 || done < total);
  m_progress->setMaximum(total);
  m_progress->setValue(done);
}

void PostListPanel::focusFilter() {
  m_filter->setFocus(Qt::ShortcutFocusReason);
  m_filter->selectAll();
}

void PostListPanel::updateState() {
  const std::pair<PostListModel::Show, QString> texts[] = {
      {PostListModel::Show::All, tr("All %1")},
      {PostListModel::Show::Drafts, tr("Drafts %1")},
      {PostListModel::Show::Published, tr("Published %1")}};
  for (const auto& [show, text] : texts) {
    m_switch->button(static_cast<int>(show))->setText(text.arg(m_model->count(show)));
  }
  const bool empty = m_model->rowCount() == 0;
  m_stack->setCurrentIndex(empty ? 1 : 0);
  if (empty) {
    const bool noPosts = !m_model->hasItems();
    m_emptyText->setText(noPosts ? tr("This site has no posts yet.") : tr("Nothing here matches."));
    m_emptyAction->setText(noPosts ? tr("Write the first post") : tr("Show all"));
  }
  if (!m_selected.isEmpty() && m_view->currentIndex() != m_model->indexOf(m_selected)) select(m_selected);
}

void PostListPanel::onCurrentChanged(const QModelIndex& current) {
  const PostItem* item = m_model->item(current);
  if (m_isSelecting || item == nullptr || item->path == m_selected) return;
  m_selected = item->path;
  emit chosen(m_selected);
}

void PostListPanel::showContextMenu(const QPoint& position) {
  const PostItem* item = m_model->item(m_view->indexAt(position));
  if (item == nullptr) return;
  const QString path = item->path;
  QMenu menu(this);
  QAction* draft = menu.addAction(tr("&Draft"));
  draft->setCheckable(true);
  draft->setChecked(item->isDraft);
  connect(draft, &QAction::toggled, this, [this, path](bool on) { emit draftToggleRequested(path, on); });
  draft->setVisible(!item->isPage);
  QAction* save = menu.addAction(icon(QStringLiteral("document-save")), tr("&Save"), this,
                                 [this, path] { emit saveRequested(path); });
  save->setEnabled(item->isModified);
  menu.addSeparator();
  menu.addAction(icon(QStringLiteral("folder-open")), tr("Show in &folder"), this,
                 [this, path] { emit showInFolderRequested(path); });
  menu.addAction(icon(QStringLiteral("edit-copy")), tr("&Copy path"), this,
                 [this, path] { emit copyPathRequested(path); });
  menu.exec(m_view->viewport()->mapToGlobal(position));
}

bool PostListPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_filter && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Down) {
      m_view->setFocus(Qt::TabFocusReason);
      return true;
    }
    if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
      m_filter->clear();
      return true;
    }
  }
  if (watched == m_view && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      emit writingRequested();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace postwright::ui

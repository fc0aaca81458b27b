#include "ui/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <algorithm>
#include <functional>
#include <iterator>

#include "ui/base/icons.h"
#include "ui/base/text_bridge.h"
#include "ui/dialogs/welcome_page.h"
#include "ui/draft_pill.h"
#include "ui/editing_view.h"
#include "ui/editor/editor_document.h"
#include "ui/editor/format_commands.h"
#include "ui/exporter.h"
#include "ui/image_intake.h"
#include "ui/place_sync.h"
#include "ui/posts/post_list_panel.h"
#include "ui/preview/preview_controller.h"
#include "ui/preview/preview_pane.h"
#include "ui/problems/page_checker.h"
#include "ui/problems/problems_panel.h"
#include "ui/status_line.h"
#include "ui/tool_bar.h"

namespace postwright::ui {
namespace {

constexpr int kListWidth = 264;
constexpr int kEditWidth = 592;
constexpr int kPageWidth = 584;
constexpr int kCountDelayMs = 150;

const QStringList kInToolBar =
    QStringLiteral("heading bold italic code link image bullets tasks quote table").split(u' ');

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_workspace([] { return makeDocument(nullptr); }), m_actions(makeActions(this)) {
  build();
  connectFileActions();
  connectEditActions();
  connectViewActions();
  connectWorkspace();
  connectSite();
  connectPosts();
  connectPreview();
  connectProblems();
  connectPageTools();
  restoreState();
  refreshRecent();
  onCurrentChanged(nullptr);
}

MainWindow::~MainWindow() {
  // The parts look at the open texts, which are members and would go before the child widgets.
  takePageBack();
  m_workspace.disconnect(this);
  m_workspace.site().disconnect(this);
  m_editing->show(nullptr);
  delete m_places;
  delete m_controller;
  delete takeCentralWidget();
}

void MainWindow::build() {
  setAcceptDrops(true);
  m_stack = new QStackedWidget(this);
  m_welcome = new WelcomePage(m_stack);
  m_columns = new QSplitter(Qt::Horizontal, m_stack);
  m_columns->setChildrenCollapsible(false);
  m_posts = new PostListPanel(m_columns);
  m_editing = new EditingView(m_workspace, m_state, m_columns);
  m_preview = new PreviewPane(m_columns);
  m_controller = new PreviewController(this);
  m_checker = new PageChecker(this);
  for (QWidget* column : std::initializer_list<QWidget*>{m_posts, m_editing, m_preview})
    m_columns->addWidget(column);
  m_columns->setStretchFactor(0, 0);
  m_columns->setStretchFactor(1, 1);
  m_columns->setStretchFactor(2, 1);
  m_columns->setSizes({kListWidth, kEditWidth, kPageWidth});
  m_stack->addWidget(m_welcome);
  m_problems = new ProblemsPanel(m_stack);
  m_problems->hide();
  m_rows = new QSplitter(Qt::Vertical, m_stack);
  m_rows->setChildrenCollapsible(false);
  m_rows->addWidget(m_columns);
  m_rows->addWidget(m_problems);
  m_rows->setStretchFactor(0, 1);
  m_rows->setStretchFactor(1, 0);
  m_stack->addWidget(m_rows);
  setCentralWidget(m_stack);
  m_status = new StatusLine(this);
  setStatusBar(m_status);
  m_exporter = new Exporter(m_workspace, *m_preview, this);
  m_images = new ImageIntake(m_workspace, m_editing->editor(), m_editing->offerBar());
  m_places = new PlaceSync(m_workspace, *m_editing, *m_preview, this);
  const QList<QAction*> format = makeFormatActions(m_editing->editor(), this);
  for (const QAction* action : format)
    connect(action, &QAction::triggered, m_editing, &EditingView::showPost);
  fillMenuBar(*menuBar(), m_actions, m_editing->pane()->findActions(), format);
  keepMnemonics();
  buildToolBar(format);
  m_countSoon.setSingleShot(true);
  m_countSoon.setInterval(kCountDelayMs);
  connect(&m_countSoon, &QTimer::timeout, this, &MainWindow::updateCounts);
}

void MainWindow::buildToolBar(const QList<QAction*>& format) {
  auto* bar = new ToolBar(tr("Tools"), this);
  addToolBar(bar);
  bar->addActions({m_actions.newPost, m_actions.save});
  bar->addSeparator();
  bar->addActions({m_actions.undo, m_actions.redo});
  bar->addSeparator();
  QList<QAction*> shown;
  std::copy_if(format.begin(), format.end(), std::back_inserter(shown),
               [](const QAction* action) { return kInToolBar.contains(action->objectName()); });
  bar->addFormats(shown);
  bar->addWidget(new DraftPill(m_actions.draft, bar));
  auto* gap = new QWidget(bar);
  gap->setFixedWidth(metrics::kSpaceS);
  bar->addWidget(gap);
  auto* exportButton = new QPushButton(tr("Export"), bar);
  exportButton->setMenu(m_actions.exportMenu);
  exportButton->setToolTip(tr("Export the post or its page"));
  bar->addWidget(exportButton);
}

void MainWindow::connectFileActions() {
  const auto on = [this](QAction* action, auto method) {
    connect(action, &QAction::triggered, this, method);
  };
  on(m_actions.newPost, [this] { newPost(); });
  on(m_actions.openSite, [this] { askForSite(); });
  on(m_actions.openFile, [this] { askForFile(); });
  on(m_actions.openSample, [this] { openSample(); });
  on(m_actions.save, [this] {
    if (PostBuffer* buffer = m_workspace.current()) save(*buffer);
  });
  on(m_actions.saveCopy, [this] { saveCopy(); });
  on(m_actions.saveAll, [this] { saveAll(); });
  on(m_actions.closeSite, [this] {
    if (confirmLosingEdits(tr("Close the site without saving?"))) closeSite();
  });
  on(m_actions.quit, [this] { close(); });
  on(m_actions.about, [this] { showAbout(); });
  const std::pair<QAction*, ExportKind> exports[] = {{m_actions.exportHtml, ExportKind::Html},
                                                     {m_actions.exportSingle, ExportKind::SelfContained},
                                                     {m_actions.exportPdf, ExportKind::Pdf},
                                                     {m_actions.exportMarkdown, ExportKind::Markdown},
                                                     {m_actions.exportBody, ExportKind::Body}};
  for (const auto& [action, kind] : exports) {
    on(action, [this, kind = kind] { m_exporter->exportCurrent(kind); });
  }
  connect(m_exporter, &Exporter::exported, this,
          [this](const QString& file) { say(tr("Written to %1").arg(file)); });
  connect(m_exporter, &Exporter::failed, this,
          [this](const QString& why) { say(tr("Not exported: %1").arg(why)); });
}

void MainWindow::connectEditActions() {
  MarkdownEditor* editor = m_editing->editor();
  const std::pair<QAction*, std::function<void()>> rows[] = {
      {m_actions.undo, [editor] { editor->undo(); }},
      {m_actions.redo, [editor] { editor->redo(); }},
      {m_actions.cut, [editor] { editor->cut(); }},
      {m_actions.copy, [this] { m_editing->shownText()->copy(); }},
      {m_actions.paste, [editor] { editor->paste(); }},
      {m_actions.selectAll, [this] { m_editing->shownText()->selectAll(); }},
      {m_actions.draft,
       [this] {
         m_editing->setDraft(m_actions.draft->isChecked());
         updateDraftAction();
       }},
      {m_actions.previousPost, [this] { chooseNeighbour(-1); }},
      {m_actions.nextPost, [this] { chooseNeighbour(1); }},
      {m_actions.showInFolder, [this] { showInFolder(m_workspace.current()->file()); }},
      {m_actions.copyUrl, [this] { copyUrl(); }},
      {m_actions.filterPosts,
       [this] {
         m_actions.showList->setChecked(true);
         m_posts->focusFilter();
       }},
      {m_actions.reloadSite, [this] { m_workspace.site().reload(); }},
  };
  for (const auto& [action, run] : rows)
    connect(action, &QAction::triggered, this, run);
  for (QAction* action : {m_actions.undo, m_actions.redo, m_actions.cut, m_actions.paste})
    connect(action, &QAction::triggered, m_editing, &EditingView::showPost); // one sees what one changes
  connect(editor, &MarkdownEditor::filesDropped, this, &MainWindow::takeDroppedFiles);
  connect(editor, &MarkdownEditor::imageDropped, m_images, &ImageIntake::takeFile);
  connect(editor, &MarkdownEditor::imagePasted, m_images, &ImageIntake::takePicture);
  connect(m_editing->form(), &FrontMatterForm::imageDropped, m_images, &ImageIntake::takeForField);
  connect(m_images, &ImageIntake::failed, this,
          [this](const QString& why) { say(tr("The picture cannot be copied: %1").arg(why)); });
}

void MainWindow::connectViewActions() {
  MarkdownEditor* editor = m_editing->editor();
  connect(m_actions.showList, &QAction::toggled, m_posts, &QWidget::setVisible);
  connect(m_actions.showForm, &QAction::toggled, m_editing, &EditingView::setFormVisible);
  connect(m_actions.showPage, &QAction::toggled, m_preview, &QWidget::setVisible);
  connect(m_actions.nextPane, &QAction::triggered, this, [this] { focusPane(1); });
  connect(m_actions.previousPane, &QAction::triggered, this, [this] { focusPane(-1); });
  m_actions.scrollTogether->setChecked(m_state.scrollsTogether());
  m_places->setScrolling(m_state.scrollsTogether());
  connect(m_actions.scrollTogether, &QAction::toggled, this, [this](bool together) {
    m_state.setScrollsTogether(together);
    m_places->setScrolling(together);
  });
  connect(m_places, &PlaceSync::fileRequested, this, &MainWindow::openSource);
  connect(m_actions.largerText, &QAction::triggered, this,
          [editor] { editor->setFontSize(editor->fontSize() + 1); });
  connect(m_actions.smallerText, &QAction::triggered, this,
          [editor] { editor->setFontSize(editor->fontSize() - 1); });
  connect(m_actions.normalText, &QAction::triggered, this,
          [editor] { editor->setFontSize(SessionState::kFontSize); });
  connect(editor, &MarkdownEditor::fontSizeChanged, this,
          [this](double points) { m_state.setFontSize(points); });
  const std::pair<QAction*, Scheme> schemes[] = {{m_actions.systemScheme, Scheme::System},
                                                 {m_actions.lightScheme, Scheme::Light},
                                                 {m_actions.darkScheme, Scheme::Dark}};
  for (const auto& [action, scheme] : schemes) {
    action->setChecked(scheme == m_state.scheme());
    connect(action, &QAction::triggered, this, [this, scheme = scheme] {
      m_state.setScheme(scheme);
      applyTheme(*qApp, scheme);
    });
  }
}

/// To the next of list, form, text and page that is shown, round and round.
void MainWindow::focusPane(int step) {
  struct Pane {
    QWidget* widget;
    std::function<void()> enter;
  };
  const Pane panes[] = {
      {m_posts, [this] { m_posts->view()->setFocus(Qt::ShortcutFocusReason); }},
      {m_editing->form(), [this] { m_editing->form()->focusField({std::string("title")}); }},
      {m_editing->shownText()->parentWidget(),
       [this] { m_editing->shownText()->setFocus(Qt::ShortcutFocusReason); }},
      {m_preview, [this] { m_preview->setFocus(Qt::ShortcutFocusReason); }},
  };
  constexpr int kPanes = 4;
  int at = step > 0 ? -1 : kPanes;
  for (int i = 0; i < kPanes; ++i) {
    if (panes[i].widget->isAncestorOf(QApplication::focusWidget())) at = i;
  }
  for (int tried = 0; tried < kPanes; ++tried) {
    at = (at + step + kPanes) % kPanes;
    if (!panes[at].widget->isVisible()) continue;
    panes[at].enter();
    return;
  }
}

/// The menus' letters are no field's.
void MainWindow::keepMnemonics() {
  QSet<QChar> letters;
  for (const QAction* menu : menuBar()->actions()) {
    const QString keys = QKeySequence::mnemonic(menu->text()).toString(QKeySequence::PortableText);
    if (!keys.isEmpty()) letters.insert(keys.back());
  }
  m_editing->form()->setTakenMnemonics(letters);
}

void MainWindow::connectWorkspace() {
  connect(&m_workspace, &Workspace::currentChanged, this, &MainWindow::onCurrentChanged);
  connect(&m_workspace, &Workspace::textChanged, this, &MainWindow::onTextChanged);
  connect(&m_workspace, &Workspace::modifiedChanged, this, [this] {
    refreshPosts();
    updateTitle();
  });
  connect(&m_workspace, &Workspace::reloaded, this, [this](PostBuffer* buffer) {
    if (buffer == m_workspace.current()) say(tr("Read again: the file was changed by another program"));
  });
  connect(&m_workspace, &Workspace::journalFailed, this, [this](const QString& why) {
    m_status->setUnsafe(why);
    say(tr("Unsaved text is not kept for a crash: %1").arg(why));
  });
  connect(&m_workspace, &Workspace::journalRecovered, this, [this] {
    m_status->setUnsafe({});
    m_status->clearMessage(); // it may be the one above
  });
  connect(&m_workspace, &Workspace::diskConflict, m_editing, &EditingView::showConflict);
  connect(m_editing, &EditingView::newPostRequested, this, &MainWindow::newPost);
  connect(m_editing, &EditingView::overwriteRequested, this, [this] {
    if (const Result<void> saved = m_workspace.overwrite(*m_workspace.current()); !saved) {
      m_editing->showSaveError(saved.error());
    }
  });
  connect(m_editing, &EditingView::postRequested, this,
          [this](const QString& path) { chooseFile(m_workspace.site().absolutePath(toUtf8(path))); });
  connect(m_editing, &EditingView::caretMoved, m_status, &StatusLine::setCaret);
}

void MainWindow::connectSite() {
  SiteSession* site = &m_workspace.site();
  connect(site, &SiteSession::loadingStarted, this, [this] {
    m_posts->showProgress(0, 0);
    m_welcome->setBusy(tr("Reading the site…"));
  });
  connect(site, &SiteSession::progressed, m_posts, &PostListPanel::showProgress);
  connect(site, &SiteSession::loaded, this, &MainWindow::onSiteLoaded);
  connect(site, &SiteSession::refreshed, this, [this] { onSiteLoaded(false); });
  connect(site, &SiteSession::failed, this, &MainWindow::onSiteFailed);
  connect(site, &SiteSession::changed, this, [this] {
    refreshPosts();
    updateDraftAction();
    requestPage();
  });
}

void MainWindow::connectPosts() {
  connect(m_posts, &PostListPanel::chosen, this, [this](const QString& path) { choosePost(toUtf8(path)); });
  connect(m_posts, &PostListPanel::writingRequested, this, [this] {
    if (m_workspace.current() != nullptr) m_editing->editor()->setFocus(Qt::ShortcutFocusReason);
  });
  connect(m_posts, &PostListPanel::newPostRequested, this, &MainWindow::newPost);
  connect(m_posts, &PostListPanel::draftToggleRequested, this,
          [this](const QString& path, bool draft) { toggleDraft(toUtf8(path), draft); });
  connect(m_posts, &PostListPanel::saveRequested, this, [this](const QString& path) {
    if (PostBuffer* buffer = m_workspace.find(m_workspace.site().absolutePath(toUtf8(path)))) save(*buffer);
  });
  connect(m_posts, &PostListPanel::showInFolderRequested, this,
          [this](const QString& path) { showInFolder(m_workspace.site().absolutePath(toUtf8(path))); });
  connect(m_posts, &PostListPanel::copyPathRequested, this,
          [this](const QString& path) { copyText(m_workspace.site().absolutePath(toUtf8(path))); });
  connect(m_welcome, &WelcomePage::openSiteRequested, m_actions.openSite, &QAction::trigger);
  connect(m_welcome, &WelcomePage::openFileRequested, m_actions.openFile, &QAction::trigger);
  connect(m_welcome, &WelcomePage::openSampleRequested, m_actions.openSample, &QAction::trigger);
  connect(m_welcome, &WelcomePage::siteChosen, this, &MainWindow::openPath);
}

void MainWindow::restoreState() {
  resize(kListWidth + kEditWidth + kPageWidth, 900);
  restoreGeometry(m_state.geometry());
  m_columns->restoreState(m_state.splitter(QStringLiteral("columns")));
  if (m_editing->splitter()->restoreState(m_state.splitter(QStringLiteral("editing"))))
    m_editing->keepSizes();
  m_editing->editor()->setFontSize(m_state.fontSize());
  m_rows->restoreState(m_state.splitter(QStringLiteral("rows")));
  m_posts->setSort(static_cast<PostListModel::Sort>(m_state.sortOrder()));
}

void MainWindow::rememberState() {
  takePageBack();
  m_state.setGeometry(saveGeometry());
  m_state.setSplitter(QStringLiteral("columns"), m_columns->saveState());
  if (m_editing->hasOwnSizes())
    m_state.setSplitter(QStringLiteral("editing"), m_editing->splitter()->saveState());
  m_state.setSplitter(QStringLiteral("rows"), m_rows->saveState());
  m_state.setSortOrder(static_cast<int>(m_posts->sortOrder()));
  m_state.setLastSite(m_workspace.site().folder());
  rememberPost();
  m_editing->rememberPlaces();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!confirmLosingEdits(tr("Quit without saving?"))) {
    event->ignore();
    return;
  }
  rememberState();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (!urls.isEmpty() && urls.first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  openPath(event->mimeData()->urls().first().toLocalFile());
  event->acceptProposedAction();
}

} // namespace postwright::ui

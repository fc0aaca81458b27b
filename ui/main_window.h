// The window: posts on the left, form and text in the middle, the live page on the right. It only wires the
// parts.
#pragma once

#include <QMainWindow>
#include <QTemporaryDir>
#include <QTimer>

#include "ui/actions.h"
#include "ui/document/workspace.h"
#include "ui/session_state.h"

class QSplitter;
class QStackedWidget;

namespace postwright::ui {

class EditingView;
class Exporter;
class ImageIntake;
class PageChecker;
class PageWindow;
class PlaceSync;
class PostListPanel;
class PreviewController;
class PreviewPane;
class ProblemsPanel;
class StatusLine;
class WelcomePage;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens what a path names: a site's folder, a post of a site (with its site), or a lone Markdown file.
  void openPath(const QString& path);
  /// The last site and post, or the welcome page.
  void openLast();
  void openSample();

  Workspace& workspace() { return m_workspace; }
  EditingView& editing() { return *m_editing; }
  PreviewPane& preview() { return *m_preview; }
  PostListPanel& posts() { return *m_posts; }
  ProblemsPanel& problems() { return *m_problems; }
  Exporter& exporter() { return *m_exporter; }
  StatusLine& statusLine() { return *m_status; }
  Actions& actions() { return m_actions; }

 signals:
  void pagePainted(); ///< the page shows the text as it stands

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void build();
  void buildToolBar(const QList<QAction*>& format);
  void connectFileActions();
  void connectEditActions();
  void connectViewActions();
  void connectWorkspace();
  void connectSite();
  void connectPosts();
  void connectPreview();
  void connectProblems();
  void connectPageTools();
  void setPageDetached(bool detached);
  void takePageBack();
  void restoreState();
  void rememberState();
  void rememberPost();

  bool confirmLosingEdits(const QString& question);
  void askForSite();
  void askForFile();
  void openSite(const QString& folder);
  void openLoneFile(const QString& file);
  void closeSite();
  void onSiteLoaded(bool first);
  void onSiteFailed(const Error& error);
  void showFirstPost();
  void chooseFile(const QString& file);
  void choosePost(const std::string& path);
  void chooseNeighbour(int step);
  void focusPane(int step);
  void refreshPosts();
  void refreshRecent();
  void refreshUnsaved();
  void sayUnsaved();
  void onCurrentChanged(PostBuffer* buffer);
  void onTextChanged();
  void requestPage();
  QString documentName(const PostBuffer& buffer) const;
  void openInBrowser();
  void onRendered(const render::Page& page);
  void onProblemsChanged();
  void followLines();
  void goTo(const QString& file, int line, int column);
  void keepMnemonics();
  void goToField(const front_matter::Path& path);
  void listProblems(const Diagnostics& ofPage);
  void updateTitle();
  void updateDraftAction();
  void updateCounts();
  void toggleDraft(const std::string& path, bool draft);
  void newPost();
  bool save(PostBuffer& buffer);
  void saveAll();
  void saveCopy();
  void openDocumentAt(const QString& url);
  void openSource(const QString& file, int line, int column);
  void takeDroppedFiles(const QStringList& files);
  void showInFolder(const QString& file);
  void copyUrl();
  void copyText(const QString& text);
  void showAbout();
  void say(const QString& text);

  SessionState m_state;
  Workspace m_workspace;
  Actions m_actions;
  QStackedWidget* m_stack = nullptr;
  QSplitter* m_columns = nullptr;
  QSplitter* m_rows = nullptr; ///< the columns, and the problems below them
  WelcomePage* m_welcome = nullptr;
  PostListPanel* m_posts = nullptr;
  EditingView* m_editing = nullptr;
  PreviewPane* m_preview = nullptr;
  PreviewController* m_controller = nullptr;
  Exporter* m_exporter = nullptr;
  ProblemsPanel* m_problems = nullptr;
  PageChecker* m_checker = nullptr;
  PageWindow* m_pageWindow = nullptr; ///< while the page is in its own window
  QList<int> m_columnSizes;           ///< from before that
  ImageIntake* m_images = nullptr;
  PlaceSync* m_places = nullptr;
  StatusLine* m_status = nullptr;
  QTimer m_countSoon;
  QString m_openWhenLoaded; ///< absolute file to open once its site is there
  QString m_pageUrl;
  std::vector<site::DocumentPointer> m_listed; ///< the posts' items, in their order, were made of these
  QTemporaryDir m_browserFolder;               ///< what the browser was given to show
  int m_lines = 0;                             ///< of the current text, when it changed last
};

} // namespace postwright::ui

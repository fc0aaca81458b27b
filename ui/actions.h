// Every command of the window, made once from tables, with its menu, icon and standard key.
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QMenu;
class QMenuBar;

namespace postwright::ui {

struct Actions {
  // File
  QAction* newPost = nullptr;
  QAction* openSite = nullptr;
  QAction* openFile = nullptr;
  QAction* openSample = nullptr;
  QAction* save = nullptr;
  QAction* saveCopy = nullptr;
  QAction* saveAll = nullptr;
  QAction* exportHtml = nullptr;
  QAction* exportSingle = nullptr;
  QAction* exportPdf = nullptr;
  QAction* exportMarkdown = nullptr;
  QAction* exportBody = nullptr;
  QAction* closeSite = nullptr;
  QAction* quit = nullptr;
  // Edit
  QAction* undo = nullptr;
  QAction* redo = nullptr;
  QAction* cut = nullptr;
  QAction* copy = nullptr;
  QAction* paste = nullptr;
  QAction* selectAll = nullptr;
  // Post
  QAction* draft = nullptr;
  QAction* previousPost = nullptr;
  QAction* nextPost = nullptr;
  QAction* showInFolder = nullptr;
  QAction* copyUrl = nullptr;
  // Site
  QAction* filterPosts = nullptr;
  QAction* reloadSite = nullptr;
  // View
  QAction* showList = nullptr;
  QAction* showForm = nullptr;
  QAction* showPage = nullptr;
  QAction* showProblems = nullptr;
  QAction* nextProblem = nullptr;
  QAction* previousProblem = nullptr;
  QAction* nextPane = nullptr;
  QAction* previousPane = nullptr;
  QAction* scrollTogether = nullptr;
  QAction* largerText = nullptr;
  QAction* smallerText = nullptr;
  QAction* normalText = nullptr;
  QAction* systemScheme = nullptr;
  QAction* lightScheme = nullptr;
  QAction* darkScheme = nullptr;
  // Help
  QAction* about = nullptr;

  QMenu* recentMenu = nullptr;
  QMenu* unsavedMenu = nullptr;
  QMenu* exportMenu = nullptr;
  QMenu* pageMenu = nullptr; ///< filled by the page

  /// Actions that need an open post.
  QList<QAction*> ofPost() const;
};

/// Makes the actions as children of `parent`, which also gets their keys.
Actions makeActions(QWidget* parent);

/// Fills the menu bar; `find` and `format` are the editor's own commands.
void fillMenuBar(QMenuBar& bar, Actions& actions, const QList<QAction*>& find, const QList<QAction*>& format);

} // namespace postwright::ui

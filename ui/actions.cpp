#include "ui/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>
#include <vector>

#include "ui/base/icons.h"

namespace postwright::ui {
namespace {

struct Spec {
  QAction* Actions::* action;
  const char* text;
  const char* icon;
  QList<QKeySequence> keys;
  const char* tip;
};

QList<QKeySequence> keys(QKeySequence::StandardKey standard) {
  return QKeySequence::keyBindings(standard);
}
QList<QKeySequence> keys(const char* text) {
  return {QKeySequence(QString::fromLatin1(text))};
}

std::vector<Spec> fileSpecs() {
  return {
      {&Actions::newPost, QT_TRANSLATE_NOOP("Actions", "&New Post…"), "list-add", keys(QKeySequence::New),
       QT_TRANSLATE_NOOP("Actions", "Write a new post")},
      {&Actions::openSite, QT_TRANSLATE_NOOP("Actions", "Open &Site…"), "folder-open", keys("Ctrl+Shift+O"),
       ""},
      {&Actions::openFile, QT_TRANSLATE_NOOP("Actions", "&Open File…"), "document-open",
       keys(QKeySequence::Open), ""},
      {&Actions::openSample, QT_TRANSLATE_NOOP("Actions", "Open the Sa&mple Site"), "", {}, ""},
      {&Actions::save, QT_TRANSLATE_NOOP("Actions", "&Save"), "document-save", keys(QKeySequence::Save),
       QT_TRANSLATE_NOOP("Actions", "Save the post")},
      {&Actions::saveCopy, QT_TRANSLATE_NOOP("Actions", "Save a &Copy…"), "document-save-as",
       keys("Ctrl+Shift+S"), ""},
      {&Actions::saveAll, QT_TRANSLATE_NOOP("Actions", "Save &All"), "document-save-all", keys("Ctrl+Alt+S"),
       ""},
      {&Actions::exportHtml, QT_TRANSLATE_NOOP("Actions", "&Page as HTML…"), "text-html", {}, ""},
      {&Actions::exportSingle, QT_TRANSLATE_NOOP("Actions", "Page as &One File…"), "text-html", {}, ""},
      {&Actions::exportPdf, QT_TRANSLATE_NOOP("Actions", "Page as P&DF…"), "application-pdf", {}, ""},
      {&Actions::exportMarkdown, QT_TRANSLATE_NOOP("Actions", "&Markdown…"), "text-markdown", {}, ""},
      {&Actions::exportBody,
       QT_TRANSLATE_NOOP("Actions", "Markdown &Without Front Matter…"),
       "text-markdown",
       {},
       ""},
      {&Actions::closeSite, QT_TRANSLATE_NOOP("Actions", "C&lose Site"), "", {}, ""},
      {&Actions::quit, QT_TRANSLATE_NOOP("Actions", "&Quit"), "application-exit", keys("Ctrl+Q"), ""},
  };
}

std::vector<Spec> editSpecs() {
  return {
      {&Actions::undo, QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit-undo", keys(QKeySequence::Undo), ""},
      {&Actions::redo, QT_TRANSLATE_NOOP("Actions", "&Redo"), "edit-redo", keys(QKeySequence::Redo), ""},
      {&Actions::cut, QT_TRANSLATE_NOOP("Actions", "Cu&t"), "edit-cut", {}, ""},
      {&Actions::copy, QT_TRANSLATE_NOOP("Actions", "&Copy"), "edit-copy", {}, ""},
      {&Actions::paste, QT_TRANSLATE_NOOP("Actions", "&Paste"), "edit-paste", {}, ""},
      {&Actions::selectAll, QT_TRANSLATE_NOOP("Actions", "Select &All"), "edit-select-all", {}, ""},
  };
}

std::vector<Spec> postSpecs() {
  return {
      {&Actions::draft, QT_TRANSLATE_NOOP("Actions", "&Draft"), "", keys("Ctrl+D"),
       QT_TRANSLATE_NOOP("Actions", "Draft: the site leaves this post out until it is published")},
      {&Actions::previousPost, QT_TRANSLATE_NOOP("Actions", "&Previous in the List"), "go-up",
       keys("Ctrl+PgUp"), ""},
      {&Actions::nextPost, QT_TRANSLATE_NOOP("Actions", "&Next in the List"), "go-down", keys("Ctrl+PgDown"),
       ""},
      {&Actions::showInFolder, QT_TRANSLATE_NOOP("Actions", "Show in &Folder"), "folder-open", {}, ""},
      {&Actions::copyUrl, QT_TRANSLATE_NOOP("Actions", "&Copy URL"), "edit-copy", {}, ""},
      {&Actions::filterPosts, QT_TRANSLATE_NOOP("Actions", "&Filter the Posts"), "view-filter",
       keys("Ctrl+P"), ""},
      {&Actions::reloadSite, QT_TRANSLATE_NOOP("Actions", "&Read the Site Again"), "view-refresh",
       keys("Shift+F5"), ""},
  };
}

std::vector<Spec> viewSpecs() {
  return {
      {&Actions::showList, QT_TRANSLATE_NOOP("Actions", "&Posts"), "", keys("F9"), ""},
      {&Actions::showForm, QT_TRANSLATE_NOOP("Actions", "&Form"), "", keys("Ctrl+F9"), ""},
      {&Actions::showPage, QT_TRANSLATE_NOOP("Actions", "P&age"), "", keys("Shift+F9"), ""},
      {&Actions::showProblems, QT_TRANSLATE_NOOP("Actions", "P&roblems"), "", keys("Ctrl+Shift+M"),
       QT_TRANSLATE_NOOP("Actions", "List the problems of the page")},
      {&Actions::nextProblem, QT_TRANSLATE_NOOP("Actions", "Ne&xt Problem"), "go-down", keys("F8"), ""},
      {&Actions::previousProblem, QT_TRANSLATE_NOOP("Actions", "Pre&vious Problem"), "go-up",
       keys("Shift+F8"), ""},
      {&Actions::nextPane, QT_TRANSLATE_NOOP("Actions", "Next Pa&ne"), "", keys("F6"), ""},
      {&Actions::previousPane, QT_TRANSLATE_NOOP("Actions", "Previ&ous Pane"), "", keys("Shift+F6"), ""},
      {&Actions::scrollTogether, QT_TRANSLATE_NOOP("Actions", "Scroll Te&xt and Page Together"), "", {}, ""},
      {&Actions::largerText, QT_TRANSLATE_NOOP("Actions", "&Larger Text"), "zoom-in",
       keys(QKeySequence::ZoomIn), ""},
      {&Actions::smallerText, QT_TRANSLATE_NOOP("Actions", "&Smaller Text"), "zoom-out",
       keys(QKeySequence::ZoomOut), ""},
      {&Actions::normalText, QT_TRANSLATE_NOOP("Actions", "&Normal Text"), "zoom-original", keys("Ctrl+0"),
       ""},
      {&Actions::systemScheme, QT_TRANSLATE_NOOP("Actions", "As the &Desktop"), "", {}, ""},
      {&Actions::lightScheme, QT_TRANSLATE_NOOP("Actions", "&Light"), "", {}, ""},
      {&Actions::darkScheme, QT_TRANSLATE_NOOP("Actions", "Dar&k"), "", {}, ""},
      {&Actions::about, QT_TRANSLATE_NOOP("Actions", "&About Postwright"), "help-about", {}, ""},
  };
}

QString translated(const char* text) {
  return QCoreApplication::translate("Actions", text);
}

/// "Save the post (Ctrl+S)".
QString tipOf(const Spec& spec) {
  QString tip = *spec.tip != '\0' ? translated(spec.tip) : translated(spec.text).remove(QLatin1Char('&'));
  tip.remove(QStringLiteral("…"));
  if (!spec.keys.isEmpty())
    tip += QStringLiteral(" (%1)").arg(spec.keys.first().toString(QKeySequence::NativeText));
  return tip;
}

void make(Actions& actions, const std::vector<Spec>& specs, QWidget* parent) {
  for (const Spec& spec : specs) {
    auto* action = new QAction(translated(spec.text), parent);
    if (*spec.icon != '\0') action->setIcon(icon(QString::fromLatin1(spec.icon)));
    action->setShortcuts(spec.keys);
    action->setToolTip(tipOf(spec));
    actions.*spec.action = action;
    parent->addAction(action);
  }
}

QMenu* addMenu(QMenuBar& bar, const char* title) {
  return bar.addMenu(translated(title));
}

void fillFileMenu(QMenu& menu, Actions& actions) {
  menu.addActions({actions.newPost, actions.openSite, actions.openFile});
  actions.recentMenu = menu.addMenu(translated(QT_TRANSLATE_NOOP("Actions", "Open &Recent")));
  actions.unsavedMenu = menu.addMenu(translated(QT_TRANSLATE_NOOP("Actions", "Open &Unsaved Text")));
  menu.addAction(actions.openSample);
  menu.addSeparator();
  menu.addActions({actions.save, actions.saveCopy, actions.saveAll});
  menu.addSeparator();
  actions.exportMenu = menu.addMenu(icon(QStringLiteral("document-export")),
                                    translated(QT_TRANSLATE_NOOP("Actions", "&Export")));
  actions.exportMenu->addActions({actions.exportHtml, actions.exportSingle, actions.exportPdf,
                                  actions.exportMarkdown, actions.exportBody});
  menu.addSeparator();
  menu.addActions({actions.closeSite, actions.quit});
}

void fillEditMenu(QMenu& menu, const Actions& actions, const QList<QAction*>& find) {
  menu.addActions({actions.undo, actions.redo});
  menu.addSeparator();
  menu.addActions({actions.cut, actions.copy, actions.paste, actions.selectAll});
  menu.addSeparator();
  menu.addActions(find);
}

void fillViewMenu(QMenu& menu, Actions& actions) {
  menu.addActions({actions.showList, actions.showForm, actions.showPage});
  menu.addSeparator();
  menu.addAction(actions.scrollTogether);
  menu.addActions({actions.nextPane, actions.previousPane});
  menu.addActions({actions.showProblems, actions.nextProblem, actions.previousProblem});
  menu.addSeparator();
  actions.pageMenu = menu.addMenu(translated(QT_TRANSLATE_NOOP("Actions", "The Pa&ge")));
  menu.addSeparator();
  menu.addActions({actions.largerText, actions.smallerText, actions.normalText});
  menu.addSeparator();
  QMenu* appearance = menu.addMenu(translated(QT_TRANSLATE_NOOP("Actions", "&Appearance")));
  appearance->addActions({actions.systemScheme, actions.lightScheme, actions.darkScheme});
}

} // namespace

QList<QAction*> Actions::ofPost() const {
  return {save, saveCopy, exportHtml, exportSingle, exportPdf, exportMarkdown, exportBody,   undo,
          redo, cut,      copy,       paste,        selectAll, draft,          showInFolder, copyUrl};
}

Actions makeActions(QWidget* parent) {
  Actions actions;
  for (const auto& specs : {fileSpecs(), editSpecs(), postSpecs(), viewSpecs()})
    make(actions, specs, parent);
  for (QAction* action :
       {actions.draft, actions.showList, actions.showForm, actions.showPage, actions.showProblems,
        actions.scrollTogether, actions.systemScheme, actions.lightScheme, actions.darkScheme}) {
    action->setCheckable(true);
  }
  auto* schemes = new QActionGroup(parent);
  for (QAction* action : {actions.systemScheme, actions.lightScheme, actions.darkScheme})
    schemes->addAction(action);
  for (QAction* action : {actions.showList, actions.showForm, actions.showPage})
    action->setChecked(true);
  actions.quit->setMenuRole(QAction::QuitRole);
  actions.about->setMenuRole(QAction::AboutRole);
  return actions;
}

void fillMenuBar(QMenuBar& bar, Actions& actions, const QList<QAction*>& find,
                 const QList<QAction*>& format) {
  fillFileMenu(*addMenu(bar, QT_TRANSLATE_NOOP("Actions", "&File")), actions);
  fillEditMenu(*addMenu(bar, QT_TRANSLATE_NOOP("Actions", "&Edit")), actions, find);
  QMenu* formatMenu = addMenu(bar, QT_TRANSLATE_NOOP("Actions", "F&ormat"));
  formatMenu->addActions(format);
  QMenu* post = addMenu(bar, QT_TRANSLATE_NOOP("Actions", "&Post"));
  post->addAction(actions.draft);
  post->addSeparator();
  post->addActions({actions.previousPost, actions.nextPost});
  post->addSeparator();
  post->addActions({actions.showInFolder, actions.copyUrl});
  QMenu* site = addMenu(bar, QT_TRANSLATE_NOOP("Actions", "&Site"));
  site->addActions({actions.filterPosts, actions.reloadSite});
  fillViewMenu(*addMenu(bar, QT_TRANSLATE_NOOP("Actions", "&View")), actions);
  addMenu(bar, QT_TRANSLATE_NOOP("Actions", "&Help"))->addAction(actions.about);
}

} // namespace postwright::ui

// Opening and closing: sites, posts, lone files, the sample, and what is asked before work would be lost.
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

#include "app/generators/cobalt/load.h"
#include "ui/base/text_bridge.h"
#include "ui/dialogs/welcome_page.h"
#include "ui/editing_view.h"
#include "ui/main_window.h"
#include "ui/posts/post_list_panel.h"
#include "ui/preview/preview_pane.h"
#include "ui/sample_site.h"
#include "ui/status_line.h"

namespace postwright::ui {
namespace {

constexpr qsizetype kUnsavedListed = 20;

} // namespace

void MainWindow::openPath(const QString& path) {
  const QFileInfo info(path);
  const QString absolute = info.absoluteFilePath();
  if (info.isDir()) {
    openSite(absolute);
    return;
  }
  if (!info.exists() && !m_workspace.hasUnsaved(absolute)) {
    m_welcome->setProblem(tr("There is no file or folder %1").arg(absolute));
    say(tr("There is no file or folder %1").arg(absolute));
    return;
  }
  const QString folder = toQString(generators::cobalt::siteFolderOf(toUtf8(absolute)));
  if (folder.isEmpty()) {
    openLoneFile(absolute);
  } else if (m_workspace.site().onDisk() && QDir(folder) == QDir(m_workspace.site().folder())) {
    chooseFile(absolute);
  } else {
    m_openWhenLoaded = absolute;
    openSite(folder);
  }
}

void MainWindow::openLast() {
  const QString site = m_state.lastSite();
  if (!site.isEmpty() && QFileInfo(site).isDir()) {
    openSite(site);
  } else if (const QStringList unsaved = m_workspace.unsavedFiles(); !unsaved.isEmpty()) {
    openPath(unsaved.first()); // a lone file, or one of a site that is not there any more
  }
}

void MainWindow::openSample() {
  const Result<QString> folder = copySampleSite();
  if (folder) {
    openSite(*folder);
  } else {
    m_welcome->setProblem(toQString(describe(folder.error())));
  }
}

void MainWindow::openSite(const QString& folder) {
  if (!confirmLosingEdits(tr("Open another site without saving?"))) {
    m_openWhenLoaded.clear();
    return;
  }
  m_welcome->setProblem({});
  if (!generators::cobalt::looksLikeSite(toUtf8(folder))) {
    m_openWhenLoaded.clear();
    onSiteFailed({ErrorCode::NoSite, {}, {}, {toUtf8(folder)}, {}});
    return;
  }
  rememberPost();
  m_workspace.site().open(folder);
}

void MainWindow::onSiteFailed(const Error& error) {
  m_posts->showProgress(1, 1);
  m_welcome->setBusy({});
  const QString where = toQString(toString(error.where));
  const QString text = where.isEmpty() ? toQString(describe(error))
                                       : where + QStringLiteral(": ") + toQString(describe(error));
  m_welcome->setProblem(text);
  say(text);
}

void MainWindow::onSiteLoaded(bool first) {
  m_posts->showProgress(1, 1);
  m_welcome->setBusy({});
  const site::SitePointer& site = m_workspace.site().current();
  const QString folder = m_workspace.site().folder();
  const QString title = toQString(site->title());
  m_posts->setSite(title.isEmpty() ? QFileInfo(folder).fileName() : title, folder);
  if (!first) {
    m_preview->setSite(site);
    m_preview->refreshFiles();
    refreshPosts();
    requestPage();
    return;
  }
  m_editing->rememberPlaces();
  m_workspace.closeAll();
  m_preview->setSite(site);
  m_preview->setNetworkAllowed(m_state.networkAllowed(folder));
  m_state.addRecentSite(folder);
  m_state.setLastSite(folder);
  refreshRecent();
  m_stack->setCurrentIndex(1);
  m_posts->setVisible(m_actions.showList->isChecked());
  m_workspace.openUnsaved();
  refreshPosts();
  m_actions.newPost->setEnabled(true);
  m_actions.closeSite->setEnabled(true);
  showFirstPost();
  m_editing->editor()->setFocus(Qt::OtherFocusReason); // one opens a site to write
  sayUnsaved();
}

void MainWindow::showFirstPost() {
  const QString asked = std::exchange(m_openWhenLoaded, {});
  const QString last = m_state.lastPost(m_workspace.site().folder());
  for (const QString& file : {asked, last}) {
    const bool isThere = QFileInfo::exists(file) || m_workspace.find(file) != nullptr;
    if (!file.isEmpty() && isThere) {
      chooseFile(file);
      return;
    }
  }
  m_posts->chooseFirst();
}

void MainWindow::openLoneFile(const QString& file) {
  if (!confirmLosingEdits(tr("Open another file without saving?"))) return;
  closeSite();
  const Result<PostBuffer*> buffer = m_workspace.open(file);
  if (!buffer) {
    m_welcome->setProblem(toQString(describe(buffer.error())));
    return;
  }
  m_stack->setCurrentIndex(1);
  m_posts->hide();
  m_preview->setLoneFile(file);
  m_workspace.setCurrent(*buffer);
  sayUnsaved();
}

void MainWindow::closeSite() {
  rememberPost();
  m_editing->rememberPlaces();
  m_editing->show(nullptr);
  m_workspace.closeAll();
  m_workspace.site().close();
  m_state.setLastSite({});
  m_preview->setSite(nullptr);
  m_actions.newPost->setEnabled(false);
  m_actions.closeSite->setEnabled(false);
  m_stack->setCurrentIndex(0);
  refreshRecent();
}

void MainWindow::rememberPost() {
  const PostBuffer* buffer = m_workspace.current();
  if (buffer != nullptr && m_workspace.site().onDisk())
    m_state.setLastPost(m_workspace.site().folder(), buffer->file());
}

/// Text that a field could not put into its post is nowhere else.
bool MainWindow::confirmLosingUnsaidText() {
  PostBuffer* buffer = m_editing->postWithUnsaidText();
  if (buffer == nullptr) return true;
  QMessageBox box(QMessageBox::Question, tr("Text that is in no post"), tr("Leave without it?"),
                  QMessageBox::NoButton, this);
  box.setInformativeText(
      tr("A field of %1 holds text that its post does not have.").arg(QFileInfo(buffer->file()).fileName()));
  QPushButton* show = box.addButton(tr("&Show It"), QMessageBox::AcceptRole);
  QPushButton* discard = box.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
  box.setDefaultButton(show);
  box.setEscapeButton(show);
  box.exec();
  if (box.clickedButton() == discard) return true;
  m_workspace.setCurrent(buffer);
  m_editing->goToUnsaidText();
  return false;
}

bool MainWindow::confirmLosingEdits(const QString& question) {
  if (!confirmLosingUnsaidText()) return false;
  const std::vector<PostBuffer*> modified = m_workspace.modified();
  if (modified.empty()) return true;
  QStringList names;
  for (const PostBuffer* buffer : modified)
    names << QFileInfo(buffer->file()).fileName();
  QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), question, QMessageBox::NoButton, this);
  box.setInformativeText(modified.size() == 1 ? tr("%1 has unsaved changes.").arg(names.first())
                                              : tr("%1 posts have unsaved changes.").arg(modified.size()));
  box.setDetailedText(modified.size() == 1 ? QString() : names.join(QLatin1Char('\n')));
  QPushButton* saveButton =
      box.addButton(modified.size() == 1 ? tr("&Save") : tr("&Save All"), QMessageBox::AcceptRole);
  box.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
  QPushButton* cancel = box.addButton(QMessageBox::Cancel);
  box.setDefaultButton(saveButton);
  box.setEscapeButton(cancel);
  box.exec();
  if (box.clickedButton() == cancel) return false;
  if (box.clickedButton() == saveButton) {
    saveAll();
    return m_workspace.modified().empty();
  }
  for (PostBuffer* buffer : modified)
    buffer->discard();
  return true;
}

void MainWindow::askForSite() {
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Open a site"), m_workspace.site().folder());
  if (!folder.isEmpty()) openPath(folder);
}

void MainWindow::askForFile() {
  const QString file =
      QFileDialog::getOpenFileName(this, tr("Open a file"), m_workspace.site().folder(),
                                   tr("Posts (*.md *.markdown *.liquid *.html);;All files (*)"));
  if (!file.isEmpty()) openPath(file);
}

void MainWindow::refreshRecent() {
  const QStringList sites = m_state.recentSites();
  m_welcome->setRecentSites(sites);
  m_actions.recentMenu->clear();
  for (const QString& folder : sites) {
    m_actions.recentMenu->addAction(folder, this, [this, folder] { openPath(folder); });
  }
  m_actions.recentMenu->setEnabled(!sites.isEmpty());
  m_posts->setSiteMenu(m_actions.recentMenu);
}

void MainWindow::refreshUnsaved() {
  const QStringList files = m_workspace.unsavedFiles();
  m_actions.unsavedMenu->clear();
  for (const QString& file : files.mid(0, kUnsavedListed)) {
    const QString name = QDir::toNativeSeparators(file).replace(QLatin1String("&"), QLatin1String("&&"));
    m_actions.unsavedMenu->addAction(name, this, [this, file] { openPath(file); });
  }
  if (files.size() > kUnsavedListed) {
    m_actions.unsavedMenu->addAction(tr("and %1 more").arg(files.size() - kUnsavedListed))->setEnabled(false);
  }
  m_actions.unsavedMenu->setEnabled(!files.isEmpty());
}

/// Of files that are not open; those of the site are.
void MainWindow::sayUnsaved() {
  const qsizetype count = m_workspace.unsavedFiles().size();
  if (count == 0) return;
  say(count == 1 ? tr("There is unsaved text of another file: File ▸ Open Unsaved Text")
                 : tr("There is unsaved text of %1 other files: File ▸ Open Unsaved Text").arg(count));
}

} // namespace postwright::ui

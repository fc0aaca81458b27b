// What happens while one writes: choosing posts, the live page, the draft state, saving, the status line.
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QUrl>
#include <algorithm>
#include <utility>

#include "app/markdown/markdown.h"
#include "ui/base/text_bridge.h"
#include "ui/dialogs/new_post_dialog.h"
#include "ui/editing_view.h"
#include "ui/exporter.h"
#include "ui/main_window.h"
#include "ui/posts/post_list_panel.h"
#include "ui/preview/preview_controller.h"
#include "ui/preview/preview_pane.h"
#include "ui/problems/page_checker.h"
#include "ui/problems/problems_panel.h"
#include "ui/status_line.h"

namespace postwright::ui {
namespace {

constexpr int kMessageMs = 6000;

/// Whether both name one file; neither may be there.
bool nameSameFile(const QString& left, const QString& right) {
  const QFileInfo a(left);
  const QFileInfo b(right);
  const QString target = a.canonicalFilePath();
  return a.absoluteFilePath() == b.absoluteFilePath() ||
         (!target.isEmpty() && target == b.canonicalFilePath());
}

bool isSameFile(const site::DocumentPointer& a, const site::DocumentPointer& b) {
  return a == b || a->path == b->path;
}

PostItem itemOf(const site::Document& document, const QSet<QString>& modified) {
  PostItem item;
  item.path = toQString(document.path);
  item.title = toQString(document.fields.title);
  if (item.title.isEmpty()) item.title = QFileInfo(item.path).completeBaseName();
  if (const auto& date = document.fields.publishedDate) {
    item.date = QDate(date->date().year, date->date().month, date->date().day);
    item.instant = date->utcSeconds;
  }
  for (const std::string& tag : document.fields.tags)
    item.tags << toQString(tag);
  item.url = QLatin1Char('/') + toQString(document.url);
  item.isPage = document.collection == site::Collection::Pages;
  item.isDraft = document.fields.isDraft;
  item.isModified = modified.contains(item.path);
  if (document.problem) item.problem = toQString(describe(document.problem->error));
  return item;
}

} // namespace

void MainWindow::refreshPosts() {
  const site::SitePointer& site = m_workspace.site().current();
  if (!site) return;
  QSet<QString> modified;
  for (const PostBuffer* buffer : m_workspace.modified())
    modified.insert(toQString(m_workspace.pathOf(*buffer)));
  std::vector<site::DocumentPointer> documents = site->documents();
  std::swap(documents, m_listed);
  if (!std::ranges::equal(documents, m_listed, isSameFile)) {
    std::vector<PostItem> items;
    items.reserve(m_listed.size());
    for (const site::DocumentPointer& document : m_listed)
      items.push_back(itemOf(*document, modified));
    return m_posts->setItems(std::move(items));
  }
  for (std::size_t i = 0; i < m_listed.size(); ++i) { // an edit changes one of perhaps thousands
    const PostItem& item = m_posts->items()[i];
    if (documents[i] != m_listed[i] || item.isModified != modified.contains(item.path))
      m_posts->setItem(i, itemOf(*m_listed[i], modified));
  }
}

void MainWindow::chooseFile(const QString& file) {
  const std::string path = m_workspace.site().relativePath(file);
  if (!path.empty() && m_workspace.site().current()->document(path)) {
    m_posts->select(toQString(path));
    choosePost(path);
    return;
  }
  const Result<PostBuffer*> buffer =
      m_workspace.open(file); // a file of the site that is no post: a layout, say
  if (buffer) {
    m_posts->select({});
    m_workspace.setCurrent(*buffer);
  } else {
    say(toQString(describe(buffer.error())));
  }
}

void MainWindow::choosePost(const std::string& path) {
  const Result<PostBuffer*> buffer = m_workspace.openPost(path);
  if (buffer) {
    m_workspace.setCurrent(*buffer);
  } else {
    m_workspace.setCurrent(nullptr);
    m_preview->showProblem({Severity::Error, buffer.error()});
    say(toQString(describe(buffer.error())));
  }
}

void MainWindow::chooseNeighbour(int step) {
  m_posts->chooseNeighbour(step);
}

void MainWindow::onCurrentChanged(PostBuffer* buffer) {
  m_editing->show(buffer);
  refreshUnsaved();
  for (QAction* action : m_actions.ofPost())
    action->setEnabled(buffer != nullptr);
  if (buffer != nullptr) {
    QTextDocument* document = buffer->document();
    const auto follow = [this](QAction* action, bool available, auto signal, QTextDocument* source) {
      action->setEnabled(available);
      connect(source, signal, action, [this, action, source](bool on) {
        const PostBuffer* now = m_workspace.current();
        if (now != nullptr && now->document() == source) action->setEnabled(on);
      });
    };
    follow(m_actions.undo, document->isUndoAvailable(), &QTextDocument::undoAvailable, document);
    follow(m_actions.redo, document->isRedoAvailable(), &QTextDocument::redoAvailable, document);
  } else {
    m_status->setCaret(0, 0);
    m_status->setPageState(PageState::None);
  }
  m_lines = buffer == nullptr ? 0 : buffer->document()->blockCount();
  m_checker->cancel();
  m_problems->clear();
  if (buffer != nullptr) rememberPost(); // a program that is killed has no other moment for it
  m_preview->setDocument(buffer == nullptr ? QString() : documentName(*buffer));
  updateDraftAction();
  updateTitle();
  updateCounts();
  requestPage();
}

void MainWindow::onTextChanged() {
  followLines();
  m_countSoon.start();
  requestPage();
}

QString MainWindow::documentName(const PostBuffer& buffer) const {
  const std::string path = m_workspace.pathOf(buffer);
  return path.empty() ? buffer.file() : toQString(path);
}

void MainWindow::requestPage() {
  const PostBuffer* buffer = m_workspace.current();
  if (buffer == nullptr) return;
  m_status->setPageState(PageState::Rendering);
  m_preview->showStale();
  m_controller->request(m_workspace.requestFor(*buffer, currentDateTime()));
}

void MainWindow::connectPreview() {
  connect(m_controller, &PreviewController::rendered, this,
          [this](quint64 /*revision*/, const render::Page& page) { onRendered(page); });
  connect(m_controller, &PreviewController::overtaken, m_preview, &PreviewPane::showOnTheWay);
  connect(m_preview, &PreviewPane::painted, this, &MainWindow::pagePainted);
  connect(m_preview, &PreviewPane::openInBrowserRequested, this, &MainWindow::openInBrowser);
  m_preview->setPageProvider([this](const std::string& document, const PageReply& reply) {
    if (const auto request = m_workspace.requestForPath(document, currentDateTime())) {
      m_controller->renderAside(*request, reply);
    } else {
      reply({});
    }
  });
  connect(m_preview, &PreviewPane::documentRequested, this, &MainWindow::openDocumentAt);
  connect(m_preview, &PreviewPane::externalLinkActivated, this,
          [](const QUrl& url) { QDesktopServices::openUrl(url); });
  connect(m_preview, &PreviewPane::positionRequested, this, &MainWindow::goTo);
  connect(m_preview, &PreviewPane::networkAllowedChanged, this,
          [this](bool allowed) { m_state.setNetworkAllowed(m_workspace.site().folder(), allowed); });
}

void MainWindow::onRendered(const render::Page& page) {
  if (m_workspace.current() == nullptr) return;
  if (!page.ok) {
    if (page.diagnostics.empty()) return;
    const Diagnostic& first = page.diagnostics.front();
    m_preview->showProblem(first);
    m_status->setPageState(PageState::Held, toQString(toString(first)));
    m_checker->cancel();
    listProblems(page.diagnostics);
    return;
  }
  m_pageUrl = QLatin1Char('/') + toQString(page.url);
  m_status->setUrl(m_workspace.site().current() ? m_pageUrl : QString());
  m_preview->clearProblem();
  m_preview->showPage(page);
  const bool hasNote = !page.diagnostics.empty() && page.diagnostics.front().severity == Severity::Info;
  m_status->setPageState(PageState::Fresh,
                         hasNote ? toQString(describe(page.diagnostics.front().error)) : QString());
  listProblems(page.diagnostics);
  m_checker->check(m_workspace.requestFor(*m_workspace.current(), currentDateTime()), page);
}

void MainWindow::updateTitle() {
  const PostBuffer* buffer = m_workspace.current();
  setWindowFilePath(buffer == nullptr ? QString() : buffer->file());
  setWindowModified(buffer != nullptr && buffer->isModified());
  const QString name = buffer == nullptr ? QString() : QFileInfo(buffer->file()).fileName();
  setWindowTitle(name.isEmpty() ? tr("Postwright") : name + QStringLiteral("[*] — ") + tr("Postwright"));
  m_actions.saveAll->setEnabled(!m_workspace.modified().empty());
  m_actions.save->setEnabled(buffer != nullptr && buffer->isModified());
}

void MainWindow::updateDraftAction() {
  const PostBuffer* buffer = m_workspace.current();
  const site::DocumentPointer document = buffer == nullptr ? nullptr : m_workspace.documentOf(*buffer);
  const bool possible = document && buffer->readOnlyReason().isEmpty();
  m_actions.draft->setEnabled(possible);
  m_actions.draft->setChecked(document && document->fields.isDraft);
}

void MainWindow::updateCounts() {
  const PostBuffer* buffer = m_workspace.current();
  if (buffer == nullptr) {
    m_status->setWords(-1);
    m_status->setUrl({});
    return;
  }
  const std::string bytes = buffer->bytes();
  const std::string_view body = std::string_view(bytes).substr(buffer->frontMatter()->bodyOffset());
  m_status->setWords(static_cast<qsizetype>(markdown::countWords(body)));
}

void MainWindow::toggleDraft(const std::string& path, bool draft) {
  if (const auto refusal = m_workspace.setDraft(path, draft)) say(toQString(refusal->message));
}

void MainWindow::newPost() {
  if (!m_workspace.site().current()) return;
  NewPostDialog dialog(m_workspace.site().current(), this);
  if (dialog.exec() != QDialog::Accepted || !dialog.plan()) return;
  const drafts::NewPostPlan plan = *dialog.plan();
  if (const Result<Fingerprint> written = drafts::apply(*m_workspace.site().current(), plan); !written) {
    say(toQString(describe(written.error())));
    return;
  }
  m_workspace.site().setSaved(plan.path, plan.text);
  chooseFile(m_workspace.site().absolutePath(plan.path));
  m_editing->form()->focusField({std::string("title")});
}

bool MainWindow::save(PostBuffer& buffer) {
  const Result<void> saved = m_workspace.save(buffer);
  if (saved) return true;
  if (&buffer != m_workspace.current()) chooseFile(buffer.file()); // say it where the text is
  m_editing->showSaveError(saved.error());
  return false;
}

void MainWindow::saveAll() {
  for (PostBuffer* buffer : m_workspace.modified()) {
    if (!save(*buffer)) return;
  }
}

void MainWindow::saveCopy() {
  const PostBuffer* buffer = m_workspace.current();
  const QString file = QFileDialog::getSaveFileName(this, tr("Save a copy"), buffer->file());
  if (file.isEmpty()) return;
  if (nameSameFile(file, buffer->file())) {
    say(tr("A copy needs another name"));
    return;
  }
  const Result<void> saved = buffer->saveCopy(file);
  say(saved ? tr("Copied to %1").arg(file) : toQString(describe(saved.error())));
}

void MainWindow::openDocumentAt(const QString& url) {
  const site::SitePointer& site = m_workspace.site().current();
  const site::DocumentPointer document = site ? site->documentAtUrl(toUtf8(url)) : nullptr;
  if (document) chooseFile(m_workspace.site().absolutePath(document->path));
}

void MainWindow::openSource(const QString& file, int line, int column) {
  const std::string path = toUtf8(file);
  const QString absolute = m_workspace.site().absolutePath(path);
  const site::SitePointer& site = m_workspace.site().current();
  if (!site || !QFileInfo(absolute).isFile()) return;
  if (site->document(path)) { // another post, in this one's page
    chooseFile(absolute);
    m_editing->goTo(line, column);
  } else {
    m_editing->showSource(absolute, file, line, column);
  }
}

void MainWindow::openInBrowser() {
  if (!m_browserFolder.isValid()) return say(tr("There is no room for temporary files"));
  const QString file = m_browserFolder.filePath(QStringLiteral("page.html"));
  connect(
      m_exporter, &Exporter::exported, this,
      [file](const QString& written) {
        if (written == file) QDesktopServices::openUrl(QUrl::fromLocalFile(file));
      },
      Qt::SingleShotConnection);
  m_exporter->exportTo(ExportKind::SelfContained, file);
}

void MainWindow::takeDroppedFiles(const QStringList& files) {
  if (!files.isEmpty()) openPath(files.first());
}

void MainWindow::showInFolder(const QString& file) {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

void MainWindow::copyUrl() {
  const site::SitePointer& site = m_workspace.site().current();
  copyText((site ? toQString(site->baseUrl()) : QString()) + m_pageUrl);
}

void MainWindow::copyText(const QString& text) {
  QApplication::clipboard()->setText(text);
  say(tr("Copied: %1").arg(text));
}

void MainWindow::showAbout() {
  QMessageBox::about(
      this, tr("About Postwright"),
      tr("<h3>Postwright %1</h3><p>An editor for the posts of a static site. The page you see is the "
         "page your site will have.</p><p>MIT licence.</p>")
          .arg(QApplication::applicationVersion()));
}

void MainWindow::say(const QString& text) {
  m_status->showMessage(text, kMessageMs);
}

} // namespace postwright::ui
